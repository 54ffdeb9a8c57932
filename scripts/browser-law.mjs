// The law and the rooms' declarations that reach the browser, all pages together, as they are sent: at most 120 kB.
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { ROOT } from './install.mjs';

const MOST = 120_000;
const SRC = join(ROOT, 'src') + sep;
/** What draws, asks the server or puts the house together; all else under `src` is law or what a room declares. */
const FACE = /^(app|ui|platform|testing)[/]|[/]web[/]/;

const isLaw = (id) => id.startsWith(SRC) && !FACE.test(id.slice(SRC.length));
const codeSplitting = { groups: [{ name: 'law', test: isLaw }] };
const options = { write: false, emptyOutDir: false, reportCompressedSize: false, rolldownOptions: { output: { codeSplitting } } };
const { output } = await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error', build: options });

const chunks = output.filter((part) => part.type === 'chunk' && Object.keys(part.modules).some(isLaw));
const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules)).filter(([id]) => isLaw(id));
const size = chunks.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
const inKb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(`${modules.length} modules of law and rooms reach the browser: ${inKb(size)} gzipped, at most ${inKb(MOST)}`);

if (modules.length === 0) {
  console.error('not one was found: the measure does not see what the pages import');
  process.exitCode = 1;
}
if (size > MOST) {
  const largest = modules.sort(([, a], [, b]) => b.renderedLength - a.renderedLength).slice(0, 20);
  console.error(largest.map(([id, { renderedLength }]) => `${inKb(renderedLength)} ${id.slice(SRC.length)}`).join('\n'));
  process.exitCode = 1;
}
