// `npm start` on a fresh clone: installs, builds, serves. The server runs in this very process, so that a signal meant
// for it reaches it, and nothing is left running when it is killed.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, ROOT, requireNode } from './install.mjs';

requireNode();
ensureInstalled();
process.setSourceMapsEnabled(true);
const { ensureBuilt } = await import('./build.mjs');
await ensureBuilt();
await import(pathToFileURL(join(ROOT, 'dist', 'main.js')).href);
