import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Refusal, refuse } from '#law';
import { livenessOf, ownIdentity, type ProcessIdentity } from './data-folder-process.ts';

export type FolderLock = { readonly release: () => void };

const HEARTBEAT = 1_000;
const SILENCE = 10_000;

/** Takes the folder for this process alone. Two servers on one data folder would destroy each other's records. */
export async function lockFolder(folder: string, silence: number = SILENCE): Promise<FolderLock | Refusal> {
  const path = join(folder, 'faheng.lock');
  const own = JSON.stringify(ownIdentity());
  for (;;) {
    if (createExclusively(path, own)) return hold(path, own);
    const seen = readQuietly(path);
    if (seen === null) continue;
    if (await isHeld(path, seen, silence)) return inUse(folder, holderIn(seen));
    if (!takeAway(path, seen)) return inUse(folder, null);
  }
}

function inUse(folder: string, holder: ProcessIdentity | null): Refusal {
  const who = holder ? `（进程号 ${holder.pid}，主机 ${holder.place.split(' ')[0]}）` : '';
  const remedy = '请先停止那个服务，或用环境变量 DATA_DIR 另指一个文件夹';
  return refuse('data-folder-in-use', null, `数据文件夹 ${folder} 正被另一个法衡服务使用${who}，同一文件夹只能由一个服务使用。${remedy}。`);
}

function createExclusively(path: string, content: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, content);
    fsyncSync(file);
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The holder rewrites its lock every second, so that a server in another container can see that it lives. */
function hold(path: string, own: string): FolderLock {
  const file = openSync(path, 'r+');
  const beat = setInterval(() => {
    try {
      writeSync(file, own, 0);
    } catch {
      // A full disk must not end the server; the lock itself stands.
    }
  }, HEARTBEAT);
  beat.unref();
  const release = (): void => {
    clearInterval(beat);
    closeSync(file);
    if (readQuietly(path) === own) unlinkSync(path);
  };
  return { release };
}

async function isHeld(path: string, content: string, silence: number): Promise<boolean> {
  const holder = holderIn(content);
  const liveness = holder ? livenessOf(holder) : 'elsewhere';
  if (liveness !== 'elsewhere') return liveness === 'alive';
  const before = changedAt(path);
  await sleep(silence);
  return changedAt(path) !== before || readQuietly(path) !== content;
}

/** Removes a dead holder's lock; false if another server took it over in the same moment, whose lock is then put back. */
function takeAway(path: string, seen: string): boolean {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return true;
  }
  const isStale = readQuietly(aside) === seen;
  if (!isStale) linkSync(aside, path);
  unlinkSync(aside);
  return isStale;
}

function holderIn(content: string): ProcessIdentity | null {
  try {
    const value: unknown = JSON.parse(content);
    return isIdentity(value) ? value : null;
  } catch {
    return null;
  }
}

function isIdentity(value: unknown): value is ProcessIdentity {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['started', 'boot', 'place'].map((key): unknown => Reflect.get(value, key));
  return Number.isInteger(Reflect.get(value, 'pid')) && texts.every((text) => typeof text === 'string');
}

function readQuietly(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function changedAt(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
