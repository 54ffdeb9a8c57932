// What can be judged without running the product. Each part is one line of the result.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT, say } from './install.mjs';

const MODULES = join(ROOT, 'node_modules');
// TypeScript 7 takes a third of the processor time of 5.9, whose interface other tools need; it is not built for every platform.
const isNative = existsSync(join(MODULES, '@typescript', `typescript-${process.platform}-${process.arch}`));
const types = (project) =>
  isNative
    ? { program: join('..', 'typescript-native', 'bin', 'tsc'), args: ['-p', project, '--singleThreaded'] }
    : { program: 'tsc', args: ['-p', project] };

const PARTS = [
  { name: '类型（全部）', ...types('tsconfig.json') },
  { name: '类型（纯法律区）', ...types('tsconfig.pure.json') },
  { name: '房间之间的墙', program: 'depcruise', args: ['src', '--output-type', 'err'] },
  { name: '格式与写法', program: 'biome', args: ['check', '.'] },
  { name: '条文对照（ARTICLES.md）', program: 'tsx', args: ['scripts/articles.ts', '--check'] },
  { name: '浏览器里的法律代码（≤ 120 kB）', program: 'tsx', args: ['scripts/browser-law.mjs'] },
  { name: '无用的文件与依赖', program: 'knip', args: ['--no-progress', '--no-config-hints'] },
];

/** Runs every part, so many at a time, the failing ones shown whole; answers how many passed and failed. */
export async function runStaticChecks(lanes = Math.min(2, availableParallelism())) {
  const waiting = [...PARTS];
  const results = [];
  const lane = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) results.push(await runPart(part));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { passed: results.filter(Boolean).length, failed: results.filter((passed) => !passed).length };
}

function runPart({ name, program, args }) {
  return new Promise((resolve) => {
    const child = spawn(join(MODULES, '.bin', program), args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      say(code === 0 ? `✓ ${name}` : `✗ ${name}（${program}）\n${output}`);
      resolve(code === 0);
    });
  });
}
