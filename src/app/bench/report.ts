import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { Line } from './measure.ts';

export type Section = { readonly name: string; readonly lines: readonly Line[] };
export type Conditions = {
  readonly on: string;
  readonly postgres: string;
  readonly rows: number;
  readonly tookMinutes: number;
  readonly loadBefore: number;
  /** The yardstick before each part, in milliseconds. */
  readonly yardsticks: readonly number[];
};

const HEAD = ['', 'measured', 'baseline', 'ratio', 'target', ''] as const;

/** The table as people read it in a terminal and on a page alike. */
export function table(lines: readonly Line[]): string {
  const body = lines.map((l) => [l.what, l.measured, l.baseline, l.ratio, l.target, l.met === null ? '' : l.met ? 'met' : '**missed**']);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(HEAD), row(HEAD.map(() => '---')), ...body.map(row)].join('\n');
}

export function conditions({ on, postgres, rows, tookMinutes, loadBefore, yardsticks }: Conditions): string {
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} memory, ${process.platform}`;
  const load = `load average ${loadBefore.toFixed(1)} before the run`;
  const [least, most] = [Math.min(...yardsticks), Math.max(...yardsticks)].map((ms) => ms.toFixed(0));
  const speed = `a fixed piece of work of one core before each part: ${least} to ${most} ms`;
  return `${on} · ${machine} · Node ${process.versions.node} · PostgreSQL ${postgres}, fsync on · ${rows} decisions · ${load} · ${speed} · ${tookMinutes.toFixed(0)} minutes`;
}

export function currentLoad(): number {
  return loadavg()[0] ?? 0;
}

export function page(sections: readonly Section[], about: string): string {
  const parts = sections.map(({ name, lines }) => `## ${name}\n\n${table(lines)}`);
  return `${INTRODUCTION}\n${about}\n\n${parts.join('\n\n')}\n`;
}

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench -- --write\`. Ratios compare a subject with its named baseline in one run on one machine, by turns,
medians of several rounds; absolute times hold for the machine below in that hour only, whose speed the fixed piece of work tells. Benchmarks are not tests: no test asserts a time.
`;
