import { type Queryable, rows } from '#platform/db';
import type { ImportedFile } from './actions-import.ts';
import type { LoadCounts } from './model.ts';

/** A worker that says nothing for so long has gone; another takes its job up where it stood. */
const LEASE_MS = 60_000;
const MOST_TRIES = 5;

export type LawJob = { readonly matterId: string; readonly city: number; readonly passed: number };

export async function queueJob(client: Queryable, matterId: string, city: number): Promise<void> {
  await client.query('insert into law_import_job (matter_id, city) values ($1, $2) on conflict do nothing', [matterId, city]);
}

/** The oldest job that waits, or whose worker has gone; null: nothing to do. */
export async function takeJob(client: Queryable, moment: number): Promise<LawJob | null> {
  const [taken] = await rows<LawJob>(
    client,
    `update law_import_job set lease_until = $2, attempts = attempts + 1
     where matter_id = (select matter_id from law_import_job where not done and attempts < ${MOST_TRIES}
       and (lease_until is null or lease_until < $1) order by matter_id limit 1 for update skip locked)
     returning matter_id as "matterId", city, passed`,
    [at(moment), at(moment + LEASE_MS)],
  );
  return taken ?? null;
}

/** Moves the job on in the transaction of its batch; false: another worker holds it, or it was stopped. */
export async function advanceJob(client: Queryable, job: LawJob, from: number, to: number, moment: number): Promise<boolean> {
  const moved = await client.query(
    `update law_import_job j set passed = $3, lease_until = $4, attempts = 0
     where j.matter_id = $1 and j.passed = $2 and not j.done
       and exists (select from matter m where m.id = j.matter_id and m.status = 'open')`,
    [job.matterId, from, to, at(moment + LEASE_MS)],
  );
  return moved.rowCount === 1;
}

/** Lets the job go: done for good, or free for the next worker. */
export async function leaveJob(client: Queryable, matterId: string, done: boolean): Promise<void> {
  await client.query('update law_import_job set lease_until = null, done = done or $2 where matter_id = $1', [matterId, done]);
}

/** A job that was lost is another worker's, unless its load was stopped. */
export async function endStopped(client: Queryable, matterId: string): Promise<void> {
  await client.query(
    `update law_import_job j set done = true from matter m where j.matter_id = $1 and m.id = j.matter_id and m.status <> 'open'`,
    [matterId],
  );
}

export async function insertFiles(client: Queryable, matterId: string, first: number, files: readonly ImportedFile[]): Promise<void> {
  await client.query(
    `insert into law_import_file (matter_id, n, source, name, result, reason, articles, problems)
     select $1, f.n, f.source, f.name, f.result, f.reason, f.articles, f.problems
     from jsonb_to_recordset($2::jsonb) as f (n int, source text, name text, result text, reason text, articles int, problems jsonb)`,
    [matterId, JSON.stringify(files.map((f, i) => ({ ...f, n: first + i }))).replaceAll('\\u0000', '')],
  );
}

export async function countsOf(client: Queryable, matterId: string): Promise<LoadCounts> {
  const [found] = await rows<LoadCounts>(
    client,
    `select count(*) filter (where result = 'added')::int as added, count(*) filter (where result = 'changed')::int as changed,
       count(*) filter (where result = 'unchanged')::int as unchanged, count(*) filter (where result = 'refused')::int as refused,
       coalesce(sum(articles), 0)::int as articles, coalesce(sum(jsonb_array_length(problems)), 0)::int as problems
     from law_import_file where matter_id = $1`,
    [matterId],
  );
  if (found === undefined) throw new Error('counts answered no row');
  return found;
}

/** Names of the texts that a load has brought or changed. */
export async function changedNames(client: Queryable, matterId: string): Promise<{ readonly name: string; readonly changed: boolean }[]> {
  return rows(
    client,
    `select name, bool_or(result = 'changed') as changed from law_import_file
     where matter_id = $1 and result in ('added', 'changed') group by name order by name`,
    [matterId],
  );
}

function at(moment: number): string {
  return new Date(moment).toISOString();
}
