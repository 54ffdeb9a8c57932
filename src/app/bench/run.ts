// Program: `npm run bench [-- --write] [-- names]` runs the benchmarks and prints what they found.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { shanghaiDay } from '#law';
import { rows } from '#platform/db';
import { acts } from './acts.bench.ts';
import { databasesOf } from './databases.ts';
import { files } from './files.bench.ts';
import { library } from './library.bench.ts';
import { lists } from './lists.bench.ts';
import { loading } from './loading.bench.ts';
import type { Benchmark } from './measure.ts';
import { pdf } from './pdf.bench.ts';
import { penaltyCases } from './penalty-cases.bench.ts';
import { registers } from './registers.bench.ts';
import { conditions, currentLoad, page, type Section, table } from './report.ts';
import { rules } from './rules.bench.ts';
import { openWorld } from './world.ts';
import { yardstick } from './yardstick.ts';

/** In this order: what needs no database first, then what fills it, then what reads it, then what writes on. */
const BENCHMARKS: Readonly<Record<string, { readonly name: string; readonly run: Benchmark }>> = {
  files: { name: 'Files on the spot (`faheng check`)', run: files },
  pdf: { name: 'Documents', run: pdf },
  library: { name: 'The law library', run: library },
  loading: { name: 'Loading decisions', run: loading },
  lists: { name: 'Lists of twenty, against hand-written SQL without row security', run: lists },
  rules: { name: 'Rules over stored records, against reading them', run: rules },
  cases: { name: 'Penalty cases', run: penaltyCases },
  registers: { name: 'Registers: long lists, and the register facts of an act', run: registers },
  acts: { name: 'An act over HTTP, against a bare handler with one durable insert', run: acts },
};

/** They need no city filled with decisions. */
const WITHOUT_CITY = new Set(['files', 'pdf', 'library']);

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean' }, rows: { type: 'string' } },
  allowPositionals: true,
});
const chosen = positionals.length === 0 ? Object.keys(BENCHMARKS) : positionals;
const unknown = chosen.filter((key) => BENCHMARKS[key] === undefined);
if (unknown.length > 0) throw new Error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHMARKS).join(', ')}`);
await runAll(chosen, Number(values.rows ?? 100_000), values.write === true);

async function runAll(keys: readonly string[], count: number, write: boolean): Promise<void> {
  const loadBefore = currentLoad();
  const start = Date.now();
  const world = openWorld(count, say);
  const sections: Section[] = [];
  const yardsticks: number[] = [];
  let postgres = 'not used';
  try {
    for (const key of keys) {
      const benchmark = BENCHMARKS[key];
      if (benchmark === undefined) continue;
      yardsticks.push(yardstick());
      say(`— ${benchmark.name} (a fixed piece of work: ${yardsticks.at(-1)?.toFixed(0)} ms)`);
      const lines = await benchmark.run(world, say);
      say(table(lines));
      sections.push({ name: benchmark.name, lines });
    }
    if (keys.some((key) => !WITHOUT_CITY.has(key))) postgres = await postgresVersion((await world.city()).dataDir);
  } finally {
    await world.close();
  }
  const about = { on: shanghaiDay(start), postgres, rows: count, tookMinutes: (Date.now() - start) / 60_000, loadBefore, yardsticks };
  const text = page(sections, conditions(about));
  process.stdout.write(text);
  if (write) writeFileSync('BENCH.md', text);
}

async function postgresVersion(dataDir: string): Promise<string> {
  const { owned, unbound } = databasesOf(dataDir);
  const [row] = await rows<{ server_version: string }>(owned.pool, 'show server_version');
  await owned.close();
  await unbound.close();
  return row?.server_version ?? '';
}
