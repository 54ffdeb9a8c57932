import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChildServer, startChild } from '#testing/child-server';
import { loadCity } from './load-city.ts';
import type { FilledCity, World } from './measure.ts';
import { serverFlags } from './server-flags.ts';

/** A folder for one run, and a city that is started and filled when a benchmark first asks for it. */
export function openWorld(count: number, say: (text: string) => void): World & { readonly close: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'faheng-bench-'));
  // A folder of its own: the database's account must be able to enter it.
  const dataDir = mkdtempSync(join(tmpdir(), 'faheng-bench-data-'));
  let server: ChildServer | null = null;
  let city: Promise<FilledCity> | null = null;
  const start = async (): Promise<FilledCity> => {
    server = await startChild({
      program: 'dist/bench/platform-server.js',
      flags: serverFlags(),
      env: { DATA_DIR: dataDir, MODE: 'demo' },
      ready: /^serves (\S+)/,
    });
    return { dataDir, base: server.said, loading: await loadCity({ dataDir, base: server.said, folder }, count, say) };
  };
  return {
    rows: count,
    folder,
    city: () => {
      city ??= start();
      return city;
    },
    close: async () => {
      await server?.stop();
      for (const one of [folder, dataDir]) rmSync(one, { recursive: true, force: true });
    },
  };
}
