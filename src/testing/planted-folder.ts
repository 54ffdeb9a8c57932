import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { serverPlan, startChild } from './child-server.ts';
import './global-setup.ts';

/**
 * Fills the empty folder with the data of a demonstration city that a server planted and then ended in order: planted once
 * a run by whoever asks first, copied by all.
 */
export async function copyPlantedFolder(into: string): Promise<void> {
  const planted = join(inject('cluster').folder, 'planted-folder');
  const planting = `${planted}-underway`;
  while (!existsSync(planted)) {
    if (!isFirst(planting)) await sleep(200);
    // Whoever planted may have ended between the two looks.
    else if (existsSync(planted)) rmSync(planting, { recursive: true });
    else await plant(planting, planted);
  }
  // The database's files belong to an account of its own where the tests run as root, which only `cp` keeps.
  const copied = spawnSync('cp', ['-a', `${planted}/.`, into], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(copied.stderr);
}

/** Making a folder succeeds for one of several that try. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o711 });
    return true;
  } catch {
    return false;
  }
}

async function plant(planting: string, planted: string): Promise<void> {
  try {
    const server = await startChild(serverPlan(planting));
    await server.stop();
    renameSync(planting, planted);
  } catch (error) {
    // The next that asks tries again, and fails with a message of its own.
    rmSync(planting, { recursive: true, force: true });
    throw error;
  }
}
