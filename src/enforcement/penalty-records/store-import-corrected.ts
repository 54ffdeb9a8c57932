import { type Queryable, rows } from '#platform/db';
import type { AskedMarks } from './loading/line-mark.ts';

/** Under which marks rows of a source still wait to be corrected; asked once for a load. */
export async function marksWaiting(client: Queryable, sourceId: string, butJob: string): Promise<AskedMarks> {
  const [found] = await rows<AskedMarks>(
    client,
    `select coalesce(bool_or(r.line_mark like 'n%'), false) as numbers, coalesce(bool_or(r.line_mark like 'r%'), false) as rows
     from import_row r join import_job j on j.id = r.job_id
     where j.organisation_id = $1 and r.job_id <> $2 and r.what = 'rejected' and r.corrected_by is null and r.line_mark is not null`,
    [sourceId, butJob],
  );
  return found ?? { numbers: false, rows: false };
}

export type Corrected = { readonly mark: string; readonly matterId: string };

/** Rows of earlier loads of the source that have come again and were taken in now; each load counts its own. */
export async function markCorrected(
  client: Queryable,
  by: { readonly sourceId: string; readonly jobId: string; readonly at: string },
  list: readonly Corrected[],
): Promise<void> {
  if (list.length === 0) return;
  await client.query(
    `with told as (select mark, matter_id from unnest($4::text[], $5::uuid[]) as w(mark, matter_id)),
     done as (
       update import_row r set corrected_by = $2, corrected_at = $3, corrected_matter = t.matter_id
       from told t, import_job j
       where r.line_mark = t.mark and r.what = 'rejected' and r.corrected_by is null and r.job_id <> $2
         and j.id = r.job_id and j.organisation_id = $1
       returning r.job_id)
     update import_job j set corrected = j.corrected + d.n
     from (select job_id, count(*)::int as n from done group by job_id) d where j.id = d.job_id`,
    [by.sourceId, by.jobId, by.at, list.map((c) => c.mark), list.map((c) => c.matterId)],
  );
}
