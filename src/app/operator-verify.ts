import { isRefusal, refuse } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import { verify } from '#platform/acts/verify';
import { verifyAudit } from '#platform/audit-chain';
import { notedHeads } from '#platform/audit-chain-keeper';
import { checkPackage } from '#platform/case-file/check-package';
import { verifyFindings } from '#platform/findings/verify-findings';
import { verifyBlobs } from '#platform/verify-blobs';
import { verifyListTexts } from '../registers/list-changes/actions-verify.ts';
import { readArguments } from './operator-arguments.ts';
import { DONE, type Operator, type OperatorStorage, onStorage, refused, WRONG } from './operator-storage.ts';
import { KINDS } from './rooms.ts';

export const MIGRATE_USAGE = `用法：faheng migrate
  把 DATA_DIR 或 DATABASE_URL 指明的数据库更新到本程序的结构。启动服务时也会自动进行。`;

export const VERIFY_USAGE = `用法：faheng verify [--without-files]
      faheng verify 归档包.zip
  重新推演全部办理记录和预警并与存储的比较，核对每一条链、日志链、拟调整的清单和全部附件的摘要。可在服务运行时执行，不改动任何内容。
  --without-files   不读取附件
  归档包.zip        离线核对一个归档包：各文件与清单、办理链是否相符；不需要数据库`;

/** `faheng migrate`: opening the storage is what brings it to this program's state. */
export async function migrateCommand(args: readonly string[], operator: Operator): Promise<number> {
  const given = readArguments(args, { places: [] });
  if (isRefusal(given)) return refused(operator, refuse('usage', null, `${given.reason}。\n\n${MIGRATE_USAGE}`));
  return onStorage(operator, async () => {
    operator.say('数据库已是本程序的结构。');
    return DONE;
  });
}

export async function verifyCommand(args: readonly string[], operator: Operator): Promise<number> {
  const [place] = args;
  if (args.length === 1 && place !== undefined && !place.startsWith('-')) return verifyPackage(place, operator);
  const given = readArguments(args, { places: [], flags: ['without-files'] });
  if (isRefusal(given)) return refused(operator, refuse('usage', null, `${given.reason}。\n\n${VERIFY_USAGE}`));
  return onStorage(operator, (storage) => verifyAll(storage, operator.say, !given.has('without-files')));
}

/** An archive package by itself, without storage. */
async function verifyPackage(place: string, operator: Operator): Promise<number> {
  const verdict = await checkPackage(place).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  if (verdict instanceof Error)
    return refused(operator, refuse('not-a-package', null, `${place}打不开，或者不是归档包（ZIP）：${verdict.message}`));
  const { files, acts, head, faults } = verdict;
  for (const fault of faults.slice(0, SHOWN_FAULTS)) operator.say(fault);
  const checked = `文件${files}个、办理记录${acts}条`;
  if (faults.length > 0) operator.say(`核对不一致：${checked}中有${faults.length}处不符。`);
  else operator.say(`核对一致：${checked}，链头${head}。归档包自身完整；与平台的记录是否相同，由平台核对同一事项的链头。`);
  return faults.length === 0 ? DONE : WRONG;
}

const SHOWN_FAULTS = 20;

/** One line of verdict; the faults, if any, before it. */
export async function verifyAll(
  { database: { pool }, folder }: Pick<OperatorStorage, 'database' | 'folder'>,
  say: (line: string) => void,
  withFiles: boolean,
): Promise<number> {
  const acts = await verify({ pool, kinds: kindsOf(KINDS) });
  const findings = await verifyFindings({ pool });
  const lists = await verifyListTexts(pool);
  const log = await verifyAudit(pool, await notedHeads(folder.root));
  const files = withFiles ? await verifyBlobs(pool, folder.files) : { files: 0, faults: [] };
  const faults = [
    ...acts.faults.map((f) => `事项 ${f.matterId}${f.seq === null ? '' : ` 第${f.seq}条`}：${f.what}`),
    ...findings.faults.map((f) => `预警 ${f.findingId}：${f.what}`),
    ...lists.faults.map((f) => `清单调整 ${f.matterId ?? f.sha256}：${f.what}`),
    ...log.faults.map((f) => `日志${f.seq === null ? '' : `第${f.seq}条`}：${f.what}`),
    ...files.faults.map((f) => `附件 ${f.sha256}：${f.what}`),
  ];
  for (const fault of faults.slice(0, SHOWN_FAULTS)) say(fault);
  const counted = [
    `事项${acts.matters}件`,
    `办理记录${acts.acts}条`,
    `预警${findings.findings}条`,
    `清单拟稿${lists.texts}份`,
    `日志${log.linked}条`,
  ];
  const checked = [...counted, ...(withFiles ? [`附件${files.files}个`] : [])].join('、');
  say(faults.length === 0 ? `核对一致：${checked}，链、摘要、推演结果全部相符。` : `核对不一致：${checked}中有${faults.length}处不符。`);
  return faults.length === 0 ? DONE : WRONG;
}
