import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isRefusal, shanghaiDay } from '#law';
import { type Client, databaseTrouble, inTransaction } from '#platform/db';
import type { BlobStore } from '#platform/files';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import type { Load, LoadingDeps } from './actions.ts';
import { takeInAgain, tellOtherSources } from './actions-import-again.ts';
import { type Ending, JobLost, type Run, takeInFile, WORTH_ANALYSING } from './actions-import-rows.ts';
import { openPenaltyFile, type PenaltyFileOptions } from './reading/read-rows.ts';
import { organUnit } from './store.ts';
import { analyseLoaded, enterPhase, failJob, finishJob, keepJob, LEASE_MS, recountJob, releaseJob, takeJob } from './store-import-runs.ts';
import { type ImportJob, jobById, NO_COUNTS } from './store-imports.ts';

/**
 * Work over several records that follows once a job's rows are in. It may be called again for the same job after a
 * server was killed, and leaves soon once `stopping` says so: another server goes on.
 */
export type ImportPhase = (deps: LoadingDeps, city: number, stopping: () => boolean) => Promise<unknown>;

export type ImportDeps = LoadingDeps & {
  readonly blobs: BlobStore;
  /** What the post of the person who loads reaches today; null: not held any more. */
  readonly sessionOf: (accountId: string, postId: string) => Promise<Session | null>;
  readonly phases: Readonly<Record<'peers' | 'units', ImportPhase>>;
};

const MOST_TRIES = 3;

/** Takes one waiting job and works it to its end; false: none waits. Nothing here depends on who asked for the job being there. */
export async function runNextImport(deps: ImportDeps, stopping: () => boolean): Promise<boolean> {
  const jobId = await inSystem(deps, (client) => takeJob(client, deps.platform.now()));
  const job = jobId === null ? null : await inSystem(deps, (client) => jobById(client, null, jobId));
  if (job === null) return false;
  try {
    await runJob(deps, job, stopping);
  } catch (error) {
    if (error instanceof JobLost) return true;
    // A database that is gone comes back; anything else is tried again when the lease has run out, and at last said.
    if (databaseTrouble(error) === null && job.attempts >= MOST_TRIES)
      await fail(
        deps,
        job,
        `平台处理第${job.line + 1}行之后的内容时反复出错，已停止；已入库的不受影响。请把本次导入的编号 ${job.id} 告知系统管理员`,
      );
    throw error;
  }
  return true;
}

async function runJob(deps: ImportDeps, job: ImportJob, stopping: () => boolean): Promise<void> {
  if (job.phase === 'rows') {
    const ending = await passRows(deps, job, stopping);
    if (ending === 'failed') return;
    if (ending === 'stopped') return inSystem(deps, (client) => releaseJob(client, job.id));
    await inSystem(deps, (client) => recountJob(client, job.id));
  }
  for (const phase of ['peers', 'units'] as const) {
    if (phase === 'peers' && job.phase === 'units') continue;
    await inSystem(deps, (client) => enterPhase(client, job.id, phase));
    await keeping(deps, job.id, () => deps.phases[phase](deps, job.city, stopping));
    if (stopping()) return inSystem(deps, (client) => releaseJob(client, job.id));
  }
  await inSystem(deps, async (client) => {
    await recountJob(client, job.id);
    await finishJob(client, job.id, deps.platform.now());
  });
}

const HEARTBEAT_MS = LEASE_MS / 4;

/** Keeps the lease while work goes on that does not touch the job. */
async function keeping(deps: ImportDeps, jobId: string, work: () => Promise<unknown>): Promise<void> {
  const beat = setInterval(() => {
    // A beat that fails is made up by the next; after the last the job is free for another server.
    inSystem(deps, (client) => keepJob(client, jobId, deps.platform.now())).catch(() => undefined);
  }, HEARTBEAT_MS);
  try {
    await work();
  } finally {
    clearInterval(beat);
  }
}

async function passRows(deps: ImportDeps, job: ImportJob, stopping: () => boolean): Promise<Ending | 'failed'> {
  const session = await deps.sessionOf(job.accountId, job.postId);
  if (session === null) return fail(deps, job, '报送人的账号已停用或者不再担任原岗位，导入停止；已入库的保留，其余请由现任人员重新导入');
  if (deps.platform.law().currentProfile(job.city) === null) return fail(deps, job, '本市尚未载入规则参数，不能导入');
  const load = loadOf(job, session);
  const run: Run = {
    deps,
    job,
    load,
    stopping,
    begunAt: job.passed,
    passed: job.passed,
    counts: { ...NO_COUNTS, ...job.counts },
    isAnalysed: false,
    waiting: null,
  };
  const ending = job.readThrough || job.origin === 'machine' ? 'through' : await readFile(deps, run);
  if (ending !== 'through') return ending;
  const again = await takeInAgain(run);
  if (again === 'stopped') return again;
  if (run.passed >= WORTH_ANALYSING) await analyseLoaded(deps.platform.pool);
  return tellOtherSources(deps, load, stopping);
}

function loadOf(job: ImportJob, session: Session): Load {
  const origin = job.origin === 'file' ? `导入 ${job.fileName ?? ''}` : '接口报送';
  return {
    session,
    batchId: job.id,
    sourceOf: (line) => `${origin} 第${line}行`,
  };
}

async function readFile(deps: ImportDeps, run: Run): Promise<Ending | 'failed'> {
  const { job } = run;
  const options = await inSystem(deps, (client) => readingOf(client, job, shanghaiDay(deps.platform.now())));
  return withFile(deps.blobs, job.sha256 ?? '', async (path) => {
    const file = await openPenaltyFile(path, options);
    if (isRefusal(file)) return fail(deps, job, file.reason);
    try {
      return file.blocked === null ? await takeInFile(run, file) : await fail(deps, job, file.blocked.reason);
    } finally {
      await file.close();
    }
  });
}

/** How a job's file is read: the same each time, so that a job taken up again finds the same rows. */
export async function readingOf(
  client: Client,
  job: Pick<ImportJob, 'fileKind' | 'titles' | 'sheet' | 'organId'> & Partial<Pick<ImportJob, 'exportedOn'>>,
  today: PenaltyFileOptions['today'],
): Promise<PenaltyFileOptions> {
  const organ = job.organId === null ? null : await organUnit(client, job.organId);
  return {
    today,
    fileKind: job.fileKind,
    exportedOn: job.exportedOn ?? null,
    remembered: job.titles,
    ...(organ === null ? {} : { organ }),
    ...(job.sheet === null ? {} : { sheet: job.sheet }),
  };
}

/** A stored file under a path of its own, for readers that jump about in it. */
export async function withFile<T>(blobs: BlobStore, sha256: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'faheng-import-'));
  try {
    const path = join(folder, 'file');
    await pipeline(blobs.read(sha256), createWriteStream(path));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fail(deps: ImportDeps, job: ImportJob, reason: string): Promise<'failed'> {
  await inSystem(deps, (client) => failJob(client, job.id, reason, deps.platform.now()));
  return 'failed';
}

function inSystem<T>({ platform }: LoadingDeps, work: (client: Client) => Promise<T>): Promise<T> {
  return inTransaction(platform.pool, SYSTEM_PREAMBLE, work);
}
