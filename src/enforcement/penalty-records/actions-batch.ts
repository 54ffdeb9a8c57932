import { createHash } from 'node:crypto';
import { canonicalJson, type Json, type LocalDate, shanghaiDay } from '#law';
import { newId } from '#platform/acts/ids';
import { type Client, inTransaction, rows, sqlState } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import { type LoadAnswer, type LoadingDeps, loadDecisions } from './actions.ts';
import { tellOtherSources } from './actions-import-again.ts';
import type { BatchAnswer, BatchRow } from './contract.ts';
import { countedWith } from './loading/counted.ts';
import { incomingIn } from './loading/prepare.ts';
import { sealedRow } from './loading/sealed-row.ts';
import type { FileKind } from './model.ts';
import { type PenaltyRecord, readPenaltyRecords } from './reading/read-records.ts';
import { openFault, reasonOf } from './reading/reasons.ts';
import type { RowOutcome } from './reading/row-outcome.ts';
import { insertImportRows, insertJob, type NewImportRow, NO_COUNTS } from './store-imports.ts';

export type BatchRequest = {
  readonly session: Session;
  readonly key: string;
  readonly rows: readonly PenaltyRecord[];
  readonly fileKind: FileKind;
  readonly exportedOn: LocalDate | null;
};
export type BatchResult = { readonly ok: true; readonly answer: BatchAnswer } | { readonly ok: false; readonly error: 'key-reused' };

/**
 * Takes in what a departmental system sends: all rows of a call in one transaction, each with an answer of its own. The
 * same call again gets the first answer; the same row again changes nothing.
 */
export async function loadBatch(deps: LoadingDeps, request: BatchRequest): Promise<BatchResult> {
  const digest = digestOf(request);
  const remembered = await rememberedAnswer(deps, request, digest);
  if (remembered !== null) return remembered;
  try {
    return { ok: true, answer: await loadRows(deps, request, digest) };
  } catch (error) {
    // The same key arrived twice at once: the other call has won, its answer is ours.
    const other = sqlState(error) === '23505' ? await rememberedAnswer(deps, request, digest) : null;
    if (other !== null) return other;
    throw error;
  }
}

async function loadRows(deps: LoadingDeps, request: BatchRequest, digest: Buffer): Promise<BatchAnswer> {
  const { platform } = deps;
  const nowMs = platform.now();
  const batchId = newId(nowMs);
  const { session, fileKind } = request;
  const today = shanghaiDay(nowMs);
  const exportedOn = fileKind === 'credit-export' ? (request.exportedOn ?? today) : null;
  const context = { today, fileKind, exportedOn, organ: null };
  const { mapping, outcomes } = readPenaltyRecords(request.rows, context);
  const incoming = outcomes.flatMap(incomingIn);
  let answer: BatchAnswer | null = null;
  const load = {
    session,
    batchId,
    sourceOf: (line: number) => `接口报送 ${request.key} 第${line}条`,
  };
  await loadDecisions(deps, load, incoming, async (client, loaded) => {
    const byLine = new Map(loaded.map((a) => [a.line, a]));
    const list = outcomes.map((outcome) => answerOf(outcome, byLine.get(outcome.line ?? 0), mapping));
    answer = answered(batchId, list, mapping.unknown);
    await insertJob(client, session, {
      ...{ id: batchId, origin: 'machine', fileName: null, fileSize: null, sha256: null, fileKind, exportedOn },
      ...{ state: 'queued', phase: 'peers', head: { unknown: mapping.unknown.map((u) => u.title) }, at: new Date(nowMs).toISOString() },
      counts: countedWith(NO_COUNTS, outcomes, byLine),
    });
    await insertImportRows(client, batchId, keptRows(deps, batchId, outcomes, byLine));
    await remember(client, request, digest, answer, nowMs);
  });
  await tellOtherSources(deps, load, () => false);
  if (answer === null) throw new Error('a batch without an answer');
  return answer;
}

function answered(batchId: string, list: readonly BatchRow[], unknown: readonly { readonly title: string }[]): BatchAnswer {
  const count = (status: BatchRow['status']) => list.filter((row) => row.status === status).length;
  return {
    batchId,
    loaded: count('loaded'),
    rejected: count('rejected'),
    duplicates: count('duplicate'),
    unknownFields: unknown.map(({ title }) => title),
    rows: [...list],
  };
}

type Mapping = ReturnType<typeof readPenaltyRecords>['mapping'];

function answerOf(outcome: RowOutcome, answer: LoadAnswer | undefined, mapping: Mapping): BatchRow {
  const row = { line: outcome.line ?? 0, identical: null, matterId: null, problems: [], findings: [] };
  if (outcome.is === 'rejected') return { ...row, status: 'rejected', problems: outcome.faults.map((fault) => openFault(fault, mapping)) };
  const problems = [{ column: '', value: null, reason: reasonOf(outcome) ?? '' }];
  if (outcome.is === 'repeated' && outcome.identical) return { ...row, status: 'duplicate', identical: true, problems };
  if (outcome.is !== 'decision' && outcome.is !== 'repeated') return { ...row, status: 'rejected', problems };
  if (answer === undefined) throw new Error('a decision without an answer');
  switch (answer.is) {
    case 'loaded':
      return { ...row, status: 'loaded', matterId: answer.matterId, findings: answer.doubts.map(foundView) };
    case 'other-source':
      return { ...row, status: 'loaded', matterId: answer.matterId };
    case 'same':
      return { ...row, status: 'duplicate', identical: true, matterId: answer.matterId };
    case 'differs': {
      const reason = '同一处罚机关、文号、年份的决定已经归集，内容不同；请由本单位人员确认是重复、变更还是两份决定';
      return { ...row, status: 'duplicate', identical: false, matterId: answer.matterId, problems: [{ column: '', value: null, reason }] };
    }
    case 'rejected':
      return { ...row, status: 'rejected', problems: answer.faults.map((fault) => openFault(fault, mapping)) };
  }
}

function foundView({ rule, doubt }: Extract<LoadAnswer, { is: 'loaded' }>['doubts'][number]) {
  return { rule: rule.id, severity: rule.severity, because: doubt.because };
}

/** Rows that wait for a person (疑似重复) are kept whole; the others by what became of them. */
function keptRows(
  deps: LoadingDeps,
  batchId: string,
  outcomes: readonly RowOutcome[],
  byLine: ReadonlyMap<number, LoadAnswer>,
): readonly NewImportRow[] {
  return outcomes.map((outcome, i) => sealedRow(deps.sealing, batchId, i + 1, outcome, byLine.get(outcome.line ?? 0)));
}

async function rememberedAnswer(deps: LoadingDeps, { session, key }: BatchRequest, digest: Buffer): Promise<BatchResult | null> {
  const [found] = await inTransaction(deps.platform.pool, sessionPreamble(session, deps.platform.now()), (client) =>
    rows<{ body_digest: Buffer; answer: BatchAnswer }>(
      client,
      'select body_digest, answer from idempotency where caller = $1 and key = $2',
      [session.postId, key],
    ),
  );
  if (found === undefined) return null;
  return found.body_digest.equals(digest) ? { ok: true, answer: found.answer } : { ok: false, error: 'key-reused' };
}

async function remember(client: Client, { session, key }: BatchRequest, digest: Buffer, answer: BatchAnswer, nowMs: number): Promise<void> {
  await client.query('insert into idempotency (caller, key, body_digest, answer, at) values ($1, $2, $3, $4, $5)', [
    session.postId,
    key,
    digest,
    JSON.stringify(answer),
    new Date(nowMs).toISOString(),
  ]);
}

function digestOf({ rows: list, fileKind, exportedOn }: BatchRequest): Buffer {
  const text = list.map((row) => Object.entries(row).map(([key, value]) => [key, value === null ? null : String(value)]));
  return createHash('sha256')
    .update(canonicalJson({ rows: text as Json, fileKind, exportedOn }))
    .digest();
}
