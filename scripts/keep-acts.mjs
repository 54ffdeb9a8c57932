// `npm run keep-acts`: keeps acts as this version stores them, so that every later version proves that it still folds them.
// Once for a release, when it is made; from then on its folder is never written again. Before that, delete it and run again.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, ROOT, requireNode, say } from './install.mjs';

requireNode();
ensureInstalled();
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const folder = join(ROOT, 'data', 'stored-acts', version);
if (existsSync(folder)) {
  say(`版本 ${version} 的办理记录已经留存，不再改写。/ Already kept: ${folder}`);
  process.exitCode = 1;
} else {
  const { runVitest } = await import('./vitest.mjs');
  const run = runVitest(['pure'], ['src/supervision', 'src/enforcement', 'src/registers', 'src/coordination', 'src/openness'], {
    KEEP_ACTS: folder,
  });
  process.exitCode = (await run).failed === 0 ? 0 : 1;
}
