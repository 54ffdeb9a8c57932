import { chownSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { isRefusal, type Refusal, refuse } from '#law';
import { closedAbove, type DataFolder, openDataFolder } from './data-folder.ts';
import { type FolderLock, lockFolder } from './data-folder-lock.ts';
import { isRunning } from './data-folder-process.ts';
import { openDatabase, quoteIdentifier, quoteLiteral, rows } from './db.ts';
import { forgetEmpty, openCluster } from './embedded-database-cluster.ts';
import { findEngine } from './embedded-database-engine.ts';
import { type Address, type Postmaster, runPostmaster, type ServerPlan, stopPostmaster, urlOf } from './embedded-database-postmaster.ts';

export type EmbeddedDatabase = {
  /** For the platform: owner of the tables, no superuser, so row security binds it as it will in production. */
  readonly url: string;
  /** Superuser: creating databases in tests, backup, repair. */
  readonly adminUrl: string;
  /** A server left by a killed run was taken over. */
  readonly adopted: boolean;
  readonly postmasterPid: () => number;
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** False only for throw-away data of tests: nothing is forced to disk. */
  readonly durable?: boolean;
  readonly connections?: number;
};

export const OWNER = 'faheng';

/** Starts (or adopts) the PostgreSQL of a data folder, which is locked until `stop`. Ends by itself only with the machine. */
export async function startEmbeddedDatabase(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase | Refusal> {
  const folder = openDataFolder(dataDir);
  if (isRefusal(folder)) return folder;
  const lock = await lockFolder(folder.root);
  if (isRefusal(lock)) return lock;
  try {
    const started = await startLocked(folder, lock, options);
    if (isRefusal(started)) lock.release();
    return started;
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(folder: DataFolder, lock: FolderLock, options: EmbeddedOptions): Promise<EmbeddedDatabase | Refusal> {
  const plan = await planServer(folder, options);
  if (isRefusal(plan)) return plan;
  const running = await runPostmaster(plan);
  if (isRefusal(running)) return running;
  await ensureOwner(plan);
  const guard = keepRunning(plan, running);
  const stop = async (): Promise<void> => {
    await guard.end();
    lock.release();
  };
  return {
    url: urlOf(plan, OWNER, OWNER),
    adminUrl: urlOf(plan, 'postgres', 'postgres'),
    adopted: running.adopted,
    postmasterPid: guard.pid,
    stop,
  };
}

async function planServer(folder: DataFolder, options: EmbeddedOptions): Promise<ServerPlan | Refusal> {
  // Asked before the engine is tried: a program in a closed folder cannot run either, and says nothing of why.
  const closed = process.getuid?.() === 0 ? closedAbove(folder.root) : [];
  if (closed.length > 0) return closedWay(closed);
  const engine = await findEngine(join(folder.root, 'engine'));
  if (isRefusal(engine)) return engine;
  forgetEmpty(folder.database);
  const durable = options.durable ?? true;
  const cluster = await openCluster(folder, engine, { durable });
  if (isRefusal(cluster)) return cluster;
  if (engine.account) chownSync(folder.run, engine.account.uid, engine.account.gid);
  const address = await chooseAddress(folder);
  const flags = { ...addressFlags(address), ...serverFlags(options.connections ?? 60), ...(durable ? DURABLE : FORGETFUL) };
  return { engine, data: cluster.data, password: cluster.password, address, flags, logFile: join(folder.log, 'postgres.log') };
}

/** PostgreSQL does not run as root; the account it runs under must pass every folder on the way to its data. */
function closedWay(folders: readonly string[]): Refusal {
  const which = folders.join('、');
  const cure = `chmod o+x ${folders.map((folder) => (/^[\w./-]+$/.test(folder) ? folder : `'${folder}'`)).join(' ')}`;
  return refuse(
    'data-folder',
    null,
    `数据库不以 root 运行，它所用的账号不能进入文件夹 ${which}（其他用户没有进入权限 o+x）。请执行 ${cure}，或者用环境变量 DATA_DIR 把数据放到别处（例如 /var/lib/faheng）。`,
  );
}

const LONGEST_SOCKET_PATH = 90;
const SOCKET_PORT = 5432;

/** A socket inside the folder takes no port that others may want; where that cannot be, a free loopback port. */
async function chooseAddress(folder: DataFolder): Promise<Address> {
  const canUseSocket = process.platform !== 'win32' && Buffer.byteLength(folder.run) <= LONGEST_SOCKET_PATH;
  return canUseSocket ? { host: folder.run, port: SOCKET_PORT } : { host: '127.0.0.1', port: await freePort() };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

function addressFlags({ host, port }: Address): Record<string, string> {
  const isSocket = host.startsWith('/');
  return { port: String(port), listen_addresses: isSocket ? '' : host, unix_socket_directories: isSocket ? host : '' };
}

/** Values are written as PostgreSQL shows them, because an adopted server is compared with them. */
function serverFlags(connections: number): Record<string, string> {
  const sharedMegabytes = totalmem() > 8 * 1024 ** 3 ? 512 : 128;
  return {
    max_connections: String(connections),
    shared_buffers: `${sharedMegabytes}MB`,
    TimeZone: 'UTC',
    log_timezone: 'UTC',
    random_page_cost: '1.1',
    jit: 'off',
    logging_collector: 'off',
    log_min_messages: 'warning',
  };
}

const DURABLE = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };
const FORGETFUL = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', shared_buffers: '64MB', max_wal_size: '256MB' };

async function ensureOwner(plan: ServerPlan): Promise<void> {
  const admin = openDatabase(urlOf(plan, 'postgres', 'postgres'), { max: 1, applicationName: 'faheng-start' });
  try {
    const [role] = await rows(admin.pool, 'select 1 from pg_roles where rolname = $1', [OWNER]);
    const attributes = `login nosuperuser createrole password ${quoteLiteral(plan.password)}`;
    if (!role) await admin.pool.query(`create role ${quoteIdentifier(OWNER)} ${attributes}`);
    const [database] = await rows(admin.pool, 'select 1 from pg_database where datname = $1', [OWNER]);
    if (!database) await admin.pool.query(`create database ${quoteIdentifier(OWNER)} owner ${quoteIdentifier(OWNER)}`);
  } finally {
    await admin.close();
  }
}

/** Starts the database again when it ends unasked (killed for memory, by mistake): the server stays up and waits for it. */
function keepRunning(plan: ServerPlan, first: Postmaster): { readonly pid: () => number; readonly end: () => Promise<void> } {
  let current = first;
  let restarting: Promise<void> | null = null;
  const restart = async (): Promise<void> => {
    const next = await runPostmaster(plan);
    if (!isRefusal(next)) current = next;
  };
  const timer = setInterval(() => {
    if (restarting || isRunning(current.pid)) return;
    restarting = restart()
      .catch(() => undefined)
      .finally(() => {
        restarting = null;
      });
  }, 500);
  timer.unref();
  const end = async (): Promise<void> => {
    clearInterval(timer);
    await restarting;
    await stopPostmaster(plan.data, current.pid);
    rmSync(join(plan.data, 'postmaster.pid'), { force: true });
  };
  return { pid: () => current.pid, end };
}
