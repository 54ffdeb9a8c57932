import { type Queryable, rows } from '#platform/db';
import type { JobPhase } from './model-imports.ts';
import type { ImportCounts, NewImportRow } from './store-imports.ts';

/** A worker that says nothing for so long has gone; another one takes its job up where it stood. */
export const LEASE_MS = 60_000;

/**
 * The oldest job that waits, or whose worker has gone, under a lease; null: nothing to do. Any number of servers may ask
 * at once. `moment` is the platform's time in epoch milliseconds.
 */
export async function takeJob(client: Queryable, moment: number): Promise<string | null> {
  const [taken] = await rows<{ id: string }>(
    client,
    `update import_job j set state = 'running', started_at = coalesce(j.started_at, $1::timestamptz), lease_until = $2, attempts = j.attempts + 1
     where j.id = (select id from import_job where state = 'queued' or (state = 'running' and lease_until < $1)
       order by created_at limit 1 for update skip locked)
     returning j.id`,
    [at(moment), at(moment + LEASE_MS)],
  );
  return taken?.id ?? null;
}

export type Progress = {
  readonly jobId: string;
  /** What had been passed when this chunk was read: a worker that has lost its job finds another number and writes nothing. */
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly progress: number;
  readonly counts: ImportCounts;
  readonly busyMs: number;
  readonly moment: number;
};

/** Moves the job on in the transaction of its chunk. lost: another worker holds it now, the chunk must not be written. */
export async function advanceJob(client: Queryable, p: Progress): Promise<'on' | 'cancelled' | 'lost'> {
  const [moved] = await rows<{ cancelled: boolean }>(
    client,
    `update import_job set passed = $3, line = $4, progress = $5, counts = $6, busy_ms = busy_ms + $7, lease_until = $8, attempts = 0
     where id = $1 and passed = $2 and state = 'running'
     returning cancel_asked_at is not null as cancelled`,
    [p.jobId, p.from, p.to, p.line, p.progress, JSON.stringify(p.counts), Math.round(p.busyMs), at(p.moment + LEASE_MS)],
  );
  if (moved === undefined) return 'lost';
  return moved.cancelled ? 'cancelled' : 'on';
}

/** Keeps the lease while rows that need no chunk are worked on; false: the job is no longer running. */
export async function keepJob(client: Queryable, jobId: string, moment: number): Promise<boolean> {
  const kept = await client.query(`update import_job set lease_until = $2 where id = $1 and state = 'running'`, [
    jobId,
    at(moment + LEASE_MS),
  ]);
  return kept.rowCount === 1;
}

export async function enterPhase(client: Queryable, jobId: string, phase: JobPhase): Promise<void> {
  await client.query(
    `update import_job set phase = $2, read_through = true, after = '', progress = 1, attempts = 0 where id = $1 and state = 'running'`,
    [jobId, phase],
  );
}

/** The end: done, or cancelled where that was asked for in the middle; what had been taken in stays. */
export async function finishJob(client: Queryable, jobId: string, moment: number): Promise<void> {
  await client.query(
    `update import_job set state = case when cancel_asked_at is null then 'done' else 'cancelled' end, phase = 'done', finished_at = $2, lease_until = null
     where id = $1 and state = 'running'`,
    [jobId, at(moment)],
  );
}

export async function failJob(client: Queryable, jobId: string, error: string, moment: number): Promise<void> {
  await client.query(
    `update import_job set state = 'failed', error = $2, finished_at = $3, lease_until = null where id = $1 and state in ('queued','running')`,
    [jobId, error, at(moment)],
  );
}

/** Gives the job back at once, for whoever comes next. */
export async function releaseJob(client: Queryable, jobId: string): Promise<void> {
  await client.query(`update import_job set state = 'queued', lease_until = null, attempts = 0 where id = $1 and state = 'running'`, [
    jobId,
  ]);
}

export type KeptImportRow = { readonly n: number; readonly line: number | null; readonly matterId: string | null; readonly sealed: Buffer };

/** Rows whose organ a person has named meanwhile. */
export async function rowsAgain(client: Queryable, jobId: string, limit: number): Promise<readonly KeptImportRow[]> {
  return rows<KeptImportRow>(
    client,
    `select n, line, matter_id as "matterId", sealed from import_row where job_id = $1 and again and sealed is not null order by n limit $2`,
    [jobId, limit],
  );
}

/** Rows of another source that have not been written into their record yet. */
export async function rowsUntold(client: Queryable, jobId: string, limit: number): Promise<readonly KeptImportRow[]> {
  return rows<KeptImportRow>(
    client,
    `select n, line, matter_id as "matterId", sealed from import_row
     where job_id = $1 and what = 'other-source' and sealed is not null order by n limit $2`,
    [jobId, limit],
  );
}

export async function markTold(client: Queryable, jobId: string, n: number): Promise<void> {
  await client.query(`update import_row set sealed = null where job_id = $1 and n = $2`, [jobId, n]);
}

/** A row that its record does not take any more. */
export async function rejectRow(client: Queryable, jobId: string, n: number, reason: string): Promise<void> {
  await client.query(`update import_row set what = 'rejected', reason = $3 where job_id = $1 and n = $2`, [jobId, n, reason]);
}

/** What became of rows that were taken in again; false: another worker has been faster. */
export async function replaceRows(client: Queryable, jobId: string, list: readonly NewImportRow[]): Promise<boolean> {
  const replaced = await client.query(
    `update import_row r set what = w.what, matter_id = w.matter_id, reason = w.reason, sealed = w.sealed, organ_mark = w.organ_mark, again = false
     from unnest($2::int[], $3::text[], $4::uuid[], $5::text[], $6::bytea[], $7::text[]) as w(n, what, matter_id, reason, sealed, organ_mark)
     where r.job_id = $1 and r.n = w.n and r.again`,
    [
      jobId,
      list.map((r) => r.n),
      list.map((r) => r.what),
      list.map((r) => r.matterId),
      list.map((r) => r.reason),
      list.map((r) => r.sealed),
      list.map((r) => r.organMark),
    ],
  );
  return replaced.rowCount === list.length;
}

/**
 * Lets the database look at once at the tables through which a load is compared and counted: its own look comes up to a minute later, and comparing
 * and counting would be planned for the tables as they were. Runs as the login, who owns them (elsewhere the database
 * only warns); what another session looks at just now is left to it.
 */
export async function analyseLoaded(pool: Queryable): Promise<void> {
  await pool.query('analyze (skip_locked) penalty_record, penalty_due, finding, judgement');
}

const COUNTED = {
  loaded: `r.what = 'loaded' or r.decided = 'separate'`,
  same: `r.what = 'same' or r.decided = 'same'`,
  otherSource: `r.what = 'other-source'`,
  updated: `r.decided = 'update'`,
  duplicates: `r.what = 'duplicate' and r.decided is null`,
  rejected: `r.what in ('rejected','unreadable')`,
  setAside: `r.what = 'set-aside'`,
} as const;

/** Counts the rows of a job anew; what was passed over without a row keeps its number. Doubts are those of its records. */
export async function recountJob(client: Queryable, jobId: string): Promise<void> {
  const parts = Object.entries(COUNTED).map(([key, where]) => `'${key}', count(*) filter (where ${where})`);
  await client.query(
    `update import_job j set counts = j.counts || (select jsonb_build_object(${parts.join(', ')}) from import_row r where r.job_id = j.id)
       || jsonb_build_object('findings', (select count(*) from judgement g join finding f on f.city = g.city and f.cohort = g.cohort and f.matter_id = g.matter_id and f.stands
            where g.batch_id = j.id))
     where j.id = $1`,
    [jobId],
  );
}

function at(moment: number): string {
  return new Date(moment).toISOString();
}
