import { performance } from 'node:perf_hooks';

/** One line of the table. `ratio` is what is judged; figures without a target are told for information. */
export type Line = {
  readonly what: string;
  readonly measured: string;
  readonly baseline: string;
  /** As a reader compares it with `target`: "0.42", "1.7×", "23 ms". */
  readonly ratio: string;
  readonly target: string;
  readonly met: boolean | null;
};

/** One benchmark: its lines, and what it wants to say while it runs. */
export type Benchmark = (world: World, say: (text: string) => void) => Promise<readonly Line[]>;
/** What benchmarks share: how many records the database is filled with, and the folder for throw-away files. */
export type World = { readonly rows: number; readonly folder: string; readonly city: () => Promise<FilledCity> };
/** A running server over a database that holds as many reported decisions as asked. */
export type FilledCity = { readonly dataDir: string; readonly base: string; readonly loading: LoadingFigures };
export type LoadingFigures = {
  readonly loadMs: number;
  readonly listMs: number;
  readonly listed: string;
  readonly idle: readonly number[];
  readonly busy: readonly number[];
  /** Rows per second of the batch interface on the full tables. */
  readonly batches: number;
};

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Baseline and subject by turns in one run, so that whatever else the machine does burdens both; the first round warms up. */
export async function byTurns(
  rounds: number,
  baseline: () => Promise<number>,
  subject: () => Promise<number>,
): Promise<{ readonly baseline: number; readonly subject: number }> {
  const seen = { baseline: [] as number[], subject: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const [b, s] = [await baseline(), await subject()];
    if (round === 0) continue;
    seen.baseline.push(b);
    seen.subject.push(s);
  }
  return { baseline: median(seen.baseline), subject: median(seen.subject) };
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`;
export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`;
export const times = (value: number): string => `${value.toFixed(2)}×`;
