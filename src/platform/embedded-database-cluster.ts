import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Refusal, refuse } from '#law';
import type { DataFolder } from './data-folder.ts';
import type { Engine } from './embedded-database-engine.ts';

export type Cluster = { readonly data: string; readonly password: string };

/** PostgreSQL's data of this folder, made when missing; another major version's is refused, never touched. */
export async function openCluster(folder: DataFolder, engine: Engine, options: { readonly durable: boolean }): Promise<Cluster | Refusal> {
  const data = folder.database;
  const fault = existsSync(data) ? recognise(data, engine) : null;
  if (fault) return fault;
  const isNew = !existsSync(data);
  const password = readPassword(folder, isNew);
  if (password === null) return refuse('database-password', null, `找不到数据库口令文件 ${passwordFile(folder)}，请从备份中恢复该文件。`);
  if (isNew) await createCluster(folder, engine, { password, durable: options.durable });
  return { data, password };
}

function recognise(data: string, engine: Engine): Refusal | null {
  const versionFile = join(data, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    return refuse(
      'database-folder',
      null,
      `文件夹 ${data} 不是法衡的数据库，拒绝改动。请移走其中的文件，或用环境变量 DATA_DIR 另指一个文件夹。`,
    );
  }
  const major = readFileSync(versionFile, 'utf8').trim();
  if (major === String(engine.major)) return null;
  const remedy = '请用原版本程序执行 faheng backup 备份，再用本版本在新的数据文件夹中执行 faheng restore 恢复';
  return refuse(
    'database-major',
    null,
    `数据文件夹 ${data} 由 PostgreSQL ${major} 建立，本程序自带 PostgreSQL ${engine.major}，不能直接打开。${remedy}。`,
  );
}

const passwordFile = (folder: DataFolder): string => join(folder.secrets, 'database-password');

function readPassword(folder: DataFolder, isNew: boolean): string | null {
  const path = passwordFile(folder);
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  if (!isNew) return null;
  const password = randomBytes(24).toString('base64url');
  writeFileSync(path, `${password}\n`, { mode: 0o600, flush: true });
  return password;
}

/** Made aside and renamed when whole, so that a start cut off in the middle leaves nothing half made. */
async function createCluster(
  folder: DataFolder,
  engine: Engine,
  how: { readonly password: string; readonly durable: boolean },
): Promise<void> {
  const half = `${folder.database}.half`;
  const passwordForInit = join(folder.run, 'initdb-password');
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordForInit, how.password, { mode: 0o600 });
  if (engine.account) for (const path of [half, passwordForInit]) chownSync(path, engine.account.uid, engine.account.gid);
  try {
    await promisify(execFile)(engine.initdb, initFlags(half, passwordForInit, how.durable), {
      ...engine.account,
      cwd: folder.run,
      env: engineEnvironment(),
    });
    renameSync(half, folder.database);
  } finally {
    rmSync(passwordForInit, { force: true });
  }
}

/** Under locale C the trigrams of Chinese are empty; the builtin provider's C.UTF-8 sorts alike on every machine. */
function initFlags(data: string, passwordForInit: string, durable: boolean): string[] {
  return [
    `--pgdata=${data}`,
    `--pwfile=${passwordForInit}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ];
}

/** Nothing of the caller's environment (PGDATA, PGPORT, locale) may reach the server. */
export function engineEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LANG: 'C.UTF-8', LC_ALL: process.platform === 'linux' ? 'C.UTF-8' : 'C', TZ: 'UTC' };
}

/** What the last start wrote, for a message to the operator. */
export function lastLines(logFile: string, count = 5): string {
  return existsSync(logFile) ? readFileSync(logFile, 'utf8').trim().split('\n').slice(-count).join('\n') : '';
}

/** An empty folder left by hand counts as missing. */
export function forgetEmpty(data: string): void {
  if (existsSync(data) && readdirSync(data).length === 0) rmSync(data, { recursive: true });
}
