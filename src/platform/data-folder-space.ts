import { statfs } from 'node:fs/promises';

/** Bytes of the disk under a folder, as an ordinary account may use them. */
export type Space = { readonly free: number; readonly total: number };

const GIB = 1024 ** 3;
const LEAST_FREE = 1 * GIB;
const LEAST_SHARE = 0.05;
const MOST_RESERVED = 10 * GIB;
const SMALL_DISK_SHARE = 0.2;
const RESUME_FACTOR = 1.1;

/**
 * How much must stay free, because PostgreSQL needs room to write its log and to recover: a twentieth, at least 1 GiB.
 * Bounded by 10 GiB on a large disk and by a fifth on a small one, which could otherwise never be written at all.
 */
export function reserveOf(total: number): number {
  return Math.min(Math.max(LEAST_FREE, total * LEAST_SHARE), MOST_RESERVED, total * SMALL_DISK_SHARE);
}

/** Below the reserve the platform only reads; it writes again when a tenth more than the reserve is free, so as not to flutter. */
export function isReadOnly(space: Space, wasReadOnly: boolean): boolean {
  return space.free < reserveOf(space.total) * (wasReadOnly ? RESUME_FACTOR : 1);
}

export async function spaceOf(folder: string): Promise<Space> {
  const disk = await statfs(folder);
  return { free: disk.bavail * disk.bsize, total: disk.blocks * disk.bsize };
}

export type DiskWatch = {
  /** Asked before every write; answered from memory. True: answer 507. */
  readonly readOnly: () => boolean;
  readonly space: () => Space;
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
};

/** Looks at the disk now and every `interval` milliseconds. */
export async function watchDisk(
  folder: string,
  interval = 2_000,
  measure: (folder: string) => Promise<Space> = spaceOf,
): Promise<DiskWatch> {
  let space = await measure(folder);
  let readOnly = isReadOnly(space, false);
  const refresh = async (): Promise<void> => {
    space = await measure(folder);
    readOnly = isReadOnly(space, readOnly);
  };
  const timer = setInterval(() => void refresh().catch(() => undefined), interval);
  timer.unref();
  return { readOnly: () => readOnly, space: () => space, refresh, stop: () => clearInterval(timer) };
}
