import type { LocalDate } from '#law';
import { type Queryable, rows } from '#platform/db';
import { isUuid, type Session } from '#platform/session';
import type { FileKind } from './model.ts';

export const JOB_STATES = {
  ready: '待开始',
  blocked: '待对应列',
  queued: '排队中',
  running: '导入中',
  done: '已完成',
  cancelled: '已取消',
  failed: '未完成',
} as const;
export type JobState = keyof typeof JOB_STATES;
export type JobPhase = 'rows' | 'peers' | 'units' | 'done';

export type ImportCounts = {
  readonly loaded: number;
  readonly same: number;
  readonly otherSource: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly setAside: number;
  readonly skipped: number;
  readonly findings: number;
};
export const NO_COUNTS: ImportCounts = {
  loaded: 0,
  same: 0,
  otherSource: 0,
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
  readonly head: Readonly<Record<string, unknown>>;
  readonly titles: Readonly<Record<string, string>>;
  readonly passed: number;
  readonly line: number;
  readonly progress: number;
  readonly counts: Partial<ImportCounts>;
  readonly notJudged: readonly { readonly rule: string; readonly missing: string; readonly rows: number }[];
  readonly after: string;
  readonly busyMs: number;
  readonly error: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
};

const JOB = `j.id, j.city, j.origin, j.organisation_id as "organisationId", j.account_id as "accountId", j.post_id as "postId",
  j.file_name as "fileName", j.file_size as "fileSize", j.sha256, j.file_kind as "fileKind", j.exported_on as "exportedOn", j.sheet, j.state, j.phase,
  j.head, j.titles, j.passed, j.line, j.progress, j.counts, j.not_judged as "notJudged", j.after, j.busy_ms as "busyMs", j.error,
  j.created_at as "createdAt", j.started_at as "startedAt", j.finished_at as "finishedAt",
  (select a.name from account a where a.id = j.account_id) as "accountName",
  (select r.name from organisation_record r where r.organisation_id = j.organisation_id and upper_inf(r.known) and upper_inf(r.valid) limit 1) as "organisationName"`;

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

/** Jobs in the session's sight, newest first. */
export async function jobsOf(client: Queryable, session: Session, before: string | null, limit: number): Promise<readonly ImportJob[]> {
  return rows<ImportJob>(
    client,
    `select ${JOB} from import_job j where j.city = $1 and ${seen(session)} and ($2::timestamptz is null or j.created_at < $2)
     order by j.created_at desc limit $3`,
    [session.city, before, limit],
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
  'id' | 'origin' | 'fileName' | 'fileSize' | 'sha256' | 'fileKind' | 'exportedOn' | 'state' | 'phase' | 'head'
> & {
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

export type RowKind = 'loaded' | 'same' | 'other-source' | 'duplicate' | 'rejected' | 'set-aside' | 'unreadable';
export type NewImportRow = {
  readonly n: number;
  readonly line: number | null;
  readonly what: RowKind;
  readonly matterId: string | null;
  readonly reason: string | null;
  readonly sealed: Buffer | null;
};

export async function insertImportRows(client: Queryable, jobId: string, list: readonly NewImportRow[]): Promise<void> {
  if (list.length === 0) return;
  await client.query(
    `insert into import_row (job_id, n, line, what, matter_id, reason, sealed)
     select $1, w.n, w.line, w.what, w.matter_id, w.reason, w.sealed
     from unnest($2::int[], $3::int[], $4::text[], $5::uuid[], $6::text[], $7::bytea[]) as w(n, line, what, matter_id, reason, sealed)`,
    [
      jobId,
      list.map((r) => r.n),
      list.map((r) => r.line),
      list.map((r) => r.what),
      list.map((r) => r.matterId),
      list.map((r) => r.reason),
      list.map((r) => r.sealed),
    ],
  );
}
