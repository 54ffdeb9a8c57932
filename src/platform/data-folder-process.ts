import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that can still be recognised after its number was given to another, after a restart of the machine, or from another container. */
export type ProcessIdentity = {
  readonly pid: number;
  /** Kernel ticks at its start; empty where the system does not tell. */
  readonly started: string;
  readonly boot: string;
  /** Host and process-number space: numbers mean nothing elsewhere. */
  readonly place: string;
};

export type Liveness = 'alive' | 'dead' | 'elsewhere';

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) ?? '', boot: readText('/proc/sys/kernel/random/boot_id'), place: ownPlace() };
}

/** Whether that very process still runs; `elsewhere`: its number belongs to another host or container and cannot be asked. */
export function livenessOf(other: ProcessIdentity): Liveness {
  const self = ownIdentity();
  if (other.place !== self.place) return 'elsewhere';
  if (other.boot !== self.boot || !isRunning(other.pid)) return 'dead';
  return other.started === '' || other.started === startOf(other.pid) ? 'alive' : 'dead';
}

/** False for a zombie too: in a container without an init nobody ever collects it. */
export function isRunning(pid: number): boolean {
  const stat = statOf(pid);
  if (stat !== null) return stat[0] !== 'Z' && stat[0] !== 'X';
  if (process.platform === 'linux') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Processes working in `folder`, as every process of a PostgreSQL server does in its data folder. Linux only; else empty. */
export function processesWorkingIn(folder: string): readonly number[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => isRunning(pid) && workingFolderOf(pid) === folder);
}

/** Signals, and waits until all have gone; false when some outlive `patience` milliseconds. */
export async function endProcesses(pids: readonly number[], signal: NodeJS.Signals, patience: number): Promise<boolean> {
  for (const pid of pids) signalQuietly(pid, signal);
  for (let waited = 0; waited < patience; waited += 20) {
    if (!pids.some(isRunning)) return true;
    await sleep(20);
  }
  return !pids.some(isRunning);
}

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone in the meantime: that is what was wanted.
  }
}

function workingFolderOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

function ownPlace(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

const startOf = (pid: number): string | null => statOf(pid)?.[19] ?? null;

/** Fields of /proc/<pid>/stat from the state on: the name before may hold blanks and brackets. */
function statOf(pid: number): readonly string[] | null {
  const text = readText(`/proc/${pid}/stat`);
  return text === '' ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
