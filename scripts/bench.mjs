// `npm run bench`: ratios against named baselines in one run; `-- --write` keeps them in BENCH.md.
import { spawnSync } from 'node:child_process';
import { ensureInstalled, ROOT, requireNode } from './install.mjs';

requireNode();
ensureInstalled();
const { ensureBenchBuilt, ensureBuilt } = await import('./build.mjs');
await ensureBuilt();
await ensureBenchBuilt();
const args = ['--import', 'tsx', 'src/app/bench/run.ts', ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
