import { canonicalJson, type Json } from '#law';
import type { LoadAnswer } from '../actions.ts';
import type { PenaltyRow } from '../model.ts';
import { reasonOf } from '../reading/reasons.ts';
import type { CellFault, RowOutcome } from '../reading/row-outcome.ts';
import type { NewImportRow } from '../store-imports.ts';
import type { Sealing } from './person.ts';

/** What is kept of a row that was not taken in: enough to show it, to write it into the correction workbook, to decide about it. */
export type KeptRow = {
  readonly faults: readonly CellFault[];
  readonly cells: readonly string[] | null;
  readonly row: PenaltyRow | null;
  /** The line of the file that it repeats; null: it repeats a record that was there before. */
  readonly firstLine: number | null;
};

/** One row of a load as it is stored: its fate in the open, its contents encrypted. */
export function sealedRow(
  sealing: Sealing,
  jobId: string,
  n: number,
  outcome: RowOutcome,
  answer: LoadAnswer | undefined,
  cells: readonly string[] | null = null,
): NewImportRow {
  const place = { n, line: outcome.line };
  const seal = (kept: KeptRow) => sealing.seal(canonicalJson(kept as unknown as Json), ownerOf(jobId, n));
  const nothing = { matterId: null, sealed: null };
  switch (outcome.is) {
    case 'decision':
      return { ...place, ...fateOf(outcome, answer, seal, cells) };
    case 'rejected':
      return { ...place, ...nothing, what: 'rejected', reason: reasonOf(outcome), sealed: seal(kept(outcome.faults, outcome.cells)) };
    case 'repeated': {
      const whole = { faults: [], cells: outcome.cells, row: outcome.row, firstLine: outcome.firstLine };
      const what = outcome.identical ? 'same' : 'duplicate';
      return { ...place, ...nothing, what, reason: reasonOf(outcome), sealed: seal(whole) };
    }
    case 'set-aside':
      return { ...place, ...nothing, what: 'set-aside', reason: reasonOf(outcome), sealed: seal(kept([], outcome.cells)) };
    case 'skipped':
    case 'unreadable':
      return { ...place, ...nothing, what: 'unreadable', reason: reasonOf(outcome) };
  }
}

function fateOf(
  outcome: Extract<RowOutcome, { is: 'decision' }>,
  answer: LoadAnswer | undefined,
  seal: (kept: KeptRow) => Buffer,
  cells: readonly string[] | null,
): Omit<NewImportRow, 'n' | 'line'> {
  if (answer === undefined) throw new Error('a decision without an answer');
  switch (answer.is) {
    case 'loaded':
      return { what: 'loaded', matterId: answer.matterId, reason: reasonOf(outcome), sealed: null };
    case 'same':
      return { what: 'same', matterId: answer.matterId, reason: '已经归集，内容相同，没有重复入库', sealed: null };
    case 'other-source':
      return { what: 'other-source', matterId: answer.matterId, reason: '已登记为同一决定的另一来源', sealed: null };
    case 'differs': {
      const whole = { faults: [], cells, row: outcome.row, firstLine: null };
      return {
        what: 'duplicate',
        matterId: answer.matterId,
        reason: '同一处罚机关、文号、年份的决定已经归集，内容不同',
        sealed: seal(whole),
      };
    }
    case 'rejected': {
      const reason = answer.faults.map(({ column, reason }) => `${column}：${reason}`).join('；');
      return { what: 'rejected', matterId: null, reason, sealed: seal({ ...kept(answer.faults, cells), row: outcome.row }) };
    }
  }
}

function kept(faults: readonly CellFault[], cells: readonly string[] | null): KeptRow {
  return { faults, cells, row: null, firstLine: null };
}

export function ownerOf(jobId: string, n: number): string {
  return `import ${jobId} ${n}`;
}
