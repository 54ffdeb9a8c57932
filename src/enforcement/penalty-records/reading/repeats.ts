import { compact } from '../cells.ts';
import type { PenaltyRow } from '../model.ts';
import { Fingerprint } from './fingerprint.ts';
import type { RowOutcome } from './row-outcome.ts';

/** What tells decisions apart across rows and sources: organ, normalised 文号, year of the decision. */
export function decisionKey(row: Pick<PenaltyRow, 'organ' | 'number' | 'decidedOn'>): string {
  return `${row.organ.uscc ?? compact(row.organ.name)}|${row.number.key}|${row.decidedOn.slice(0, 4)}`;
}

type Seen = { readonly line: number; readonly print: number };

/** Remembers the decisions of one file and turns a second row of the same decision into a question. */
export function repeatFinder(): (outcome: RowOutcome, cells: readonly string[]) => RowOutcome {
  const seen = new Map<string, Seen>();
  return (outcome, cells) => {
    if (outcome.is !== 'decision') return outcome;
    const key = decisionKey(outcome.row);
    const print = printOf(cells);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, { line: outcome.line, print });
      return outcome;
    }
    const { line, row, notes } = outcome;
    return { is: 'repeated', line, firstLine: first.line, identical: first.print === print, row, notes, cells };
  };
}

function printOf(cells: readonly string[]): number {
  const print = new Fingerprint();
  for (const cell of cells) print.take(cell);
  return print.value;
}
