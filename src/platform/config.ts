import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { type Refusal, refuse } from '#law';

export type Mode = 'demo' | 'production';

export type Config = {
  readonly port: number;
  /** `null`: both loopback addresses in demonstration, every interface (IPv6 and IPv4) in production. */
  readonly host: string | null;
  readonly mode: Mode;
  readonly dataDir: string;
  /** `null`: the server brings its own PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly databaseConnections: number;
  /** Largest file that is taken, in MiB. */
  readonly uploadLargestMib: number;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the program needs to know of the machine to choose the default data folder. */
export type Machine = { readonly isRoot: boolean; readonly home: string; readonly temporary: string; readonly canWriteVarLib: boolean };

/** Reads the environment at the border; every wrong variable is named in one Chinese answer. */
export function readConfig(env: Environment, machine: Machine = thisMachine()): Config | Refusal {
  const faults: string[] = [];
  const config: Config = {
    port: readInteger(env, 'PORT', 8080, { least: 0, most: 65535 }, faults),
    host: env['HOST'] || null,
    mode: readMode(env, faults),
    dataDir: readDataDir(env, machine, faults),
    databaseUrl: readDatabaseUrl(env, faults),
    databaseConnections: readInteger(env, 'DATABASE_CONNECTIONS', 16, { least: 2, most: 500 }, faults),
    uploadLargestMib: readInteger(env, 'UPLOAD_LARGEST_MB', 2048, { least: 1, most: 65536 }, faults),
  };
  if (config.mode === 'production') checkDatabasePassword(config.databaseUrl, faults);
  return faults.length === 0 ? config : refuse('config', null, `启动参数有误：${faults.join('；')}。`);
}

function readInteger(env: Environment, name: string, fallback: number, range: { least: number; most: number }, faults: string[]): number {
  const text = env[name];
  if (!text) return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= range.least && value <= range.most) return value;
  faults.push(`环境变量 ${name} 应为 ${range.least} 至 ${range.most} 的整数，现为“${text}”`);
  return fallback;
}

function readMode(env: Environment, faults: string[]): Mode {
  const text = env['MODE'] || 'demo';
  if (text === 'demo' || text === 'production') return text;
  faults.push(`环境变量 MODE 应为 demo（演示）或 production（正式），现为“${text}”`);
  return 'demo';
}

function readDataDir(env: Environment, machine: Machine, faults: string[]): string {
  const text = env['DATA_DIR'];
  if (!text) return defaultDataDir(machine);
  if (!isAbsolute(text) && /^~/.test(text)) faults.push(`环境变量 DATA_DIR 中的“~”不会展开，请写完整路径，现为“${text}”`);
  return resolve(text);
}

/** PostgreSQL never runs as root, and the account it runs under cannot enter root's home. */
function defaultDataDir(machine: Machine): string {
  if (!machine.isRoot) return join(machine.home, '.local', 'share', 'faheng');
  return machine.canWriteVarLib ? '/var/lib/faheng' : join(machine.temporary, 'faheng');
}

function readDatabaseUrl(env: Environment, faults: string[]): string | null {
  const text = env['DATABASE_URL'];
  if (!text) return null;
  if (!/^postgres(ql)?:\/\//.test(text))
    faults.push('环境变量 DATABASE_URL 应以 postgres:// 或 postgresql:// 开头（只支持 PostgreSQL 15 及以上）');
  return text;
}

const GUESSED_FIRST = new Set([
  'postgres',
  'password',
  'faheng',
  'admin',
  'root',
  'secret',
  'changeme',
  '123456',
  '12345678',
  'postgresql',
]);

/** A password that stands in every guide protects no record; none at all is the affair of pg_hba (a socket, a certificate). */
function checkDatabasePassword(url: string | null, faults: string[]): void {
  if (url === null || !URL.canParse(url)) return;
  const { username, password } = new URL(url);
  const plain = decodeURIComponent(password).toLowerCase();
  if (plain !== '' && (GUESSED_FIRST.has(plain) || plain === decodeURIComponent(username).toLowerCase()))
    faults.push('环境变量 DATABASE_URL 中的数据库口令是默认口令或与账号相同，正式运行模式拒绝使用，请更换');
}

function thisMachine(): Machine {
  const isRoot = process.getuid?.() === 0;
  return { isRoot, home: homedir(), temporary: tmpdir(), canWriteVarLib: isRoot && process.platform === 'linux' };
}
