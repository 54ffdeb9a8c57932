import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, type Migration, type MigrationResultSet, Migrator, NO_MIGRATIONS, sql } from 'kysely';
import type { Tables } from './db.ts';
import { packageRoot } from './package-root.ts';

const STEP_NAME = /^\d{12}_[a-z0-9-]+_[a-z0-9_-]+$/;

/** The steps that come with this program. */
export const migrationsFolder = (): string => join(packageRoot(), 'db', 'migrations');

export type MigrateOptions = {
  readonly folder?: string;
  /** Takes no other steps than these: the structure of a backup that is to be filled. */
  readonly only?: ReadonlySet<string>;
};

/**
 * Brings the database to this program's state and names the steps taken: an empty one in one transaction, for asking anew
 * before each of the many steps what there is takes longer than the steps; any other in one transaction per step, where a step
 * that fails leaves those before it in place. Throws at a step that fails. Several servers may call it at once: one works, the
 * others wait.
 */
export async function migrate(db: Kysely<Tables>, options: MigrateOptions | string = {}): Promise<readonly string[]> {
  const { folder = migrationsFolder(), only } = typeof options === 'string' ? { folder: options, only: undefined } : options;
  const migrator = await migratorOf(db, folder, only);
  if ((await executedMigrations(db)).length === 0) return stepsTaken(await migrator.migrateToLatest());
  const applied: string[] = [];
  for (;;) {
    const step = stepTaken(await migrator.migrateUp());
    if (step === null) return applied;
    applied.push(step);
  }
}

/** Undoes the steps after `last`, newest first (`null`: all). For tests, and a release that has accepted no act. */
export async function migrateDown(
  db: Kysely<Tables>,
  last: string | null,
  folder: string = migrationsFolder(),
): Promise<readonly string[]> {
  const migrator = await migratorOf(db, folder);
  if (last === null) return stepsTaken(await migrator.migrateTo(NO_MIGRATIONS));
  const undone: string[] = [];
  for (;;) {
    const executed = await executedMigrations(db);
    if (executed.length === 0 || executed.at(-1) === last) return undone;
    const step = stepTaken(await migrator.migrateDown());
    if (step === null) return undone;
    undone.push(step);
  }
}

/** All steps of this program, in their order. */
export const ownMigrations = (): Promise<readonly string[]> => stepsIn(migrationsFolder());

/** Steps of this program that the database does not have yet. */
export async function pendingMigrations(db: Kysely<Tables>, folder: string = migrationsFolder()): Promise<readonly string[]> {
  const executed = new Set(await executedMigrations(db));
  return (await stepsIn(folder)).filter((step) => !executed.has(step));
}

/** A newer program may have been here before: its steps only expand, so this program runs on and leaves them alone. */
async function migratorOf(db: Kysely<Tables>, folder: string, only?: ReadonlySet<string>): Promise<Migrator> {
  const own = (await stepsIn(folder)).filter((step) => only?.has(step) ?? true);
  const foreign = (await executedMigrations(db)).filter((step) => !own.includes(step));
  const migrations = Object.fromEntries([
    ...own.map((step) => [step, migrationOf(folder, step)]),
    ...foreign.map((step) => [step, OF_A_NEWER_PROGRAM]),
  ]);
  return new Migrator({ db, provider: { getMigrations: async () => migrations }, allowUnorderedMigrations: true });
}

const stepTaken = (result: MigrationResultSet): string | null => stepsTaken(result)[0] ?? null;

function stepsTaken({ error, results = [] }: MigrationResultSet): readonly string[] {
  const failed = results.find(({ status }) => status === 'Error');
  if (error !== undefined)
    throw new Error(`数据库结构升级失败（${failed?.migrationName ?? '准备阶段'}）：${messageOf(error)}`, { cause: error });
  return results.map(({ migrationName }) => migrationName);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const OF_A_NEWER_PROGRAM: Migration = {
  up: () => Promise.reject(new Error('这一步属于更新版本的程序')),
  down: () => Promise.reject(new Error('这一步属于更新版本的程序，请用该版本回退')),
};

function migrationOf(folder: string, step: string): Migration {
  const runFile = async (db: Kysely<unknown>, ending: string): Promise<void> => {
    await sql.raw(await readFile(join(folder, step + ending), 'utf8')).execute(db);
  };
  return { up: (db) => runFile(db, '.sql'), down: (db) => runFile(db, '.down.sql') };
}

async function stepsIn(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql'));
  const steps = files.filter((name) => !name.endsWith('.down.sql')).map((name) => name.slice(0, -'.sql'.length));
  for (const step of steps) {
    if (!STEP_NAME.test(step)) throw new Error(`migration name must be YYYYMMDDHHMM_<room>_<what>.sql: ${step}`);
    if (!files.includes(`${step}.down.sql`)) throw new Error(`migration has no way back: ${step}.down.sql is missing`);
  }
  return steps.sort();
}

/** Steps that the database has taken, in their order. */
export async function executedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const table = await sql<{ present: boolean }>`select to_regclass('kysely_migration') is not null as present`.execute(db);
  if (!table.rows[0]?.present) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by timestamp, name`.execute(db);
  return rows.map(({ name }) => name);
}
