// `npm test` on a fresh clone, and what CI runs. `--deep` adds the long tests.
import { ensureInstalled, requireNode } from './install.mjs';

requireNode();
ensureInstalled();
const [{ ensureBuilt }, { ensureChromium }, { runStaticChecks }, { conclude, runVitest }] = await Promise.all([
  import('./build.mjs'),
  import('./chromium.mjs'),
  import('./static-checks.mjs'),
  import('./vitest.mjs'),
]);
const isDeep = process.argv.includes('--deep');
const chromium = ensureChromium();
await ensureBuilt();
const checks = await runStaticChecks();
const projects = ['pure', 'db', ...(chromium ? ['walk'] : []), ...(isDeep ? ['deep'] : [])];
const env = { PROGRAM: 'dist/main.js', ...(chromium ? { CHROMIUM: chromium } : {}), ...(isDeep ? { DEEP: '1', KILLS: '50' } : {}) };
const tests = runVitest(projects, [], env);
conclude(checks, tests, ...(isDeep ? [await (await import('./older-postgres.mjs')).runOnOlderPostgres()] : []));
