import type { LocalDate } from '#law';
import { type Queryable, rows } from '#platform/db';
import { isUuid, type Session } from '#platform/session';
import type { FileHead, ImportCountsView } from './contract-imports.ts';
import type { RememberedTitles } from './layout-recognition.ts';
import type { FileKind } from './model.ts';
import type { JobPhase, JobState, RowKind } from './model-imports.ts';

export type ImportCounts = ImportCountsView;
export const NO_COUNTS: ImportCounts = {
  loaded: 0,
  same: 0,
  otherSource: 0,
  updated: 0,
  duplicates: 0,
  rejected: 0,
  setAside: 0,
  skipped: 0,
  findings: 0,
};

export type ImportJob = {
  readonly id: string;
  readonly city: number;
  readonly origin: 'file' | 'machine';
  readonly organisationId: string;
  readonly organisationName: string | null;
  readonly accountId: string;
  readonly accountName: string | null;
  readonly postId: string;
  readonly fileName: string | null;
  readonly fileSize: number | null;
  readonly sha256: string | null;
  readonly fileKind: FileKind;
  readonly exportedOn: LocalDate | null;
  readonly sheet: string | null;
  readonly state: JobState;
  readonly phase: JobPhase;
  /** null for what machines send. */
  readonly head: FileHead | null;
  /** The first rows, encrypted. */
  readonly sample: Buffer | null;
  /** Titles mapped by hand for this file or earlier by its source. */
  readonly titles: RememberedTitles;
  readonly passed: number;
  readonly line: number;
  readonly progress: number;
  readonly counts: Partial<ImportCounts>;
  /** Of the rows to be corrected those that a later load has brought. */
  readonly corrected: number;
  readonly notJudged: readonly { readonly rule: string; readonly missing: string; readonly rows: number }[];
  readonly after: string;
  readonly organId: string | null;
  readonly organName: string | null;
  readonly readThrough: boolean;
  readonly cancelAskedAt: string | null;
  readonly attempts: number;
  readonly busyMs: number;
  readonly error: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
};

const JOB = `j.id, j.city, j.origin, j.organisation_id as "organisationId", j.account_id as "accountId", j.post_id as "postId",
  j.file_name as "fileName", j.file_size as "fileSize", j.sha256, j.file_kind as "fileKind", j.exported_on as "exportedOn", j.sheet, j.state, j.phase,
  case when j.head ? 'columns' then j.head end as head, j.sample, j.titles, j.passed, j.line, j.progress, j.counts, j.corrected, j.not_judged as "notJudged", j.after, j.organ_id as "organId", j.read_through as "readThrough", j.cancel_asked_at as "cancelAskedAt", j.attempts, j.busy_ms as "busyMs", j.error,
  j.created_at as "createdAt", j.started_at as "startedAt", j.finished_at as "finishedAt",
  (select r.name from organisation_today r where r.organisation_id = j.organ_id) as "organName",
  (select a.name from account a where a.id = j.account_id) as "accountName",
  (select r.name from organisation_today r where r.organisation_id = j.organisation_id) as "organisationName"`;

/** The reporter's own unit, and whoever oversees its region or line: the same terms as in row security. */
function seen({ organisationId, region, line, labelMax }: Session): string {
  if (!isUuid(organisationId)) throw new Error('session ids must be UUIDs');
  const n = (value: number): string => String(Math.trunc(value));
  return `(j.label <= ${n(Math.min(3, labelMax))} and (j.organisation_id = '${organisationId}'
    or j.region_ord between ${n(region.lo)} and ${n(region.hi)} or j.line_ord between ${n(line.lo)} and ${n(line.hi)}))`;
}

export async function jobById(client: Queryable, session: Session | null, id: string): Promise<ImportJob | null> {
  const scope = session === null ? 'true' : seen(session);
  const [job] = await rows<ImportJob>(client, `select ${JOB} from import_job j where j.id = $1 and ${scope}`, [id]);
  return job ?? null;
}

/** Jobs in the session's sight, newest first, behind a place (instant, id). */
export async function jobsOf(
  client: Queryable,
  session: Session,
  before: readonly string[] | null,
  limit: number,
): Promise<readonly ImportJob[]> {
  return rows<ImportJob>(
    client,
    `select ${JOB} from import_job j where j.city = $1 and ${seen(session)} and ($2::timestamptz is null or (j.created_at, j.id) < ($2::timestamptz, $3::uuid))
     order by j.created_at desc, j.id desc limit $4`,
    [session.city, before?.[0] ?? null, before?.[1] ?? null, limit],
  );
}

/** Earlier loads of the very same file by the same unit. */
export async function jobsOfFile(client: Queryable, organisationId: string, sha256: string): Promise<readonly ImportJob[]> {
  return rows<ImportJob>(
    client,
    `select ${JOB} from import_job j where j.organisation_id = $1 and j.sha256 = $2 and j.state <> 'cancelled' order by j.created_at desc limit 5`,
    [organisationId, sha256],
  );
}

export type NewJob = Pick<
  ImportJob,
  'id' | 'origin' | 'fileName' | 'fileSize' | 'sha256' | 'fileKind' | 'exportedOn' | 'state' | 'phase'
> & {
  readonly head: object;
  readonly counts: Partial<ImportCounts>;
  readonly at: string;
};

export async function insertJob(client: Queryable, session: Session, job: NewJob): Promise<void> {
  await client.query(
    `insert into import_job (id, city, origin, organisation_id, account_id, post_id, region_ord, line_ord, label, file_name, file_size, sha256,
       file_kind, exported_on, state, phase, head, counts, created_at, finished_at)
     select $1, $2, $3, o.id, $5, $6, o.region_ord, o.line_ord, 2, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
       case when $12 = 'done' then $16::timestamptz end
     from organisation o where o.id = $4`,
    [
      ...[job.id, session.city, job.origin, session.organisationId, session.accountId, session.postId, job.fileName, job.fileSize],
      ...[job.sha256, job.fileKind, job.exportedOn, job.state, job.phase, JSON.stringify(job.head), JSON.stringify(job.counts), job.at],
    ],
  );
}

/** What was recognised of a file that has not begun yet; false: it has. */
export async function recogniseJob(
  client: Queryable,
  id: string,
  seen: Pick<ImportJob, 'titles' | 'organId' | 'sheet'> & { readonly head: FileHead; readonly sample: Buffer; readonly state: JobState },
): Promise<boolean> {
  const kept = await client.query(
    `update import_job set head = $2, titles = $3, organ_id = $4, sheet = $5, sample = $6, state = $7 where id = $1 and state in ('ready','blocked')`,
    [id, JSON.stringify(seen.head), JSON.stringify(seen.titles), seen.organId, seen.sheet, seen.sample, seen.state],
  );
  return kept.rowCount === 1;
}

export type NewImportRow = {
  readonly n: number;
  readonly line: number | null;
  readonly what: RowKind;
  readonly matterId: string | null;
  readonly reason: string | null;
  readonly sealed: Buffer | null;
  /** Mark of an organ's name that no register knows. */
  readonly organMark: string | null;
  /** By what a refused row is told when it comes again. */
  readonly lineMark?: string | null;
};

export async function insertImportRows(client: Queryable, jobId: string, list: readonly NewImportRow[]): Promise<void> {
  if (list.length === 0) return;
  await client.query(
    `insert into import_row (job_id, n, line, what, matter_id, reason, sealed, organ_mark, line_mark)
     select $1, w.n, w.line, w.what, w.matter_id, w.reason, w.sealed, w.organ_mark, w.line_mark
     from unnest($2::int[], $3::int[], $4::text[], $5::uuid[], $6::text[], $7::bytea[], $8::text[], $9::text[])
       as w(n, line, what, matter_id, reason, sealed, organ_mark, line_mark)`,
    [
      jobId,
      list.map((r) => r.n),
      list.map((r) => r.line),
      list.map((r) => r.what),
      list.map((r) => r.matterId),
      list.map((r) => r.reason),
      list.map((r) => r.sealed),
      list.map((r) => r.organMark),
      list.map((r) => r.lineMark ?? null),
    ],
  );
}
