import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export type Ran = { readonly tookMs: number; readonly peakMb: number; readonly code: number; readonly said: string };

/** Said by the program itself at its end: the most memory that it ever held, in kilobytes. */
const TELL_PEAK = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))`;

/** `faheng …` as a person runs it: the whole program from its start to its last line. */
export async function runProgram(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', TELL_PEAK, 'bin/faheng.mjs', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const said: Buffer[] = [];
  let noted = '';
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => {
    noted += chunk.toString('utf8');
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? -1));
  });
  const peak = Number(/peak (\d+)/.exec(noted)?.[1] ?? Number.NaN);
  return { tookMs: performance.now() - start, peakMb: Math.round(peak / 1024), code, said: Buffer.concat(said).toString('utf8') };
}
