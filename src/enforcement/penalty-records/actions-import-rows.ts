import { setTimeout as sleep } from 'node:timers/promises';
import { type Load, type LoadAnswer, type LoadingDeps, loadDecisions } from './actions.ts';
import { countedWith } from './loading/counted.ts';
import { type AskedMarks, lineMark, type Marker, marksTold } from './loading/line-mark.ts';
import { type Going, oneAhead } from './loading/one-ahead.ts';
import { markerOf } from './loading/person.ts';
import { incomingIn } from './loading/prepare.ts';
import { sealedRow } from './loading/sealed-row.ts';
import type { PenaltyFile } from './reading/read-rows.ts';
import type { RowOutcome } from './reading/row-outcome.ts';
import { type Corrected, markCorrected, marksWaiting } from './store-import-corrected.ts';
import { advanceJob, analyseLoaded } from './store-import-runs.ts';
import { type ImportCounts, type ImportJob, insertImportRows } from './store-imports.ts';

/** A job in the hands of one worker, and how far it has come. */
export type Run = {
  readonly deps: LoadingDeps;
  readonly job: ImportJob;
  readonly load: Load;
  readonly stopping: () => boolean;
  /** Rows that an earlier worker had passed. */
  readonly begunAt: number;
  passed: number;
  counts: ImportCounts;
  /** The database has looked at what this worker has taken in. */
  isAnalysed: boolean;
  /** Under which marks earlier rows of the source wait to be corrected; null: not asked yet. */
  waiting: AskedMarks | null;
};
/** through: all rows have their answer. stopped: the server ends, another one goes on. */
export type Ending = 'through' | 'stopped';

/** Another worker has taken the job over: what is in hand must not be written. */
export class JobLost extends Error {}

/** Few enough that requests between two chunks hardly wait. */
export const CHUNK_ROWS = 200;
/** Rows after which what follows is planned by what has been taken in, and not by what the tables held before. */
export const WORTH_ANALYSING = 1_000;
/** Share of its own time in the database that the job leaves to others after each chunk. */
const REST = 0.05;

type Numbered = { readonly n: number; readonly outcome: RowOutcome };
type Chunk = { readonly rows: readonly Numbered[]; readonly progress: number };

/** Takes the rows of a file in, chunk by chunk; those that an earlier worker has passed are only read over. */
export async function takeInFile(run: Run, file: Pick<PenaltyFile, 'outcomes' | 'progress'>): Promise<Ending> {
  const line = oneAhead<Chunk>((chunk, turn) => takeInChunk(run, chunk, turn));
  let rows: Numbered[] = [];
  let n = 0;
  for await (const outcomes of file.outcomes()) {
    for (const outcome of outcomes) {
      n += 1;
      if (n <= run.begunAt) continue;
      rows.push({ n, outcome });
      if (rows.length < CHUNK_ROWS) continue;
      const going = await line.hand({ rows, progress: file.progress() });
      if (going !== 'on') return endingOf(going);
      rows = [];
    }
  }
  if (rows.length > 0) {
    const going = await line.hand({ rows, progress: 1 });
    if (going !== 'on') return endingOf(going);
  }
  return endingOf(await line.last());
}

function endingOf(going: Going): Ending {
  return going === 'stopped' ? 'stopped' : 'through';
}

async function takeInChunk(run: Run, { rows: chunk, progress }: Chunk, turn: () => Promise<void>): Promise<Going> {
  const { deps, job } = run;
  let began = performance.now();
  const load: Load = {
    ...run.load,
    turn: async () => {
      await turn();
      began = performance.now();
    },
  };
  const to = chunk.at(-1)?.n ?? run.passed;
  const incoming = chunk.flatMap(({ outcome }) => incomingIn(outcome));
  const marker = markerOf(deps.sealing);
  const done = { counts: run.counts, cancelled: false };
  await loadDecisions(deps, load, incoming, async (client, answers) => {
    const byLine = new Map(answers.map((a) => [a.line, a]));
    const counts = countedWith(
      run.counts,
      chunk.map(({ outcome }) => outcome),
      byLine,
    );
    const line = chunk.at(-1)?.outcome.line ?? job.line;
    const busyMs = performance.now() - began;
    const place = { jobId: job.id, from: run.passed, to, line, progress, counts, busyMs, moment: deps.platform.now() };
    const moved = await advanceJob(client, place);
    if (moved === 'lost') throw new JobLost();
    Object.assign(done, { counts, cancelled: moved === 'cancelled' });
    const kept = chunk.filter(({ outcome }) => outcome.is !== 'skipped');
    await insertImportRows(
      client,
      job.id,
      kept.map(({ n, outcome }) => {
        const answer = byLine.get(outcome.line ?? 0);
        return { ...sealedRow(deps.sealing, job.id, n, outcome, answer), lineMark: markOf(job, outcome, answer, marker) };
      }),
    );
    run.waiting ??= await marksWaiting(client, job.organisationId, job.id);
    await markCorrected(
      client,
      { sourceId: job.organisationId, jobId: job.id, at: new Date(deps.platform.now()).toISOString() },
      chunk.flatMap(({ outcome }) => correctedBy(run, outcome, byLine.get(outcome.line ?? 0), marker)),
    );
  });
  run.passed = to;
  run.counts = done.counts;
  if (done.cancelled) return 'cancelled';
  // A first large file comes into empty tables: by what they held then, every later chunk would read all that came before it.
  if (!run.isAnalysed && to - run.begunAt >= WORTH_ANALYSING) {
    run.isAnalysed = true;
    await analyseLoaded(deps.platform.pool);
  }
  await sleep((performance.now() - began) * REST);
  return run.stopping() ? 'stopped' : 'on';
}

function columnsOf({ head }: ImportJob) {
  return head?.columns ?? [];
}

/** Of a row that is refused, by the reader or by the register of organs. */
function markOf(job: ImportJob, outcome: RowOutcome, answer: LoadAnswer | undefined, marker: Marker): string | null {
  const refused = outcome.is === 'rejected' ? outcome : outcome.is === 'decision' && answer?.is === 'rejected' ? answer : null;
  if (refused === null || !('cells' in outcome)) return null;
  return lineMark(outcome.cells, refused.faults, columnsOf(job), job.organName, marker);
}

/** What a row that is taken in answers of what was refused before. */
function correctedBy({ job, waiting }: Run, outcome: RowOutcome, answer: LoadAnswer | undefined, marker: Marker): readonly Corrected[] {
  if (outcome.is !== 'decision' || answer === undefined || answer.is === 'rejected' || answer.is === 'differs') return [];
  if (waiting === null || !(waiting.numbers || waiting.rows)) return [];
  const { matterId } = answer;
  return marksTold(outcome.row, outcome.cells, columnsOf(job), waiting, marker).map((mark) => ({ mark, matterId }));
}
