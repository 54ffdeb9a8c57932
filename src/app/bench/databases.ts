import { isRefusal } from '#law';
import { openDataFolder } from '#platform/data-folder';
import { type Database, openDatabase } from '#platform/db';
import { attachEmbeddedDatabase } from '#platform/embedded-database-attach';

/** The running city's database: as the platform reaches it, and as the superuser whom no row security binds. */
export function databasesOf(dataDir: string): { readonly owned: Database; readonly unbound: Database; readonly url: string } {
  const folder = openDataFolder(dataDir);
  const running = isRefusal(folder) ? null : attachEmbeddedDatabase(folder);
  if (running === null) throw new Error('no database runs in the data folder');
  const { url } = running;
  return {
    owned: openDatabase(url, { max: 8 }),
    unbound: openDatabase(running.adminUrl.replace('/postgres?', '/faheng?'), { max: 8 }),
    url,
  };
}
