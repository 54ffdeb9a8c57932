import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type Database, openDatabase, quoteIdentifier } from '#platform/db';
import { urlIn } from './cluster.ts';
import './global-setup.ts';

export type TestDatabase = Database & {
  /** Owner of the tables, no superuser. */
  readonly url: string;
  readonly adminUrl: string;
};

export type TestDatabaseOptions = {
  readonly max?: number;
  /** False: an empty database, for tests of the migrations themselves. */
  readonly migrated?: boolean;
  readonly onQuery?: (text: string) => void;
};

/** A database of its own for one test file, copied from the migrated template: `beforeAll` makes it, `afterAll` closes it. */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const cluster = inject('cluster');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const source = options.migrated === false ? 'template0' : cluster.template;
  await asAdmin(`create database ${quoteIdentifier(name)} owner ${quoteIdentifier(cluster.owner)} template ${quoteIdentifier(source)}`);
  const url = urlIn(cluster, name);
  const database = openDatabase(url, { max: options.max ?? 8, ...(options.onQuery ? { onQuery: options.onQuery } : {}) });
  const close = async (): Promise<void> => {
    await database.close();
    await asAdmin(`drop database ${quoteIdentifier(name)} with (force)`);
  };
  return { ...database, url, adminUrl: cluster.adminUrl, close };
}

async function asAdmin(statement: string): Promise<void> {
  const admin = openDatabase(inject('cluster').adminUrl, { max: 1 });
  try {
    await admin.pool.query(statement);
  } finally {
    await admin.close();
  }
}
