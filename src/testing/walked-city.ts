import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { isRefusal } from '#law';
import { systemNow } from '#platform/clock-now';
import type { Pool } from '#platform/db';
import { type RunningServer, startServer } from '../app/server.ts';
import { type Browsing, openBrowser, shoot } from './browser.ts';
import { ANCHOR_MORNING } from './city.ts';
import { walkedTemplate } from './cluster.ts';
import { databaseToCopy, testDatabase } from './database.ts';
import { arrive } from './hands.ts';

/** The whole product in demonstration mode, with a database, a folder and a clock of its own, and people at browsers. */
export type WalkedCity = {
  readonly base: string;
  readonly pool: Pool;
  readonly browsing: Browsing;
  /** Lets days pass for the server; whoever is signed in has to sign in again. */
  readonly pass: (milliseconds: number) => void;
  readonly now: () => number;
  /**
   * A person of the city in a window of their own, signed in; the same window when called again. The sign-in page itself is
   * gone through by the walks that are about it: loading it in every window took a third of what all windows took.
   */
  readonly as: (login: string, options?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** Who does nothing for a quarter of an hour is signed out. */
const IDLE = 14 * 60_000;

/** What the platform itself did while the city was planted lies before the first step of any walk. */
const PLANTED_BEFORE = 30 * 60_000;

async function serve(dataDir: string, databaseUrl: string, now: () => number): Promise<RunningServer> {
  const server = await startServer(
    { port: 0, host: null, mode: 'demo', dataDir, databaseUrl, databaseConnections: 8, uploadLargestMib: 2048 },
    now,
  );
  if (isRefusal(server)) throw new Error(server.reason);
  return server;
}

/** The city is planted once a run; every walk has a copy of its database and of its folder. */
async function copyOfTheCity() {
  const cluster = inject('cluster');
  const planted = join(cluster.folder, 'walked');
  const from = walkedTemplate(cluster);
  await databaseToCopy(from, async (url) => {
    const passed = ANCHOR_MORNING - PLANTED_BEFORE - systemNow();
    await (await serve(planted, url, () => systemNow() + passed)).stop();
  });
  const database = await testDatabase({ from });
  const dataDir = await mkdtemp(join(tmpdir(), 'faheng-walk-'));
  await cp(planted, dataDir, { recursive: true });
  return { database, dataDir };
}

export async function openCity(): Promise<WalkedCity> {
  const { database, dataDir } = await copyOfTheCity();
  // A walk of today would end in a year whose holiday notice nobody has loaded, or on another number's year.
  let passed = ANCHOR_MORNING - systemNow();
  const now = (): number => systemNow() + passed;
  const server = await serve(dataDir, database.url, now);
  const browsing = await openBrowser();
  const base = server.address;
  const people = new Map<string, { readonly page: Page; readonly since: number }>();
  return {
    base,
    pool: database.pool,
    browsing,
    now,
    pass: (milliseconds) => {
      passed += milliseconds;
    },
    async as(login, options = {}) {
      const known = people.get(login);
      if (known !== undefined && passed - known.since < IDLE) return known.page;
      const page = known?.page ?? (await browsing.open(options)).page;
      await arrive(page, base, login);
      people.set(login, { page, since: passed });
      return page;
    },
    async close() {
      await browsing.close();
      await server.stop();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * A walk through the product: the tests of one file are its steps, in order. The city stands from the first to the last;
 * a page that writes an error to the console fails its step, and after a failed step the rest is not tried. Call it at
 * the top of the file; the city is there once the steps run.
 */
export function aWalk(walk: string): { readonly city: () => WalkedCity; readonly shot: (page: Page, name: string) => Promise<void> } {
  let opened: WalkedCity | null = null;
  let broken = false;
  const city = (): WalkedCity => {
    if (opened === null) throw new Error('the city is not open yet');
    return opened;
  };
  beforeAll(async () => {
    opened = await openCity();
  });
  afterAll(() => opened?.close());
  beforeEach(({ skip }) => {
    if (broken) skip('上一步没有走通');
  });
  afterEach(async ({ task }) => {
    const failed = task.result?.state === 'fail';
    broken ||= failed;
    if (failed)
      await Promise.all(
        city()
          .browsing.pages()
          .map((page, i) => shoot(page, walk, `没有走通-${task.name.slice(0, 20)}-${i + 1}`)),
      );
    expect(city().browsing.problems.splice(0)).toEqual([]);
  });
  return { city, shot: (page, name) => shoot(page, walk, name) };
}
