import { type Queryable, rows } from '#platform/db';
import type { RowTab } from './contract-imports.ts';
import type { ColumnKey } from './layout.ts';
import type { RememberedTitles } from './layout-recognition.ts';
import type { PenaltyRecord } from './model.ts';
import type { DuplicateDecision, RowKind } from './model-imports.ts';

export type StoredRow = {
  readonly n: number;
  readonly line: number | null;
  readonly what: RowKind;
  readonly matterId: string | null;
  readonly reason: string | null;
  readonly sealed: Buffer | null;
  readonly decided: DuplicateDecision | null;
  readonly decidedBy: string | null;
  /** What the record says, where the reader sees it. */
  readonly title: string | null;
  /** The later load that has brought a row refused here, and when. */
  readonly correctedBy: string | null;
  readonly correctedAt: string | null;
};

const TABS: Readonly<Record<RowTab, string>> = {
  loaded: `(r.what in ('loaded','other-source') or r.decided in ('separate','update'))`,
  'to-correct': `r.what in ('rejected','unreadable')`,
  duplicate: `r.what = 'duplicate' and r.decided is null`,
  same: `(r.what = 'same' or r.decided = 'same')`,
  'set-aside': `r.what = 'set-aside'`,
};

/** Rows of a job behind a place, in the order of the file. Runs in a transaction of the reader's session, which must see the job. */
export async function rowsOf(client: Queryable, jobId: string, tab: RowTab, after: number, limit: number): Promise<readonly StoredRow[]> {
  return rows<StoredRow>(
    client,
    `select r.n, r.line, r.what, r.reason, r.sealed, r.decided,
       (select a.name from account a where a.id = r.decided_by) as "decidedBy",
       coalesce(r.matter_id, r.corrected_matter) as "matterId",
       (select m.title from matter m where m.id = coalesce(r.matter_id, r.corrected_matter)) as title,
       r.corrected_by as "correctedBy", r.corrected_at as "correctedAt"
     from import_row r where r.job_id = $1 and r.n > $2 and ${TABS[tab]} order by r.n limit $3`,
    [jobId, after, limit],
  );
}

/** Rows that wait for a person's word: those named, or the first ones. */
export async function openDuplicates(
  client: Queryable,
  jobId: string,
  only: readonly number[] | null,
  limit: number,
): Promise<readonly StoredRow[]> {
  return rows<StoredRow>(
    client,
    `select r.n, r.line, r.what, r.matter_id as "matterId", r.reason, r.sealed, r.decided, null as "decidedBy", null as title,
       null as "correctedBy", null as "correctedAt"
     from import_row r where r.job_id = $1 and r.what = 'duplicate' and r.decided is null and r.sealed is not null
       and ($2::int[] is null or r.n = any($2::int[])) order by r.n limit $3`,
    [jobId, only, limit],
  );
}

export async function recordStates(client: Queryable, matterIds: readonly string[]): Promise<ReadonlyMap<string, PenaltyRecord>> {
  if (matterIds.length === 0) return new Map();
  const found = await rows<{ id: string; state: PenaltyRecord }>(
    client,
    `select id, state from matter where id = any($1::uuid[]) and kind = 'penalty-record'`,
    [matterIds],
  );
  return new Map(found.map(({ id, state }) => [id, state]));
}

/** A person's word on one row; false: somebody has decided already. */
export async function markDecided(
  client: Queryable,
  of: { readonly jobId: string; readonly n: number },
  said: { readonly decision: DuplicateDecision; readonly matterId: string; readonly by: string; readonly at: string },
): Promise<boolean> {
  const marked = await client.query(
    `update import_row set decided = $3, matter_id = $4, decided_by = $5, decided_at = $6
     where job_id = $1 and n = $2 and what = 'duplicate' and decided is null`,
    [of.jobId, of.n, said.decision, said.matterId, said.by, said.at],
  );
  return marked.rowCount === 1;
}

export type UnknownOrgan = { readonly mark: string; readonly n: number; readonly rows: number; readonly sealed: Buffer };

/** Names of organs that no register knows, most rows first, each with the row that shows how it is written. */
export async function unknownOrgans(client: Queryable, jobId: string): Promise<readonly UnknownOrgan[]> {
  return rows<UnknownOrgan>(
    client,
    `select g.mark, g.n, g.rows, r.sealed from (
       select organ_mark as mark, min(n) as n, count(*)::int as rows from import_row
       where job_id = $1 and organ_mark is not null and what = 'rejected' and not again group by organ_mark
     ) g join import_row r on r.job_id = $1 and r.n = g.n where r.sealed is not null order by g.rows desc, g.n limit 200`,
    [jobId],
  );
}

/** Rows whose organ has been named come again; the job waits for its turn once more. */
export async function askAgain(client: Queryable, jobId: string, marks: readonly string[]): Promise<void> {
  await client.query(
    `update import_row set again = true where job_id = $1 and what = 'rejected' and organ_mark = any($2::text[]) and sealed is not null`,
    [jobId, marks],
  );
  await client.query(
    `update import_job set state = 'queued', phase = 'rows', attempts = 0, error = null, finished_at = null, cancel_asked_at = null where id = $1`,
    [jobId],
  );
}

/** What a source has said about its titles. */
export async function titlesOf(client: Queryable, city: number, sourceId: string): Promise<RememberedTitles> {
  const found = await rows<{ title: string; key: ColumnKey }>(
    client,
    'select title, column_key as key from import_title where city = $1 and source_id = $2',
    [city, sourceId],
  );
  return Object.fromEntries(found.map(({ title, key }) => [title, key]));
}

export async function rememberTitles(
  client: Queryable,
  of: { readonly city: number; readonly sourceId: string; readonly by: string; readonly at: string },
  titles: RememberedTitles,
): Promise<void> {
  const list = Object.entries(titles);
  if (list.length === 0) return;
  await client.query(
    `insert into import_title (city, source_id, title, column_key, said_by, said_at)
     select $1, $2, w.title, w.key, $3, $4 from unnest($5::text[], $6::text[]) as w(title, key)
     on conflict (city, source_id, title) do update set column_key = excluded.column_key, said_by = excluded.said_by, said_at = excluded.said_at`,
    [of.city, of.sourceId, of.by, of.at, list.map(([title]) => title), list.map(([, key]) => key)],
  );
}
