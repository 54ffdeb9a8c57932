import { type ColumnMapping, recogniseColumns } from '../layout-recognition.ts';
import { type RowContext, rowParser } from './parse-row.ts';
import { repeatFinder } from './repeats.ts';
import type { RowOutcome } from './row-outcome.ts';

/** One row as a machine sends it: field codes or titles of the layout, values as text or number. */
export type PenaltyRecord = Readonly<Record<string, string | number | null>>;

/**
 * The same reading for rows that arrive without a file (batch API): `line` counts the records from 1. Keys that name no
 * column stand in `mapping.unknown`. A key that a record bears with null or an empty text says "not done"; one that it does
 * not bear says nothing.
 */
export function readPenaltyRecords(
  records: readonly PenaltyRecord[],
  context: RowContext,
): { readonly mapping: ColumnMapping; readonly outcomes: readonly RowOutcome[] } {
  const titles = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const mapping = recogniseColumns(titles);
  const parse = rowParser(mapping, context);
  const question = repeatFinder();
  const outcomes = records.map((record, i) => {
    const cells = titles.map((title) => String(record[title] ?? ''));
    const bears = (index: number) => Object.hasOwn(record, titles[index] ?? '');
    return question(parse({ line: i + 1, cells, hidden: false, marks: [], unterminated: false }, bears), cells);
  });
  return { mapping, outcomes };
}
