import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '#law';
import { RUNTIME_ROLES } from '#platform/boot-check';
import { lockFolder } from '#platform/data-folder-lock';
import { endProcesses, processesWorkingIn } from '#platform/data-folder-process';
import { openDatabase, quoteIdentifier, rows } from '#platform/db';
import { OWNER, startEmbeddedDatabase } from '#platform/embedded-database';
import { migrate } from '#platform/migrate';

/** How the test files of one run reach its database server. */
export type TestCluster = {
  readonly adminUrl: string;
  readonly owner: string;
  readonly ownerPassword: string;
  /** The migrated database that each test file copies. */
  readonly template: string;
  /** For files that serve the whole run; gone with it. */
  readonly folder: string;
};

export type StartedCluster = { readonly cluster: TestCluster; readonly stop: () => Promise<void> };

const PREFIX = 'faheng-test-';

/**
 * A throw-away server with one migrated database to copy. `TEST_DATABASE_URL` (a superuser's) uses an existing server
 * instead: that is how PostgreSQL 15 is tested.
 */
export async function startTestCluster(existing = process.env['TEST_DATABASE_URL']): Promise<StartedCluster> {
  await sweepAbandoned();
  if (existing) return onExistingServer(existing);
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const started = await startEmbeddedDatabase(folder, { durable: false, connections: 200 });
  if (isRefusal(started)) throw new Error(started.reason);
  const ownerPassword = decodeURIComponent(/:([^:@]+)@/.exec(started.url)?.[1] ?? '');
  const stop = async (): Promise<void> => {
    await started.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { cluster: await withTemplate({ adminUrl: started.adminUrl, owner: OWNER, ownerPassword, folder }), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function onExistingServer(adminUrl: string): Promise<StartedCluster> {
  const owner = `faheng_test_${process.pid}`;
  const admin = openDatabase(adminUrl, { max: 1 });
  await admin.pool.query(`create role ${owner} login nosuperuser createrole password '${owner}'`);
  for (const { role } of await rows<{ role: string }>(admin.pool, 'select rolname as role from pg_roles where rolname = any($1)', [
    RUNTIME_ROLES,
  ]))
    await admin.pool.query(`grant ${quoteIdentifier(role)} to ${owner} with admin option`);
  await admin.close();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const cluster = await withTemplate({ adminUrl, owner, ownerPassword: owner, folder });
  const stop = async (): Promise<void> => {
    const last = openDatabase(adminUrl, { max: 1 });
    for (const name of [cluster.template, walkedTemplate(cluster)])
      await last.pool.query(`drop database if exists ${quoteIdentifier(name)} with (force)`);
    await last.pool.query(`drop role ${owner}`);
    await last.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { cluster, stop };
}

async function withTemplate({ adminUrl, owner, ownerPassword, folder }: Omit<TestCluster, 'template'>): Promise<TestCluster> {
  const template = `template_${process.pid}`;
  const admin = openDatabase(adminUrl, { max: 1 });
  await admin.pool.query(`create database ${quoteIdentifier(template)} owner ${quoteIdentifier(owner)}`);
  await admin.close();
  const cluster: TestCluster = { adminUrl, owner, ownerPassword, template, folder };
  const database = openDatabase(urlIn(cluster, template), { max: 1 });
  await migrate(database.db);
  await database.close();
  return cluster;
}

/** The database of the planted city that walks copy; there once the first walk has planted it. */
export function walkedTemplate(cluster: Pick<TestCluster, 'template'>): string {
  return `walked_${cluster.template}`;
}

/** The owner's address of one database of the cluster. */
export function urlIn(cluster: TestCluster, database: string): string {
  const login = `${cluster.owner}:${encodeURIComponent(cluster.ownerPassword)}`;
  return cluster.adminUrl.replace(/\/\/[^@/]*@/, `//${login}@`).replace(/(\/\/[^/]*)\/[^?]*/, `$1/${database}`);
}

/** A run that was killed leaves its server and folder behind; the next run clears them away. */
async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    if (!existsSync(join(folder, 'faheng.lock'))) continue;
    const lock = await lockFolder(folder);
    if (isRefusal(lock)) continue;
    const data = join(folder, 'postgres');
    if (existsSync(data)) await endProcesses(processesWorkingIn(realpathSync(data)), 'SIGQUIT', 5_000);
    lock.release();
    rmSync(folder, { recursive: true, force: true });
  }
}
