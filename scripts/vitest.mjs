import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './install.mjs';

const PLAIN = process.stdout.isTTY ? {} : { NO_COLOR: '1' };

/** Runs the named vitest projects and counts from vitest's own report; a file that could not even load counts as failed. */
export async function runVitest(projects, extra = [], env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'faheng-report-'));
  const report = join(folder, 'report.json');
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...chosen, ...reporters, ...extra];
  const run = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...PLAIN, ...env },
  });
  const [status] = await once(run, 'close');
  const counted = countIn(report);
  rmSync(folder, { recursive: true, force: true });
  const failed = status !== 0 && counted.failed === 0 ? 1 : counted.failed;
  return { passed: counted.passed, failed };
}

function countIn(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
    return { passed: numPassedTests, failed: numFailedTests + unloaded };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** The last line of every run, for people and programs alike; the exit code says the same. */
export function conclude(...parts) {
  const sum = (key) => parts.reduce((total, part) => total + part[key], 0);
  const failed = sum('failed');
  process.exitCode = failed === 0 ? 0 : 1;
  process.stdout.write(`${sum('passed')} passed, ${failed} failed\n`);
}
