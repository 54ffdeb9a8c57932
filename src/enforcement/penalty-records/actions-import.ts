import { cite, isRefusal, parseLocalDate, type Refusal, refuse, shanghaiDay } from '#law';
import { newId } from '#platform/acts/ids';
import { type Client, inTransaction, rows } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import { type ImportDeps, readingOf, withFile } from './actions-import-run.ts';
import type { ColumnsBody, FileHead, NewImportBody } from './contract-imports.ts';
import { isColumnKey } from './layout.ts';
import { normaliseTitle, type RememberedTitles } from './layout-recognition.ts';
import { REPORTERS } from './lifecycle.ts';
import { headOf, sampleOf } from './loading/file-head.ts';
import { inTurn } from './loading/in-turn.ts';
import { openPenaltyFile } from './reading/read-rows.ts';
import { organOfOwn } from './store.ts';
import { rememberTitles, titlesOf } from './store-import-rows.ts';
import { type ImportJob, insertJob, jobById, NO_COUNTS, recogniseJob } from './store-imports.ts';

const ART_8_12 = cite('实施细则', 8, undefined, 12);
const NOT_REPORTER = refuse('wrong-role', ART_8_12, '您的岗位不办理处罚决定的报送；由本单位的承办人、法制机构、负责人或者监督人员导入');
const NOT_OURS = refuse('not-ours', ART_8_12, '这次导入由报送单位的人员办理，您可以查看');
const STARTED = refuse('started', ART_8_12, '导入已经开始，不能再改列的对应');

/** Whether a post may load decisions and act on the loads of its own unit. */
export function isReporter({ role }: Session): boolean {
  return REPORTERS.includes(role);
}

export function isOwn(session: Session, job: Pick<ImportJob, 'organisationId'>): boolean {
  return job.organisationId === session.organisationId && isReporter(session);
}

/** Takes an uploaded file up: what it is, which columns it has. No row is read yet. null: no such file in the person's sight. */
export async function createImport(
  deps: ImportDeps,
  session: Session,
  body: NewImportBody,
): Promise<{ readonly id: string } | Refusal | null> {
  if (!isReporter(session)) return NOT_REPORTER;
  const { platform } = deps;
  const own = await asPerson(deps, session, async (client) => ({
    file: (
      await rows<{ name: string; size: number; sha256: string }>(client, 'select name, size, sha256 from file where id = $1', [body.file])
    )[0],
    titles: await titlesOf(client, session.city, session.organisationId),
    organId: await organOfOwn(client, session.organisationId),
  }));
  if (own.file === undefined || !(await deps.blobs.has(own.file.sha256))) return null;
  const { name, size, sha256 } = own.file;
  const nowMs = platform.now();
  const exportedOn = body.fileKind === 'credit-export' ? (parseLocalDate(body.exportedOn ?? '') ?? shanghaiDay(nowMs)) : null;
  if (exportedOn !== null && exportedOn > shanghaiDay(nowMs)) return refuse('exported-later', null, '导出日期不得晚于今天');
  const wanted = { fileKind: body.fileKind, titles: own.titles, sheet: null, organId: own.organId };
  const seen = await recognise(deps, sha256, wanted);
  if (isRefusal(seen)) return seen;
  const id = newId(nowMs);
  return asPerson(deps, session, async (client) => {
    // Held until the job refers to its bytes: a clearing passes it over.
    const held = await rows(client, 'select from file where id = $1 for key share', [body.file]);
    if (held.length === 0) return null;
    await insertJob(client, session, {
      ...{ id, origin: 'file', fileName: name, fileSize: size, sha256, fileKind: body.fileKind, exportedOn },
      ...{ state: 'blocked', phase: 'rows', head: {}, counts: NO_COUNTS, at: new Date(nowMs).toISOString() },
    });
    await store(client, deps, id, own.titles, seen);
    return { id };
  });
}

/** Columns as a person has mapped them; remembered for the next file of the same unit. */
export async function mapColumns(deps: ImportDeps, session: Session, id: string, body: ColumnsBody): Promise<'done' | Refusal | null> {
  const job = await asPerson(deps, session, (client) => jobById(client, session, id));
  if (job === null) return null;
  const may = mayChange(session, job);
  if (may !== null) return may;
  const said = titlesSaid(body.titles);
  if (isRefusal(said)) return said;
  const { organId, remembered } = await asPerson(deps, session, async (client) => ({
    organId: body.organ ?? job.organId ?? (await organOfOwn(client, session.organisationId)),
    remembered: await titlesOf(client, session.city, session.organisationId),
  }));
  const titles = { ...remembered, ...job.titles, ...said };
  const seen = await recognise(deps, job.sha256 ?? '', { fileKind: job.fileKind, titles, sheet: body.sheet ?? job.sheet, organId });
  if (isRefusal(seen)) return seen;
  return asPerson(deps, session, async (client): Promise<'done' | Refusal> => {
    if (!(await store(client, deps, id, titles, seen))) return STARTED;
    const at = new Date(deps.platform.now()).toISOString();
    await rememberTitles(client, { city: session.city, sourceId: session.organisationId, by: session.accountId, at }, said);
    return 'done';
  });
}

function mayChange(session: Session, job: ImportJob): Refusal | null {
  if (!isOwn(session, job)) return NOT_OURS;
  return job.state === 'ready' || job.state === 'blocked' ? null : STARTED;
}

function titlesSaid(given: ColumnsBody['titles']): RememberedTitles | Refusal {
  const said: Record<string, RememberedTitles[string]> = {};
  for (const [title, key] of Object.entries(given)) {
    if (!isColumnKey(key)) return refuse('unknown-column', null, `“${title}”对应的栏目不认识`);
    const plain = normaliseTitle(title);
    if (plain !== '') said[plain] = key;
  }
  return said;
}

type Seen = {
  readonly head: FileHead;
  readonly sample: readonly (readonly string[])[];
  readonly organId: string | null;
  readonly sheet: string | null;
};

/** Opens the file and looks at its head. Few at a time: each may hold some hundred megabytes while it is opened. */
function recognise(
  deps: ImportDeps,
  sha256: string,
  wanted: Pick<ImportJob, 'fileKind' | 'titles' | 'sheet' | 'organId'>,
): Promise<Seen | Refusal> {
  return inTurn(async () => {
    const options = await inTransaction(deps.platform.pool, '', (client) => readingOf(client, wanted, shanghaiDay(deps.platform.now())));
    return withFile(deps.blobs, sha256, async (path) => {
      const file = await openPenaltyFile(path, options);
      if (isRefusal(file)) return file;
      await file.close();
      const hasOrgans = file.mapping.columns.some(({ key }) => key === 'organName');
      return { head: headOf(file), sample: sampleOf(file), organId: hasOrgans ? null : wanted.organId, sheet: wanted.sheet };
    });
  });
}

function store(client: Client, { sealing }: ImportDeps, id: string, titles: RememberedTitles, seen: Seen): Promise<boolean> {
  const { head, organId, sheet } = seen;
  const sample = sealing.seal(JSON.stringify(seen.sample), sampleOwner(id));
  return recogniseJob(client, id, { head, titles, organId, sheet, sample, state: head.blocked === null ? 'ready' : 'blocked' });
}

export function sampleOwner(id: string): string {
  return `import-sample ${id}`;
}

/** Begins the load, or takes up one that stopped at a fault. */
export async function startImport(deps: ImportDeps, session: Session, id: string): Promise<'done' | Refusal | null> {
  return changeState(deps, session, id, (job) => {
    if (job.state === 'blocked') return refuse('blocked', null, job.head?.blocked ?? '列还没有对应好');
    if (job.state !== 'ready' && job.state !== 'failed') return STARTED;
    return `state = 'queued', error = null, attempts = 0, finished_at = null, sample = null`;
  });
}

/** Ends a load: before it began, whole; in the middle, what has been taken in stays and is judged. */
export async function cancelImport(deps: ImportDeps, session: Session, id: string): Promise<'done' | Refusal | null> {
  const at = new Date(deps.platform.now()).toISOString();
  return changeState(deps, session, id, (job) => {
    const untouched = job.passed === 0 && ['ready', 'blocked', 'queued', 'failed'].includes(job.state);
    if (untouched) return `state = 'cancelled', finished_at = '${at}', sample = null`;
    if (['queued', 'running'].includes(job.state) && job.phase === 'rows' && !job.readThrough) return `cancel_asked_at = '${at}'`;
    return refuse('ended', null, job.state === 'running' ? '全部行已经读完，正在比对，不能取消' : '导入已经结束，不能取消');
  });
}

/** One change of a job that the person's unit owns; `change` gives the columns to set, made of constants alone. */
async function changeState(
  deps: ImportDeps,
  session: Session,
  id: string,
  change: (job: ImportJob) => string | Refusal,
): Promise<'done' | Refusal | null> {
  return asPerson(deps, session, async (client): Promise<'done' | Refusal | null> => {
    await client.query('select from import_job where id = $1 for update', [id]);
    const job = await jobById(client, session, id);
    if (job === null) return null;
    if (!isOwn(session, job)) return NOT_OURS;
    const set = change(job);
    if (typeof set !== 'string') return set;
    await client.query(`update import_job set ${set} where id = $1`, [id]);
    return 'done';
  });
}

function asPerson<T>({ platform }: Pick<ImportDeps, 'platform'>, session: Session, work: (client: Client) => Promise<T>): Promise<T> {
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), work);
}
