import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRefusal, refuse } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import { refoldAll } from '#platform/acts/refold';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/db';
import { AT_SERVER } from '#platform/identity/at-server';
import { loadLawContext } from '#platform/law-context';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { readArguments } from './operator-arguments.ts';
import { DONE, type Operator, type OperatorStorage, onStorage, refused, WRONG } from './operator-storage.ts';
import { REACTIONS } from './reactions.ts';
import { KINDS } from './rooms.ts';

export const REFOLD_USAGE = `用法：faheng refold [--from-start]
  按办理记录重新推演每一件事项，只改写与之不符的存储状态（列表数据、待办、参与单位等）；办理记录本身不动。
  可在服务运行时执行。中断后再次执行从中断处继续；--from-start 从头开始。链不完整的事项不予推演，逐件列出。`;

const SHOWN = 20;

export async function refoldCommand(args: readonly string[], operator: Operator): Promise<number> {
  const given = readArguments(args, { places: [], flags: ['from-start'] });
  if (isRefusal(given)) return refused(operator, refuse('usage', null, `${given.reason}。\n\n${REFOLD_USAGE}`));
  return onStorage(operator, (storage) => refoldStorage(operator, storage, given.has('from-start')));
}

async function refoldStorage({ say, now }: Operator, { database: { pool }, folder }: OperatorStorage, fromStart: boolean): Promise<number> {
  const place = join(folder.root, 'refold-position');
  const after = fromStart ? null : await positionIn(place);
  if (after !== null) say(`从上次中断处（事项 ${after} 之后）继续。`);
  const law = await loadLawContext(pool);
  const platform = { pool, kinds: kindsOf(KINDS), now, law: () => law, reactsTo: new Set(REACTIONS) };
  const { matters, changed, failed } = await refoldAll(platform, {
    ...(after === null ? {} : { after }),
    onPage: async (seen, last) => {
      await writeFile(place, last, { mode: 0o600 });
      say(`  已推演${seen}件`);
    },
  });
  await rm(place, { force: true });
  for (const id of changed.slice(0, SHOWN)) say(`改正 ${id}`);
  for (const { matterId, what } of failed.slice(0, SHOWN)) say(`没有推演 ${matterId}：${what}`);
  await inTransaction(pool, SYSTEM_PREAMBLE, (client) =>
    audit(client, {
      actor: AT_SERVER,
      at: now(),
      action: 'matter.refold',
      result: failed.length === 0 ? 'ok' : 'failed',
      detail: { matters, changed: changed.length, failed: failed.length },
    }),
  );
  say(`推演完成：事项${matters}件，改正${changed.length}件，不能推演${failed.length}件。`);
  return failed.length === 0 ? DONE : WRONG;
}

async function positionIn(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return /^[0-9a-f-]{36}$/.test(text) ? text : null;
}
