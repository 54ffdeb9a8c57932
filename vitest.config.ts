import { defineConfig } from 'vitest/config';
import { LongFirst } from './src/testing/long-first.ts';

const NEEDS_MORE = ['**/*.db.test.ts', '**/*.walk.test.ts', '**/*.deep.test.ts'];
const GLOBAL_SETUP = ['src/testing/global-setup.ts'];

/** `pure` needs nothing, `db` a database, `walk` a browser and the built server, `deep` an hour. */
// No test asserts how long it takes, and none has a limit of its own: a busy machine may take its time. What hangs is ended.
const HANGS = { testTimeout: 1_200_000, hookTimeout: 1_200_000 };
// No test keeps anything in a module: modules are loaded once for all files of a worker. Walks go two at a time.
const pure = { name: 'pure', include: ['src/**/*.test.{ts,tsx}'], exclude: NEEDS_MORE, isolate: false, ...HANGS };
const db = {
  name: 'db',
  include: ['src/**/*.db.test.ts'],
  isolate: false,
  globalSetup: GLOBAL_SETUP,
  ...HANGS,
};
const walk = {
  name: 'walk',
  include: ['src/**/*.walk.test.ts'],
  globalSetup: GLOBAL_SETUP,
  ...HANGS,
  // Each has a browser, a server and a database of its own, and waits half of its time for them.
  maxWorkers: 2,
  isolate: false,
  sequence: { groupOrder: 1 },
};
const deep = {
  name: 'deep',
  include: ['src/**/*.deep.test.ts'],
  globalSetup: GLOBAL_SETUP,
  testTimeout: 1_800_000,
  hookTimeout: 1_800_000,
  sequence: { groupOrder: 2 },
};

const projects = process.env['DEEP'] ? [pure, db, walk, deep] : [pure, db, walk];

export default defineConfig({
  test: {
    // One more than the two cores: a test of a program waits for it, and a core would wait with it.
    maxWorkers: 3,
    passWithNoTests: true,
    // Tests leave much behind at once: with more room for what is young it is swept up less often.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongFirst },
    // What one project or run has translated the others read, by its content.
    experimental: { fsModuleCache: true },
    projects: projects.map((test) => ({ extends: true as const, test })),
  },
});
