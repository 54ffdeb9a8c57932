import { inTransaction } from '#platform/db';
import { readCursor, writeCursor } from '#platform/matters/cursor';
import { type Session, sessionPreamble } from '#platform/session';
import type { LoadingDeps } from './actions.ts';
import { isOwn, sampleOwner } from './actions-import.ts';
import type { ImportsQuery, JobLine, JobView, RowsQuery, RowView } from './contract-imports.ts';
import { shownRow } from './loading/person.ts';
import { type KeptRow, openRow } from './loading/sealed-row.ts';
import type { Difference } from './model.ts';
import { differencesOf } from './model-differences.ts';
import { JOB_STATES, ROW_KINDS } from './model-imports.ts';
import { openFault } from './reading/reasons.ts';
import { recordStates, rowsOf, type StoredRow, unknownOrgans } from './store-import-rows.ts';
import { type ImportJob, jobById, jobsOf, jobsOfFile, NO_COUNTS } from './store-imports.ts';

/** Earlier loads in the reader's sight, newest first. */
export async function listImports(deps: LoadingDeps, session: Session, { cursor, limit = 20 }: ImportsQuery) {
  const before = readCursor(cursor, 2);
  const found = await asPerson(deps, session, (client) => jobsOf(client, session, before, limit + 1));
  const last = found.length > limit ? found[limit - 1] : undefined;
  return { items: found.slice(0, limit).map(lineOf), cursor: last === undefined ? null : writeCursor([last.createdAt, last.id]) };
}

function stateWords({
  state,
  cancelAskedAt,
  counts,
  corrected,
}: Pick<ImportJob, 'state' | 'cancelAskedAt' | 'counts' | 'corrected'>): string {
  if (state === 'running' && cancelAskedAt !== null) return '正在取消';
  const open = state === 'done' ? (counts.rejected ?? 0) - corrected : 0;
  return open === 0 ? JOB_STATES[state] : `${JOB_STATES[state]}，${open}行需更正`;
}

function lineOf(job: ImportJob): JobLine {
  return {
    id: job.id,
    origin: job.origin,
    state: job.state,
    stateName: stateWords(job),
    phase: job.phase,
    fileName: job.fileName,
    fileSize: job.fileSize,
    fileKind: job.fileKind,
    exportedOn: job.exportedOn,
    organisationName: job.organisationName,
    accountName: job.accountName,
    createdAt: job.createdAt,
    finishedAt: job.finishedAt,
    progress: job.progress,
    counts: { ...NO_COUNTS, ...job.counts },
    corrected: job.corrected,
  };
}

/** One load as the reader may see it; null: not in sight. */
export async function viewImport(deps: LoadingDeps, session: Session, id: string): Promise<JobView | null> {
  return asPerson(deps, session, async (client) => {
    const job = await jobById(client, session, id);
    if (job === null) return null;
    const mine = isOwn(session, job);
    const same = job.sha256 === null ? [] : await jobsOfFile(client, job.organisationId, job.sha256);
    const unknown = job.state === 'running' || job.state === 'queued' ? [] : await unknownOrgans(client, id);
    return {
      ...lineOf(job),
      startedAt: job.startedAt,
      head: job.head,
      sample: mine && job.sample !== null ? (JSON.parse(deps.sealing.unseal(job.sample, sampleOwner(id)) ?? '[]') as string[][]) : [],
      organ: job.organId === null ? null : { id: job.organId, name: job.organName ?? '' },
      passed: job.passed,
      line: job.line,
      rowsPerSecond: job.busyMs > 0 ? Math.round((job.passed * 1000) / job.busyMs) : null,
      cancelAsked: job.cancelAskedAt !== null,
      error: job.error,
      mine,
      earlier: same
        .filter((other) => other.id !== id && other.createdAt <= job.createdAt)
        .map((other) => ({
          id: other.id,
          createdAt: other.createdAt,
          stateName: stateWords(other),
          loaded: other.counts.loaded ?? 0,
        })),
      unknownOrgans: unknown.flatMap(({ mark, n, rows, sealed }) => {
        const name = openRow(deps.sealing, id, n, sealed)?.row?.organ.name;
        return name === undefined ? [] : [{ mark, name, rows }];
      }),
    };
  });
}

/** Rows of a load behind a cursor. Who reads it from above is not told what stands in cells about persons. */
export async function listRows(deps: LoadingDeps, session: Session, id: string, { tab, cursor, limit = 50 }: RowsQuery) {
  return asPerson(deps, session, async (client) => {
    const job = await jobById(client, session, id);
    if (job === null) return null;
    const after = Number(readCursor(cursor, 1)?.[0] ?? 0);
    const found = await rowsOf(client, id, tab, Number.isSafeInteger(after) ? after : 0, limit + 1);
    const page = found
      .slice(0, limit)
      .map((row) => ({ row, kept: row.sealed === null ? null : openRow(deps.sealing, id, row.n, row.sealed) }));
    const states = await recordStates(client, tab === 'duplicate' ? page.flatMap((one) => one.row.matterId ?? []) : []);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      items: page.map((one): RowView => {
        const { matterId } = one.row;
        const state = states.get(matterId ?? '');
        const told = one.kept?.row ?? null;
        const differences = state === undefined || told === null ? [] : differencesOf(state.row, shownRow(told));
        const title = one.row.title ?? (state === undefined ? null : `${state.row.number.text} ${state.row.party.name}`);
        return rowView(job, one.row, one.kept, { matterId: title === null ? null : matterId, title, differences });
      }),
      cursor: last === undefined ? null : writeCursor([String(last.row.n)]),
    };
  });
}

/** `record`: what stands at the row's record as far as the reader sees it; one out of sight is not named. */
function rowView(
  job: ImportJob,
  row: StoredRow,
  kept: KeptRow | null,
  record: { readonly matterId: string | null; readonly title: string | null; readonly differences: readonly Difference[] },
): RowView {
  const columns = (job.head?.columns ?? []).flatMap(({ index, title, key }) => (key === null ? [] : [{ index, title, key, unit: null }]));
  return {
    n: row.n,
    line: row.line,
    what: row.what,
    whatName: ROW_KINDS[row.what],
    reason: row.reason,
    faults: row.what === 'rejected' ? (kept?.faults ?? []).map((fault) => openFault(fault, { columns })) : [],
    ...record,
    corrected: row.correctedBy === null || row.correctedAt === null ? null : { by: row.correctedBy, at: row.correctedAt },
    decided: row.decided,
    decidedBy: row.decidedBy,
  };
}

export async function jobInSight(deps: LoadingDeps, session: Session, id: string): Promise<ImportJob | null> {
  return asPerson(deps, session, (client) => jobById(client, session, id));
}

export function asPerson<T>({ platform }: LoadingDeps, session: Session, work: Parameters<typeof inTransaction<T>>[2]): Promise<T> {
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), work);
}
