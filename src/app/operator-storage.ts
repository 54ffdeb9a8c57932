import { isRefusal, type Refusal, refuse } from '#law';
import type { Now } from '#platform/clock-now';
import { type Config, readConfig } from '#platform/config';
import { type DataFolder, openDataFolder } from '#platform/data-folder';
import { type Database, databaseTrouble, openDatabase, sqlState } from '#platform/db';
import { attachEmbeddedDatabase } from '#platform/embedded-database-attach';
import { pendingMigrations } from '#platform/migrate';
import { openStorage, type Patience } from './storage.ts';

/** What a command of the operator stands on: its words, its clock, the environment that names the installation. */
export type Operator = {
  readonly say: (line: string) => void;
  readonly now: Now;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks whoever sits at the server; a secret is not shown while it is typed. */
  readonly ask?: (question: string, secret: boolean) => Promise<string>;
};
export type OperatorStorage = { readonly config: Config; readonly folder: DataFolder; readonly database: Database };

/** A nightly backup on a busy machine must not fail because the database answers late. */
export const OPERATOR_PATIENCE: Patience = { connectMillis: 180_000 };

/** Exit codes of every command: done, done but something is wrong, could not be done. */
export const DONE = 0;
export const WRONG = 1;
export const UNUSABLE = 2;

/**
 * Runs `work` on the installation that the environment names, beside a running server or without one, and closes what
 * it has opened. A refusal is said and answered as UNUSABLE.
 */
export async function onStorage(operator: Operator, work: (storage: OperatorStorage) => Promise<number | Refusal>): Promise<number> {
  const config = readConfig(operator.env);
  const opened = isRefusal(config) ? config : await open(config);
  if (isRefusal(opened)) return refused(operator, opened);
  try {
    const answer = await work(opened);
    return isRefusal(answer) ? refused(operator, answer) : answer;
  } finally {
    await opened.close();
  }
}

export function refused({ say }: Operator, refusal: Refusal): number {
  say(refusal.reason);
  return UNUSABLE;
}

/** Where an operating system or a database has no room left, in the operator's words; null: it is something else. */
export function noRoom(error: unknown, what: string): Refusal | null {
  return databaseTrouble(error) === 'full' || sqlState(error) === 'EDQUOT'
    ? refuse('disk-full', null, `${what}：磁盘已满。请腾出空间或换一个位置后再执行，已有的数据没有改动。`)
    : null;
}

type Open = OperatorStorage & { readonly close: () => Promise<void> };

async function open(config: Config): Promise<Open | Refusal> {
  const storage = await openStorage(config, OPERATOR_PATIENCE);
  if (!isRefusal(storage)) return { config, ...storage };
  return storage.refused === 'data-folder-in-use' && config.databaseUrl === null ? besideServer(config, storage) : storage;
}

/** The running server keeps its lock; its database is shared, as two servers on one DATABASE_URL would. */
async function besideServer(config: Config, inUse: Refusal): Promise<Open | Refusal> {
  const folder = openDataFolder(config.dataDir);
  if (isRefusal(folder)) return folder;
  const running = attachEmbeddedDatabase(folder);
  if (running === null) return inUse;
  const database = openDatabase(running.url, { max: 4, applicationName: 'faheng-operator', ...OPERATOR_PATIENCE });
  const pending = await pendingMigrations(database.db).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  if (pending.length === 0) return { config, folder, database, close: database.close };
  await database.close();
  return refuse('older-server', null, '正在运行的服务与本程序版本不同。请先停止服务，再执行本命令。');
}
