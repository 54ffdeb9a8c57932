import type { Refusal } from '#law';
import { refuse } from '#law';
import { audit, auditActor } from '#platform/audit';
import { inTransaction } from '#platform/db';
import { readCursor, writeCursor } from '#platform/matters/cursor';
import { type Session, sessionPreamble } from '#platform/session';
import type { LoadingDeps } from './actions.ts';
import { isOwn, sampleOwner } from './actions-import.ts';
import type { ImportsQuery, JobLine, JobView, OrgansBody, RowsQuery, RowView } from './contract-imports.ts';
import { LAYOUT } from './layout.ts';
import { shownRow } from './loading/person.ts';
import { type KeptRow, openRow } from './loading/sealed-row.ts';
import type { Difference } from './model.ts';
import { differencesOf } from './model-differences.ts';
import { JOB_STATES, ROW_KINDS } from './model-imports.ts';
import type { Correctable } from './reading/correction-workbook.ts';
import { openFault } from './reading/reasons.ts';
import { isCityOrgan, rememberOrganName } from './store.ts';
import { askAgain, recordStates, rowsOf, type StoredRow, unknownOrgans } from './store-import-rows.ts';
import { type ImportJob, jobById, jobsOf, jobsOfFile, NO_COUNTS } from './store-imports.ts';

/** Earlier loads in the reader's sight, newest first. */
export async function listImports(deps: LoadingDeps, session: Session, { cursor, limit = 20 }: ImportsQuery) {
  const before = readCursor(cursor, 2);
  const found = await asPerson(deps, session, (client) => jobsOf(client, session, before, limit + 1));
  const last = found.length > limit ? found[limit - 1] : undefined;
  return { items: found.slice(0, limit).map(lineOf), cursor: last === undefined ? null : writeCursor([last.createdAt, last.id]) };
}

function lineOf(job: ImportJob): JobLine {
  return {
    id: job.id,
    origin: job.origin,
    state: job.state,
    stateName: job.state === 'running' && job.cancelAskedAt !== null ? '正在取消' : JOB_STATES[job.state],
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
          stateName: JOB_STATES[other.state],
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
    decided: row.decided,
    decidedBy: row.decidedBy,
  };
}

/** Names of organs that the unit has said once: remembered, and the rows that waited for them come again. */
export async function nameOrgans(
  deps: LoadingDeps,
  session: Session,
  id: string,
  { organs }: OrgansBody,
): Promise<'done' | Refusal | null> {
  return asPerson(deps, session, async (client): Promise<'done' | Refusal | null> => {
    await client.query('select from import_job where id = $1 for update', [id]);
    const job = await jobById(client, session, id);
    if (job === null) return null;
    if (!isOwn(session, job)) return refuse('not-ours', null, '单位名称由报送单位的人员对应，您可以查看');
    if (!['done', 'cancelled', 'failed'].includes(job.state)) return refuse('running', null, '本次导入还没有办完，请稍候再对应单位名称');
    const waiting = new Map((await unknownOrgans(client, id)).map((one) => [one.mark, one]));
    const at = new Date(deps.platform.now()).toISOString();
    for (const { mark, organ } of organs) {
      const one = waiting.get(mark);
      const name = one === undefined ? undefined : openRow(deps.sealing, id, one.n, one.sealed)?.row?.organ.name;
      if (name === undefined) return refuse('no-name', null, '这个名称已经对应过了，请刷新页面');
      if (!(await isCityOrgan(client, session.city, organ))) return refuse('no-organ', null, `“${name}”对应的单位不在本市名录中`);
      await rememberOrganName(client, {
        city: session.city,
        sourceId: session.organisationId,
        name,
        organId: organ,
        by: session.accountId,
        at,
      });
    }
    await askAgain(
      client,
      id,
      organs.map(({ mark }) => mark),
    );
    return 'done';
  });
}

/** The rows to be corrected, as they stood in the file; null: not in sight. A page at a time, each in its own short transaction. */
export async function* correctableRows(deps: LoadingDeps, session: Session, job: ImportJob): AsyncGenerator<Correctable> {
  const organColumn = job.head?.columns.find(({ key }) => key === 'organName')?.index ?? null;
  for (let after = 0; ; ) {
    const page = await asPerson(deps, session, (client) => rowsOf(client, job.id, 'to-correct', after, 500));
    for (const row of page) {
      const kept = row.sealed === null ? null : openRow(deps.sealing, job.id, row.n, row.sealed);
      if (kept?.cells == null) continue;
      const faults = kept.faults.map((f) => (f.index === null && f.column === LAYOUT.organName.title ? { ...f, index: organColumn } : f));
      yield { is: 'rejected', line: row.line ?? row.n, faults, cells: kept.cells };
    }
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.n;
  }
}

/** Titles of a file in their places. */
export function titlesInPlace({ head }: ImportJob): readonly string[] {
  const titles: string[] = [];
  for (const { index, title } of head?.columns ?? []) titles[index] = title;
  return Array.from(titles, (title) => title ?? '');
}

/** What leaves the house is logged before its first byte. */
export async function noteDownload(
  deps: LoadingDeps,
  session: Session,
  source: string | null,
  { action, id }: { readonly action: 'import.correction' | 'import.file'; readonly id: string },
): Promise<void> {
  const event = {
    actor: auditActor(session, source),
    at: deps.platform.now(),
    action,
    object: { kind: 'import', id },
    result: 'ok',
  } as const;
  await asPerson(deps, session, (client) => audit(client, event));
}

export async function jobInSight(deps: LoadingDeps, session: Session, id: string): Promise<ImportJob | null> {
  return asPerson(deps, session, (client) => jobById(client, session, id));
}

function asPerson<T>({ platform }: LoadingDeps, session: Session, work: Parameters<typeof inTransaction<T>>[2]): Promise<T> {
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), work);
}
