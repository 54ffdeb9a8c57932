import { join } from 'node:path';
import { isRefusal } from '#law';
import { openDataFolder } from '#platform/data-folder';
import { type Database, openDatabase } from '#platform/db';
import { attachEmbeddedDatabase } from '#platform/embedded-database-attach';
import { readPostmasterPid } from '#platform/embedded-database-postmaster';

/** The database of a running server's data folder, seen past the server: for tests that compare what was said with what is. */
export function lookInside(dataDir: string): Database {
  const folder = openDataFolder(dataDir);
  const running = isRefusal(folder) ? null : attachEmbeddedDatabase(folder);
  if (running === null) throw new Error(`no database runs in ${dataDir}`);
  return openDatabase(running.url, { max: 2 });
}

/** kill -9 of the database server alone. */
export function killDatabase(dataDir: string): void {
  const pid = readPostmasterPid(join(dataDir, 'postgres'));
  if (pid !== null) process.kill(pid, 'SIGKILL');
}
