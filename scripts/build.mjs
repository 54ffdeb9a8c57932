import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, ROOT, requireNode, say } from './install.mjs';

const DIST = join(ROOT, 'dist');
const WEB = join(ROOT, 'src', 'app', 'web-shell');

/** The server, the command line and the workers: `src/app/{main,faheng}.ts` and every `*.worker.ts`, to `dist/<name>.js`. */
export function ensureServerBuilt() {
  return ensureProgramsBuilt('server', ['main', 'faheng'], DIST);
}

/** What benchmarks measure, built in the same way as what people run: `dist/bench/{platform-server,bare-server}.js`. */
export function ensureBenchBuilt() {
  return ensureProgramsBuilt('bench', ['bench/platform-server', 'bench/bare-server'], join(DIST, 'bench'));
}

async function ensureProgramsBuilt(part, names, outdir) {
  const stamp = stampOf(['src', 'package-lock.json', 'scripts/build.mjs'], (path) => !/[.](test|stories)[.]tsx?$/.test(path));
  if (isFresh(part, stamp)) return;
  say('正在编译服务程序…… / Building the server…');
  const { build } = await import('esbuild');
  const named = names.map((name) => join(ROOT, 'src', 'app', `${name}.ts`)).filter((path) => existsSync(path));
  const workers = filesIn(join(ROOT, 'src')).filter((path) => path.endsWith('.worker.ts'));
  await build({
    entryPoints: [...named, ...workers].map((path) => ({ in: path, out: basename(path, '.ts') })),
    absWorkingDir: ROOT,
    outdir,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    jsx: 'automatic',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  keep(part, stamp);
}

/** The back office in `dist/web`, as soon as there is one. */
export async function ensureWebBuilt() {
  if (!existsSync(join(WEB, 'index.html'))) return;
  const isServerOnly = (path) => /[.]test[.]tsx?$|^src[/](platform|testing)[/]|[/](store|actions|routes)[.]ts$/.test(path);
  const stamp = stampOf(['src', 'package-lock.json', 'vite.config.ts'], (path) => !isServerOnly(path));
  if (isFresh('web', stamp) && existsSync(join(DIST, 'web', 'index.html'))) return;
  say('正在编译页面，约需半分钟…… / Building the pages…');
  const { build } = await import('vite');
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
  keep('web', stamp);
}

export async function ensureBuilt() {
  await ensureServerBuilt();
  await ensureWebBuilt();
}

const stampFile = (part) => join(DIST, `.${part}-stamp`);

function isFresh(part, stamp) {
  return existsSync(stampFile(part)) && readFileSync(stampFile(part), 'utf8') === stamp;
}

function keep(part, stamp) {
  mkdirSync(DIST, { recursive: true });
  writeFileSync(stampFile(part), stamp);
}

/** Names, sizes and times of the sources: cheap enough to look at on every start. */
function stampOf(parts, isSource) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const path of parts.flatMap((part) => filesIn(join(ROOT, part))).sort()) {
    const name = relative(ROOT, path);
    if (!isSource(name)) continue;
    const { size, mtimeMs } = statSync(path);
    hash.update(`${name}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesIn(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return [];
  return entry.isDirectory() ? readdirSync(path).flatMap((name) => filesIn(join(path, name))) : [path];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  requireNode();
  ensureInstalled();
  if (process.argv.includes('--clean')) rmSync(DIST, { recursive: true, force: true });
  await ensureBuilt();
  say('编译完成。/ Built.');
}
