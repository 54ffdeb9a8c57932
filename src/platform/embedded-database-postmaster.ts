import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Refusal, refuse } from '#law';
import { endProcesses, isRunning, processesWorkingIn } from './data-folder-process.ts';
import { sqlState } from './db.ts';
import { engineEnvironment, lastLines } from './embedded-database-cluster.ts';
import type { Engine } from './embedded-database-engine.ts';

/** Where a server listens: a socket folder, or a loopback address where sockets cannot be used. */
export type Address = { readonly host: string; readonly port: number };

export type Postmaster = { readonly pid: number; readonly adopted: boolean };

export type ServerPlan = {
  readonly engine: Engine;
  readonly data: string;
  readonly password: string;
  readonly address: Address;
  readonly flags: Readonly<Record<string, string>>;
  readonly logFile: string;
};

/** The address of `database` for the account `user`. */
export function urlOf(plan: Pick<ServerPlan, 'address' | 'password'>, user: string, database: string): string {
  const place = new URLSearchParams({ host: plan.address.host, port: String(plan.address.port) });
  return `postgresql://${user}:${plan.password}@/${database}?${place}`;
}

/** The running server of this data folder: one that outlived a killed run is adopted if it answers as it should, else replaced. */
export async function runPostmaster(plan: ServerPlan): Promise<Postmaster | Refusal> {
  const pid = readPostmasterPid(plan.data);
  if (pid !== null && isPostmasterOf(plan.data, pid)) {
    if (await answersAsPlanned(plan)) return { pid, adopted: true };
    await stopPostmaster(plan.data, pid);
  }
  await clearRemains(plan.data);
  return startPostmaster(plan);
}

/** Ends the server and its children: politely, then firmly. Committed work is safe either way. */
export async function stopPostmaster(data: string, pid: number): Promise<void> {
  if (await endProcesses([pid], 'SIGINT', 30_000)) return;
  if (await endProcesses([pid], 'SIGQUIT', 5_000)) return;
  await endProcesses([pid, ...processesWorkingIn(realpathSync(data))], 'SIGKILL', 5_000);
}

export function readPostmasterPid(data: string): number | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : null;
}

/** The number may long belong to a stranger: a postmaster works in its data folder. Elsewhere than on Linux only life can be asked. */
function isPostmasterOf(data: string, pid: number): boolean {
  return process.platform === 'linux' ? processesWorkingIn(realpathSync(data)).includes(pid) : isRunning(pid);
}

/** Children outlive a killed postmaster for a moment and hold its memory: a second server beside them would destroy data. */
async function clearRemains(data: string): Promise<void> {
  const orphans = processesWorkingIn(realpathSync(data));
  if (orphans.length > 0) await endProcesses(orphans, 'SIGTERM', 2_000);
  const stubborn = processesWorkingIn(realpathSync(data));
  if (stubborn.length > 0) await endProcesses(stubborn, 'SIGKILL', 5_000);
  // PostgreSQL would take a stranger that now has the old number for a running server.
  if (process.platform === 'linux') rmSync(join(data, 'postmaster.pid'), { force: true });
}

async function answersAsPlanned(plan: ServerPlan): Promise<boolean> {
  const client = newClient(plan);
  try {
    await client.connect();
    const wanted = { ...plan.flags, data_directory: plan.data };
    for (const [name, value] of Object.entries(wanted)) {
      const { rows } = await client.query<{ value: string }>('select current_setting($1) as value', [name]);
      if (rows[0]?.value !== value) return false;
    }
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function newClient(plan: ServerPlan): pg.Client {
  const client = new pg.Client({ connectionString: urlOf(plan, 'postgres', 'postgres'), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  return client;
}

const RETRIES = 20;
const LARGEST_LOG = 20 * 1024 * 1024;

async function startPostmaster(plan: ServerPlan): Promise<Postmaster | Refusal> {
  for (let attempt = 0; attempt < RETRIES; attempt += 1) {
    const pid = launch(plan);
    if (pid !== null && (await isReady(plan, pid))) return { pid, adopted: false };
    if (!/pre-existing shared memory|lock file|is the server|Address already in use/i.test(lastLines(plan.logFile, 20))) break;
    await sleep(500);
  }
  return refuse('database-start', null, `自带的数据库没有启动。数据库记录（${plan.logFile}）的最后几行：\n${lastLines(plan.logFile)}`);
}

/** In a session of its own: a Ctrl-C meant for the server must not end the database before the last request is answered. */
function launch(plan: ServerPlan): number | null {
  if (existsSync(plan.logFile) && statSync(plan.logFile).size > LARGEST_LOG) renameSync(plan.logFile, `${plan.logFile}.old`);
  const log = openSync(plan.logFile, 'a', 0o600);
  const settings = Object.entries(plan.flags).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  try {
    const child = spawn(plan.engine.postgres, ['-D', plan.data, ...settings], {
      ...plan.engine.account,
      cwd: plan.data,
      env: engineEnvironment(),
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.on('error', () => undefined);
    child.unref();
    return child.pid ?? null;
  } finally {
    closeSync(log);
  }
}

/** Waits as long as it lives: recovery after a crash may take minutes. */
async function isReady(plan: ServerPlan, pid: number): Promise<boolean> {
  while (isRunning(pid)) {
    const client = newClient(plan);
    try {
      await client.connect();
      return true;
    } catch (error) {
      if (sqlState(error) === '28P01') return false;
      await sleep(20);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}
