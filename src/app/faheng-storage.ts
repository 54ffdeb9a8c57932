import { isRefusal } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import { verify } from '#platform/acts/verify';
import { readConfig } from '#platform/config';
import { verifyFindings } from '#platform/findings/verify-findings';
import { KINDS } from './rooms.ts';
import { openStorage, type Storage } from './storage.ts';

/** Commands on the storage that the environment names (DATA_DIR, DATABASE_URL); opening it brings the database to this program's state. */
export async function inStorage(command: 'migrate' | 'verify', say: (line: string) => void): Promise<number> {
  const config = readConfig(process.env);
  const storage = isRefusal(config) ? config : await openStorage(config);
  if (isRefusal(storage)) {
    say(storage.reason);
    return 2;
  }
  try {
    if (command === 'verify') return await verifyAll(storage, say);
    say('数据库已是本程序的结构。');
    return 0;
  } finally {
    await storage.close();
  }
}

const SHOWN_FAULTS = 20;

/** One line of verdict; the faults, if any, before it. */
async function verifyAll({ database }: Storage, say: (line: string) => void): Promise<number> {
  const acts = await verify({ pool: database.pool, kinds: kindsOf(KINDS) });
  const findings = await verifyFindings({ pool: database.pool });
  const faults = [
    ...acts.faults.map((f) => `事项 ${f.matterId}${f.seq === null ? '' : ` 第${f.seq}条`}：${f.what}`),
    ...findings.faults.map((f) => `预警 ${f.findingId}：${f.what}`),
  ];
  for (const fault of faults.slice(0, SHOWN_FAULTS)) say(fault);
  const checked = `事项${acts.matters}件、办理记录${acts.acts}条、预警${findings.findings}条`;
  say(faults.length === 0 ? `核对一致：${checked}，链、摘要、推演结果全部相符。` : `核对不一致：${checked}中有${faults.length}处不符。`);
  return faults.length === 0 ? 0 : 1;
}
