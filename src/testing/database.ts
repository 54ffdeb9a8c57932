import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type Database, openDatabase, quoteIdentifier } from '#platform/db';
import { urlIn } from './cluster.ts';
import './global-setup.ts';

export type TestDatabase = Database & {
  readonly name: string;
  /** Owner of the tables, no superuser. */
  readonly url: string;
  readonly adminUrl: string;
};

export type TestDatabaseOptions = {
  readonly max?: number;
  /** False: an empty database, for tests of the migrations themselves. */
  readonly migrated?: boolean;
  /** Copied instead of the migrated template. */
  readonly from?: string;
  readonly onQuery?: (text: string) => void;
};

/** A database of its own for one test file, copied from the migrated template: `beforeAll` makes it, `afterAll` closes it. */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const cluster = inject('cluster');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const source = options.from ?? (options.migrated === false ? 'template0' : cluster.template);
  await copyDatabase(source, name);
  const url = urlIn(cluster, name);
  const database = openDatabase(url, { max: options.max ?? 8, ...(options.onQuery ? { onQuery: options.onQuery } : {}) });
  const close = async (): Promise<void> => {
    await database.close();
    await asAdmin(`drop database ${quoteIdentifier(name)} with (force)`);
  };
  return { ...database, name, url, adminUrl: cluster.adminUrl, close };
}

/**
 * A database that other test files of the run copy (`from`): whoever needs it first makes it, on a database of its own that
 * nobody is connected to once `make` is done; who needs it meanwhile waits.
 */
export async function databaseToCopy(name: string, make: (url: string) => Promise<void>): Promise<void> {
  const admin = openDatabase(inject('cluster').adminUrl, { max: 1 });
  const lock = await admin.pool.connect();
  try {
    await lock.query('select pg_advisory_lock(hashtext($1))', [name]);
    if ((await asAdmin(`select from pg_database where datname = '${name}'`)) > 0) return;
    const made = await testDatabase();
    try {
      await make(made.url);
      await copyDatabase(made.name, name);
    } finally {
      await made.close();
    }
  } finally {
    lock.release();
    await admin.close();
  }
}

async function copyDatabase(source: string, name: string): Promise<void> {
  const owner = quoteIdentifier(inject('cluster').owner);
  // As files: writing every page of the copy to the log takes twice as long.
  await asAdmin(`create database ${quoteIdentifier(name)} owner ${owner} template ${quoteIdentifier(source)} strategy file_copy`);
}

/** How many rows the statement gave or touched. */
async function asAdmin(statement: string): Promise<number> {
  const admin = openDatabase(inject('cluster').adminUrl, { max: 1 });
  try {
    return (await admin.pool.query(statement)).rowCount ?? 0;
  } finally {
    await admin.close();
  }
}
