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
// They need nothing built, and go on beside the tests.
const checks = runStaticChecks(1);
await ensureBuilt();
const env = { PROGRAM: 'dist/main.js', ...(chromium ? { CHROMIUM: chromium } : {}), ...(isDeep ? { DEEP: '1', KILLS: '50' } : {}) };
// Walks wait for their browsers, database tests for disks and programs: side by side they leave no core idle.
const results = await Promise.all([checks, runVitest(['pure', 'db'], [], env), ...(chromium ? [runVitest(['walk'], [], env)] : [])]);
if (isDeep) {
  results.push(await runVitest(['deep'], [], env));
  results.push(await (await import('./older-postgres.mjs')).runOnOlderPostgres());
}
conclude(...results);
