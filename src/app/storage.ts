import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal, type Refusal, refuse } from '#law';
import { bootCheck } from '#platform/boot-check';
import type { Config } from '#platform/config';
import { type DataFolder, openDataFolder } from '#platform/data-folder';
import { type DiskWatch, watchDisk } from '#platform/data-folder-space';
import { databaseFit } from '#platform/database-fit';
import { type Database, type DatabaseOptions, databaseTrouble, openDatabase, rows } from '#platform/db';
import { startEmbeddedDatabase } from '#platform/embedded-database';
import { migrate } from '#platform/migrate';
import { noteRuleVersions } from '../enforcement/penalty-records/store-rule-versions.ts';

/** Everything that outlives a request: the data folder, its disk and the migrated, checked database. */
export type Storage = {
  readonly folder: DataFolder;
  readonly disk: DiskWatch;
  readonly database: Database;
  readonly databaseUrl: string;
  readonly close: () => Promise<void>;
};

/** How long a new connection may take; a command of the operator waits longer than a page. */
export type Patience = Pick<DatabaseOptions, 'connectMillis'>;

/** Opens what `config` names, brings the database to this program's state and proves that it answers rightly. */
export async function openStorage(config: Config, patience: Patience = {}): Promise<Storage | Refusal> {
  const storage = await connectStorage(config, patience);
  if (isRefusal(storage)) return storage;
  try {
    await migrate(storage.database.db);
    const fault = await bootCheck(storage.database.pool);
    if (!fault) {
      await noteRuleVersions(storage.database.pool);
      return storage;
    }
    await storage.close();
    return fault;
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** Reaches what `config` names and leaves the database as it is: for a restore, which fills an empty one. */
export async function connectStorage(config: Config, patience: Patience = {}): Promise<Storage | Refusal> {
  const folder = openDataFolder(config.dataDir);
  if (isRefusal(folder)) return folder;
  const server = config.databaseUrl ? await reachServer(config.databaseUrl) : await startEmbeddedDatabase(folder.root);
  if (isRefusal(server)) return server;
  const database = openDatabase(server.url, { max: config.databaseConnections, ...patience });
  const unfit = await databaseFit(database.pool);
  if (unfit !== null) {
    await database.close();
    await server.stop();
    return unfit;
  }
  const disk = await watchDisk(folder.root);
  const close = async (): Promise<void> => {
    disk.stop();
    await database.close();
    await server.stop();
  };
  return { folder, disk, database, databaseUrl: server.url, close };
}

type Server = { readonly url: string; readonly stop: () => Promise<void> };

const PATIENCE_SECONDS = 30;

/** A database server that is still starting is waited for; one that refuses the login is not. */
async function reachServer(url: string): Promise<Server | Refusal> {
  const probe = openDatabase(url, { max: 1 });
  let reason = '';
  try {
    for (let second = 0; second < PATIENCE_SECONDS; second += 1) {
      const fault = await faultOf(() => rows(probe.pool, 'select 1'));
      if (fault === null) return { url, stop: async () => undefined };
      reason = fault instanceof Error ? fault.message : String(fault);
      if (databaseTrouble(fault) !== 'gone') break;
      await sleep(1_000);
    }
  } finally {
    await probe.close();
  }
  return refuse('database-unreachable', null, `连不上环境变量 DATABASE_URL 指明的数据库：${reason}。请检查地址、账号和口令。`);
}

async function faultOf(attempt: () => Promise<unknown>): Promise<unknown> {
  try {
    await attempt();
    return null;
  } catch (error) {
    return error;
  }
}
