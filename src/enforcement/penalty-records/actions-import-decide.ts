import { cite, type Refusal, refuse } from '#law';
import { inTransaction } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import { type Load, type LoadingDeps, type LookedUp, lookUp, openRecords } from './actions.ts';
import { isOwn } from './actions-import.ts';
import { reasonOfRefusal } from './actions-import-again.ts';
import { noteDuplicate, updateRecord } from './actions-records.ts';
import type { DuplicatesBody } from './contract-imports.ts';
import { keyOf, type Prepared, placeOf } from './loading/prepare.ts';
import { openRow } from './loading/sealed-row.ts';
import { DECISION_LABELS, type DuplicateDecision } from './model-imports.ts';
import { markDecided, openDuplicates, type StoredRow } from './store-import-rows.ts';
import { recountJob } from './store-import-runs.ts';
import { type ImportJob, jobById } from './store-imports.ts';

const ART_8_12 = cite('实施细则', 8, undefined, 12);
const MOST_AT_ONCE = 500;

export type Decided = {
  readonly decided: number;
  readonly left: number;
  readonly refused: readonly { readonly line: number | null; readonly reason: string }[];
};

/**
 * A person's word on rows that bear the number of a decision which is there already: the same, a change of it, or
 * another decision. Each is an act of its own that happens once, however often it is asked for.
 */
export async function decideDuplicates(
  deps: LoadingDeps,
  session: Session,
  id: string,
  body: DuplicatesBody,
): Promise<Decided | Refusal | null> {
  const job = await asPerson(deps, session, (client) => jobById(client, session, id));
  if (job === null) return null;
  if (!isOwn(session, job)) return refuse('not-ours', ART_8_12, '是否重复由报送单位的人员确认，您可以查看');
  const open = await asPerson(deps, session, (client) => openDuplicates(client, id, body.rows ?? null, MOST_AT_ONCE));
  const load = loadOf(session, job, body.decision);
  const refused: { line: number | null; reason: string }[] = [];
  let decided = 0;
  for (const row of open) {
    const reason = await decideOne(deps, load, job, row, body.decision);
    if (reason === null) decided += 1;
    else refused.push({ line: row.line, reason });
  }
  const left = await asPerson(deps, session, async (client) => {
    await recountJob(client, id);
    return (await openDuplicates(client, id, null, MOST_AT_ONCE)).length;
  });
  return { decided, left, refused };
}

function loadOf(session: Session, job: ImportJob, decision: DuplicateDecision): Load {
  const from = job.origin === 'file' ? `导入 ${job.fileName ?? ''}` : '接口报送';
  const sourceOf = (line: number) => `${from} 第${line}行，经人工确认：${DECISION_LABELS[decision]}`.slice(0, 500);
  return { session, batchId: job.id, sourceOf };
}

/** null: done. Otherwise why not. */
async function decideOne(
  deps: LoadingDeps,
  load: Load,
  job: ImportJob,
  row: StoredRow,
  decision: DuplicateDecision,
): Promise<string | null> {
  const kept = row.sealed === null ? null : openRow(deps.sealing, job.id, row.n, row.sealed);
  if (kept?.row == null) return '这一行的内容已经清除';
  const found = await lookUp(deps, load, [{ line: row.line ?? row.n, row: kept.row }]);
  const incoming = found.prepared[0];
  if (incoming === undefined) return '这一行的内容已经清除';
  if (!('organ' in incoming)) return incoming.faults.map(({ column, reason }) => `${column}：${reason}`).join('；');
  const there = found.known.filter((k) => keyOf(k) === keyOf(placeOf(incoming)));
  const target = there.find((k) => k.matterId === row.matterId) ?? there[0];
  if (target === undefined)
    return kept.firstLine === null ? '原有的记录已经并入别处' : `它所重复的第${kept.firstLine}行还没有入库，请先更正那一行`;
  const at = { jobId: job.id, n: row.n };
  if (decision === 'separate') return openAnother(deps, load, found, incoming, 1 + Math.max(...there.map((k) => k.keySerial)), at);
  const told = { matterId: target.matterId, incoming };
  const tell = decision === 'same' ? noteDuplicate : updateRecord;
  const answer = await tell(deps, load.session, told, load.sourceOf(incoming.line), `import-${job.id}-${row.n}-${decision}`);
  // The same key with a party kept anew: it has been done before, only not noted at the row.
  if (!answer.ok && answer.error !== 'key-reused') return reasonOfRefusal(answer);
  await asPerson(deps, load.session, (client) => markDecided(client, at, saidBy(deps, load, decision, target.matterId)));
  return null;
}

async function openAnother(
  deps: LoadingDeps,
  load: Load,
  found: LookedUp,
  incoming: Prepared,
  serial: number,
  at: { readonly jobId: string; readonly n: number },
): Promise<string | null> {
  let reason: string | null = null;
  try {
    await openRecords(deps, load, found, [incoming], serial, async (client, [opened]) => {
      if (opened?.ok !== true) reason = opened === undefined ? '没有入库' : reasonOfBulk(opened);
      else if (!(await markDecided(client, at, saidBy(deps, load, 'separate', opened.matterId)))) throw new DecidedMeanwhile();
    });
  } catch (error) {
    if (error instanceof DecidedMeanwhile) return '刚刚已由他人确认';
    throw error;
  }
  return reason;
}

class DecidedMeanwhile extends Error {}

function reasonOfBulk(opened: { readonly problems: readonly { label: string; reason: string }[] } | { readonly refusal: Refusal }): string {
  if ('refusal' in opened) return opened.refusal.reason;
  return opened.problems.map(({ label, reason }) => `${label}：${reason}`).join('；');
}

function saidBy({ platform }: LoadingDeps, { session }: Load, decision: DuplicateDecision, matterId: string) {
  return { decision, matterId, by: session.accountId, at: new Date(platform.now()).toISOString() };
}

function asPerson<T>({ platform }: LoadingDeps, session: Session, work: Parameters<typeof inTransaction<T>>[2]): Promise<T> {
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), work);
}
