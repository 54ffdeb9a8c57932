import { normaliseDocumentNumber, yearOf } from '#law';
import type { HeadColumn } from '../contract-imports.ts';
import { type ColumnKey, LAYOUT } from '../layout.ts';
import type { PenaltyRow } from '../model.ts';
import type { CellFault } from '../reading/row-outcome.ts';
import { organName } from './organ-book.ts';

/** What else tells a row apart where its number cannot be read; of one that is corrected the sound cells stay as they were. */
const TELLING = ['partyName', 'decidedOn', 'content', 'facts'] as const satisfies readonly ColumnKey[];
/** Who was fined and two more: fewer are alike in decisions that are not the same, and a row would pass for corrected. */
const LEAST_TOLD = 3;

export type Marker = (text: string) => string;
type Columns = readonly Pick<HeadColumn, 'index' | 'key'>[];
/** Which marks are asked of the rows of a load: those under which rows of its source still wait. */
export type AskedMarks = { readonly numbers: boolean; readonly rows: boolean };

/**
 * By what a refused row is told when it comes again: normalised number and year, with the organ where it could be read; else
 * its sound cells. null: it says too little. `organ`: whose decisions these are where the file has no column for it.
 */
export function lineMark(
  cells: readonly string[],
  faults: readonly CellFault[],
  columns: Columns,
  organ: string | null,
  marker: Marker,
): string | null {
  const faulty = faultyKeys(faults, columns);
  const cell = (key: ColumnKey): string => (faulty.has(key) ? '' : cellOf(cells, columns, key));
  const number = normaliseDocumentNumber(cell('number'));
  const year = number?.year ?? /\d{4}/.exec(cell('decidedOn'))?.[0] ?? null;
  // A number without its year is given out every year anew.
  if (number !== null && year !== null) {
    const named = faulty.has('organName') ? '' : cell('organName') || (organ ?? '');
    return numberMark(named, number.key, String(year), marker);
  }
  const told = TELLING.filter((key) => cell(key) !== '');
  return isTelling(told) ? rowMark(told, cell, marker) : null;
}

function isTelling(keys: readonly ColumnKey[]): boolean {
  return keys.includes('partyName') && keys.length >= LEAST_TOLD;
}

/** Every mark that a row may bear which was refused before and is taken in now. */
export function marksTold(
  row: PenaltyRow,
  cells: readonly string[],
  columns: Columns,
  asked: AskedMarks,
  marker: Marker,
): readonly string[] {
  const { number, organ, decidedOn } = row;
  const year = String(number.year ?? yearOf(decidedOn));
  const byNumber = asked.numbers ? [organ.name, ''].map((name) => numberMark(name, number.key, year, marker)) : [];
  if (!asked.rows) return byNumber;
  const cell = (key: ColumnKey): string => cellOf(cells, columns, key);
  const told = TELLING.filter((key) => cell(key) !== '');
  return [...byNumber, ...subsets(told).map((keys) => rowMark(keys, cell, marker))];
}

function numberMark(organ: string, key: string, year: string, marker: Marker): string {
  return `n${marker(`line ${organName(organ)}\n${key}\n${year}`)}`;
}

function rowMark(keys: readonly ColumnKey[], cell: (key: ColumnKey) => string, marker: Marker): string {
  return `r${marker(`line ${keys.map((key) => `${key} ${cell(key)}`).join('\n')}`)}`;
}

/** Four keys have four sets that tell a row apart. */
function subsets(keys: readonly ColumnKey[]): readonly (readonly ColumnKey[])[] {
  const all = Array.from({ length: 2 ** keys.length }, (_, set) => keys.filter((__, i) => Math.floor(set / 2 ** i) % 2 === 1));
  return all.filter(isTelling);
}

function cellOf(cells: readonly string[], columns: Columns, key: ColumnKey): string {
  const index = columns.find((column) => column.key === key)?.index;
  return (index === undefined ? '' : (cells[index] ?? '')).normalize('NFKC').replaceAll(/\s+/g, '');
}

function faultyKeys(faults: readonly CellFault[], columns: Columns): ReadonlySet<ColumnKey> {
  const keys = faults.flatMap(({ index, column }): ColumnKey[] => {
    const key = columns.find((one) => one.index === index)?.key ?? null;
    if (key !== null) return [key];
    return (Object.keys(LAYOUT) as ColumnKey[]).filter((one) => LAYOUT[one].title === column);
  });
  return new Set(keys);
}
