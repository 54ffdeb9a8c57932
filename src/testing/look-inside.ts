import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase } from '#platform/db';
import { OWNER } from '#platform/embedded-database';
import { readPostmasterPid, urlOf } from '#platform/embedded-database-postmaster';

/** The database of a running server's data folder, seen past the server: for tests that compare what was said with what is. */
export function lookInside(dataDir: string): Database {
  const password = readFileSync(join(dataDir, 'secrets', 'database-password'), 'utf8').trim();
  return openDatabase(urlOf({ address: { host: join(dataDir, 'run'), port: 5432 }, password }, OWNER, OWNER), { max: 2 });
}

/** kill -9 of the database server alone. */
export function killDatabase(dataDir: string): void {
  const pid = readPostmasterPid(join(dataDir, 'postgres'));
  if (pid !== null) process.kill(pid, 'SIGKILL');
}
