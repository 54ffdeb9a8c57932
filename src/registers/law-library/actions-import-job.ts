import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Platform, perform } from '#platform/acts/perform';
import { type Client, inTransaction, rows } from '#platform/db';
import type { BlobStore } from '#platform/files';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { importTexts, lockImport, noCounts } from './actions-import.ts';
import type { LawImport } from './model.ts';
import { type ReadLaw, readLawFiles } from './read-law-files.ts';
import { advanceJob, countsOf, endStopped, insertFiles, type LawJob, leaveJob, takeJob } from './store-jobs.ts';

export type LawImportDeps = { readonly platform: Platform; readonly blobs: BlobStore };

const BATCH = 20;

/**
 * Takes one waiting load of texts and reads it to its end; false: none waits. A load that was cut off goes on behind the
 * last file that was written.
 */
export async function runNextLawImport(deps: LawImportDeps, stopping: () => boolean): Promise<boolean> {
  const job = await inSystem(deps, (client) => takeJob(client, deps.platform.now()));
  if (job === null) return false;
  const ending = await readThrough(deps, job, stopping);
  if (ending === 'through') await finish(deps, job);
  await inSystem(deps, (client) =>
    ending === 'lost' ? endStopped(client, job.matterId) : leaveJob(client, job.matterId, ending === 'through'),
  );
  return true;
}

async function readThrough(deps: LawImportDeps, job: LawJob, stopping: () => boolean): Promise<'through' | 'stopped' | 'lost'> {
  const { file } = await stateOf(deps, job.matterId);
  const folder = await mkdtemp(join(tmpdir(), 'faheng-laws-'));
  try {
    const path = join(folder, basename(file.name));
    await pipeline(deps.blobs.read(file.sha256), createWriteStream(path));
    let [seen, passed] = [0, job.passed];
    let batch: ReadLaw[] = [];
    for await (const law of readLawFiles([path])) {
      seen += 1;
      if (seen <= job.passed) continue;
      batch.push(law);
      if (batch.length < BATCH) continue;
      if (!(await take(deps, job, passed, batch))) return 'lost';
      passed += batch.length;
      batch = [];
      if (stopping()) return 'stopped';
    }
    return batch.length === 0 || (await take(deps, job, passed, batch)) ? 'through' : 'lost';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function take(deps: LawImportDeps, job: LawJob, passed: number, batch: readonly ReadLaw[]): Promise<boolean> {
  const moment = deps.platform.now();
  return inSystem(deps, async (client) => {
    if (!(await advanceJob(client, job, passed, passed + batch.length, moment))) return false;
    await lockImport(client);
    const files = await importTexts(client, batch, new Date(moment).toISOString(), noCounts());
    await insertFiles(client, job.matterId, passed, files);
    return true;
  });
}

async function finish(deps: LawImportDeps, { matterId, city }: LawJob): Promise<void> {
  const counts = await inSystem(deps, (client) => countsOf(client, matterId));
  const answer = await perform(deps.platform, {
    by: { system: true, city },
    kind: 'law-import',
    act: 'finish',
    matterId,
    input: counts,
    idempotencyKey: `law-import-${matterId}`,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
}

async function stateOf(deps: LawImportDeps, matterId: string): Promise<LawImport> {
  const [found] = await inSystem(deps, (client) =>
    rows<{ state: LawImport }>(client, `select state from matter where id = $1 and kind = 'law-import'`, [matterId]),
  );
  if (found === undefined) throw new Error('the load of texts is gone');
  return found.state;
}

function inSystem<T>({ platform }: LawImportDeps, work: (client: Client) => Promise<T>): Promise<T> {
  return inTransaction(platform.pool, SYSTEM_PREAMBLE, work);
}
