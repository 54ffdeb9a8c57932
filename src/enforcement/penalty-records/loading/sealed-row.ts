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
export function sealedRow(sealing: Sealing, jobId: string, n: number, outcome: RowOutcome, answer: LoadAnswer | undefined): NewImportRow {
  const place = { n, line: outcome.line };
  const seal = (kept: KeptRow) => sealing.seal(canonicalJson(kept as unknown as Json), ownerOf(jobId, n));
  const nothing = { matterId: null, sealed: null, organMark: null };
  switch (outcome.is) {
    case 'decision':
      return { ...place, ...fateOf(outcome, answer, seal) };
    case 'repeated':
      if (!outcome.identical) return { ...place, ...fateOf(outcome, answer, seal) };
      return { ...place, ...nothing, what: 'same', reason: reasonOf(outcome) };
    case 'rejected':
      return { ...place, ...nothing, what: 'rejected', reason: reasonOf(outcome), sealed: seal(kept(outcome.faults, outcome.cells)) };
    case 'set-aside':
      return { ...place, ...nothing, what: 'set-aside', reason: reasonOf(outcome), sealed: seal(kept([], outcome.cells)) };
    case 'skipped':
    case 'unreadable':
      return { ...place, ...nothing, what: 'unreadable', reason: reasonOf(outcome) };
  }
}

/** What became of a row that was taken in again from what was kept of it. */
export function sealedAgain(sealing: Sealing, jobId: string, n: number, line: number, kept: KeptRow, answer: LoadAnswer): NewImportRow {
  if (kept.row === null) throw new Error('nothing to take in again');
  return sealedRow(sealing, jobId, n, { is: 'decision', line, row: kept.row, notes: [], hidden: false, cells: kept.cells ?? [] }, answer);
}

/** What `sealedRow` kept of a row; null where the key is another or it has been erased. */
export function openRow(sealing: Pick<Sealing, 'unseal'>, jobId: string, n: number, sealed: Buffer): KeptRow | null {
  const text = sealing.unseal(sealed, ownerOf(jobId, n));
  return text === null ? null : (JSON.parse(text) as KeptRow);
}

function fateOf(
  outcome: Extract<RowOutcome, { is: 'decision' | 'repeated' }>,
  answer: LoadAnswer | undefined,
  seal: (kept: KeptRow) => Buffer,
): Omit<NewImportRow, 'n' | 'line'> {
  if (answer === undefined) throw new Error('a decision without an answer');
  const open = { sealed: null, organMark: null };
  const firstLine = outcome.is === 'repeated' ? outcome.firstLine : null;
  const whole = { faults: [], cells: outcome.cells, row: outcome.row, firstLine };
  switch (answer.is) {
    case 'loaded':
      return { ...open, what: 'loaded', matterId: answer.matterId, reason: reasonOf(outcome) };
    case 'same':
      return { ...open, what: 'same', matterId: answer.matterId, reason: '已经归集，内容相同，没有重复入库' };
    case 'other-source':
      return { ...open, what: 'other-source', matterId: answer.matterId, reason: '已登记为同一决定的另一来源', sealed: seal(whole) };
    case 'differs': {
      const reason = firstLine === null ? '同一处罚机关、文号、年份的决定已经归集，内容不同' : reasonOf(outcome);
      return { ...open, what: 'duplicate', matterId: answer.matterId, reason, sealed: seal(whole) };
    }
    case 'rejected': {
      const reason = answer.faults.map(({ column, reason }) => `${column}：${reason}`).join('；');
      return { what: 'rejected', matterId: null, reason, organMark: answer.organMark, sealed: seal({ ...whole, faults: answer.faults }) };
    }
  }
}

function kept(faults: readonly CellFault[], cells: readonly string[] | null): KeptRow {
  return { faults, cells, row: null, firstLine: null };
}

function ownerOf(jobId: string, n: number): string {
  return `import ${jobId} ${n}`;
}
