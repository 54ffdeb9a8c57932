import { type LocalDate, parseLocalDate } from '#law';

/** A column that a register file may have. */
export type Column = {
  readonly title: string;
  readonly also?: readonly string[];
  /** A file without it is not of this register. */
  readonly required?: boolean;
};
export type Columns = Readonly<Record<string, Column>>;

/** One row of a file, its cells by the keys of the columns; empty cells are absent. */
export type TableRow<K extends string> = { readonly line: number; readonly cells: Readonly<Partial<Record<K, string>>> };

/** Why a row cannot be loaded: where it stands and what a person must change. */
export type RowProblem = { readonly line: number; readonly column: string; readonly value: string; readonly reason: string };

/** The form in which titles are compared: half-width, without spaces, brackets' content and marks of obligation. */
export function normaliseTitle(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|[\s*_:：、·]/g, '')
    .replace(/\d+$/, '')
    .toLowerCase();
}

/** Which column each title is; −1 for a title of none. The first of two same titles counts. */
export function recognise<C extends Columns>(columns: C, titles: readonly string[]): ReadonlyMap<keyof C & string, number> {
  const wanted = new Map<string, keyof C & string>();
  for (const key of Object.keys(columns)) {
    const column = columns[key];
    for (const title of column === undefined ? [] : [column.title, ...(column.also ?? [])]) wanted.set(normaliseTitle(title), key);
  }
  const found = new Map<keyof C & string, number>();
  for (const [i, title] of titles.entries()) {
    const key = wanted.get(normaliseTitle(title));
    if (key !== undefined && !found.has(key)) found.set(key, i);
  }
  return found;
}

/** Titles of required columns that a file does not have. */
export function missingColumns<C extends Columns>(columns: C, found: ReadonlyMap<keyof C & string, number>): readonly string[] {
  return Object.entries(columns).flatMap(([key, column]) => (column.required === true && !found.has(key) ? [column.title] : []));
}

/** Reads the cells of one row; gathers problems instead of stopping at the first. */
export type Cells<K extends string> = {
  text(key: K, max?: number): string | null;
  must(key: K, max?: number): string;
  day(key: K): LocalDate | null;
  /** The key of the label written in the cell; `otherwise` where it is empty. */
  label<L extends string>(key: K, labels: Readonly<Record<L, string>>, otherwise: L): L;
  problem(key: K, reason: string): void;
};

export function cellsOf<C extends Columns>(columns: C, row: TableRow<keyof C & string>, problems: RowProblem[]): Cells<keyof C & string> {
  type K = keyof C & string;
  const title = (key: K): string => columns[key]?.title ?? key;
  function problem(key: K, reason: string): void {
    problems.push({ line: row.line, column: title(key), value: row.cells[key] ?? '', reason });
  }
  function text(key: K, max = 200): string | null {
    const value = row.cells[key]?.trim() ?? '';
    if (value.length > max) problem(key, `超过${max}字`);
    return value === '' ? null : value.slice(0, max);
  }
  function must(key: K, max?: number): string {
    const value = text(key, max);
    if (value === null) problem(key, '不能为空');
    return value ?? '';
  }
  function day(key: K): LocalDate | null {
    const value = text(key, 40);
    const read = value === null ? null : readDay(value);
    if (value !== null && read === null) problem(key, '不是有效日期，应写作2026-03-16');
    return read;
  }
  function label<L extends string>(key: K, labels: Readonly<Record<L, string>>, otherwise: L): L {
    const value = text(key);
    if (value === null) return otherwise;
    const keys = Object.keys(labels) as L[];
    const found = keys.find((k) => labels[k] === value || k === value);
    if (found === undefined) problem(key, `应为：${keys.map((k) => labels[k]).join('、')}`);
    return found ?? otherwise;
  }
  return { text, must, day, label, problem };
}

/** 2026-03-16, 2026/3/16, 2026.3.16, 2026年3月16日, 20260316. Programs that store a day write midnight behind it. */
export function readDay(text: string): LocalDate | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+00:00(:00(\.0+)?)?$/, '')
    .trim();
  const m = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  return m === null ? null : parseLocalDate(`${m[1]}-${m[2]?.padStart(2, '0')}-${m[3]?.padStart(2, '0')}`);
}
