import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';
import { OWNER } from './embedded-database.ts';
import { type Address, urlOf } from './embedded-database-postmaster.ts';

/** How to reach the database that a running server has started in this folder; null: none is running there. */
export function attachEmbeddedDatabase(folder: DataFolder): { readonly url: string; readonly adminUrl: string } | null {
  const address = addressIn(join(folder.database, 'postmaster.pid'));
  const secret = join(folder.secrets, 'database-password');
  if (address === null || !existsSync(secret)) return null;
  const plan = { address, password: readFileSync(secret, 'utf8').trim() };
  return { url: urlOf(plan, OWNER, OWNER), adminUrl: urlOf(plan, 'postgres', 'postgres') };
}

/** PostgreSQL writes down its port, its socket folder and its address, one line each. */
function addressIn(pidFile: string): Address | null {
  if (!existsSync(pidFile)) return null;
  const [, , , port = '', socketFolder = '', host = ''] = readFileSync(pidFile, 'utf8').split('\n');
  const place = socketFolder.trim() || host.trim();
  return place === '' ? null : { host: place, port: Number(port) };
}
