#!/usr/bin/env node
// The command line; on a fresh clone it installs and builds itself first.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, ROOT, requireNode } from '../scripts/install.mjs';

requireNode();
const program = join(ROOT, 'dist', 'faheng.js');
// An installation without sources brings the program built.
if (existsSync(join(ROOT, 'src', 'app'))) {
  ensureInstalled();
  const { ensureServerBuilt } = await import('../scripts/build.mjs');
  await ensureServerBuilt();
}
await import(pathToFileURL(program).href);
