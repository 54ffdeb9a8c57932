import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program of ours running as a process of its own, so that it can be killed as a machine would kill it. */
export type ChildServer = {
  readonly pid: number;
  /** What `ready` captured from the program's output: an address, a connection string. */
  readonly said: string;
  /** Everything written so far, for the message of a failing test. */
  readonly output: () => string;
  /** kill -9: no handler runs. Resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  /** A polite end; resolves with the exit code. */
  readonly stop: () => Promise<number | null>;
};

export type ChildPlan = {
  /** TypeScript, or JavaScript as built. */
  readonly program: string;
  readonly args?: readonly string[];
  /** For the interpreter itself. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The line that says it serves; its first group becomes `said`. */
  readonly ready: RegExp;
};

/** The server itself, on a port of its own choice; as built where a whole run has built it (`PROGRAM`), else from the sources. */
export function serverPlan(dataDir: string, env: Readonly<Record<string, string>> = {}): ChildPlan {
  return {
    program: process.env['PROGRAM'] ?? 'src/app/main.ts',
    env: { PORT: '0', DATA_DIR: dataDir, ...env },
    ready: /法衡已启动：(\S+?)（/,
  };
}

/** Starts it and waits for its ready line; throws with its output when it ends before. */
export async function startChild(plan: ChildPlan): Promise<ChildServer> {
  const loader = plan.program.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...(plan.flags ?? []), ...loader, plan.program, ...(plan.args ?? [])], {
    env: { ...ownEnvironment(), ...plan.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const said = await readyLine(child, plan.ready, lines);
  return {
    pid: child.pid ?? 0,
    said,
    output: () => lines.join('\n'),
    kill: async () => {
      await end(child, 'SIGKILL');
    },
    stop: () => end(child, 'SIGTERM'),
  };
}

/** Without what the test runner set for itself: its MODE is not ours. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const ours = Object.entries(process.env).filter(
    ([name]) => !/^(MODE|NODE_ENV|NODE_OPTIONS|VITEST.*|TEST|DEV|PROD|SSR|BASE_URL)$/.test(name),
  );
  return Object.fromEntries(ours);
}

function readyLine(child: ChildProcess, ready: RegExp, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        const said = ready.exec(line);
        if (said) resolve(said[1] ?? line);
      });
    }
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`ended before it served (exit ${code ?? signal}):\n${lines.join('\n')}`)));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
  return child.exitCode;
}
