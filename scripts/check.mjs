// `npm run check`: everything that needs neither database nor browser.
import { ensureInstalled, requireNode } from './install.mjs';

requireNode();
ensureInstalled();
const { runStaticChecks } = await import('./static-checks.mjs');
const { conclude, runVitest } = await import('./vitest.mjs');
const checks = await runStaticChecks();
conclude(checks, await runVitest(['pure']));
