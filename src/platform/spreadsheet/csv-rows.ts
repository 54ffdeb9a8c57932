import { type SheetItem, unwrapped } from './sheet.ts';

export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];
export const SEPARATOR_LABELS = { ',': '逗号', ';': '分号', '\t': '制表符' } as const satisfies Record<Separator, string>;

/** A row longer than this holds a quote that was never closed. Far above any real cell (a spreadsheet's holds 32,767). */
const LONGEST_ROW = 1_500_000;
const NO_MARKS = [] as const;
const QUOTE = '"';

/** The separator that cuts the first lines into rows of equal width. */
export function detectSeparator(sample: string): Separator {
  const widths = (separator: Separator) => {
    const splitter = new CsvRows(separator);
    const items = [...splitter.push(sample), ...splitter.end()];
    return items.flatMap((item) => (item.is === 'row' ? [item.row.cells.length] : [])).slice(0, 50);
  };
  const score = (separator: Separator) => {
    const seen = widths(separator).filter((width) => width > 1);
    const usual = mode(seen);
    return usual * seen.filter((width) => width === usual).length;
  };
  const scored = SEPARATORS.map((separator) => ({ separator, score: score(separator) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator;
}

function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

/**
 * Cuts text into rows as it arrives (RFC 4180, forgiving where spreadsheets are). A quote that does not close spoils its
 * own line only: the line is reported and reading goes on with the next one.
 */
export class CsvRows {
  readonly #separator: Separator;
  #rest = '';
  #line = 1;
  #newline = '';
  #skipping = false;

  constructor(separator: Separator) {
    this.#separator = separator;
  }

  push(text: string): SheetItem[] {
    this.#rest = this.#rest === '' ? text : this.#rest + text;
    if (this.#newline === '') {
      if (!this.#rest.includes('\n') && this.#rest.length < 65_536) return [];
      this.#newline = newlineOf(this.#rest);
    }
    return this.#cut(false);
  }

  end(): SheetItem[] {
    if (this.#newline === '') this.#newline = newlineOf(this.#rest);
    return this.#cut(true);
  }

  #cut(last: boolean): SheetItem[] {
    const items: SheetItem[] = [];
    const text = this.#rest;
    let at = this.#skipping ? this.#resume(text) : 0;
    let quote = -1;
    while (at < text.length) {
      const stop = text.indexOf(this.#newline, at);
      if (stop < 0 && !last && text.length - at <= LONGEST_ROW) break;
      const lineEnd = stop < 0 ? text.length : stop;
      if (quote < at) quote = nextQuote(text, at);
      if (quote >= lineEnd && lineEnd - at > LONGEST_ROW) {
        items.push(this.#fault(`本行超过${LONGEST_ROW}个字符，未读取`));
        this.#skipping = stop < 0;
        at = lineEnd + 1;
      } else if (quote >= lineEnd) {
        this.#emit(items, at, lineEnd, splitPlain(text, at, lineEnd, this.#separator), last && stop < 0, 1);
        at = lineEnd + 1;
      } else {
        const row = this.#quoted(text, at, last);
        if (row === 'more') break;
        if (row === 'broken') items.push(this.#fault('引号没有成对，本行未能读取'));
        else this.#emit(items, at, row.end, row.cells, last && row.end >= text.length, 1 + linesWithin(text, at, row.end, this.#newline));
        at = (row === 'broken' ? lineEnd : row.end) + 1;
      }
    }
    this.#rest = at >= text.length ? '' : text.slice(at);
    return items;
  }

  /** Behind the end of a line that was given up. */
  #resume(text: string): number {
    const stop = text.indexOf(this.#newline);
    this.#skipping = stop < 0;
    return stop < 0 ? text.length : stop + 1;
  }

  #fault(reason: string): SheetItem {
    const line = this.#line;
    this.#line += 1;
    return { is: 'fault', fault: { line, reason } };
  }

  #emit(items: SheetItem[], from: number, to: number, cells: readonly string[], unterminated: boolean, lines: number): void {
    const line = this.#line;
    this.#line += lines;
    if (to === from || cells.every((cell) => cell === '')) return;
    items.push({ is: 'row', row: { line, cells, hidden: false, marks: NO_MARKS, unterminated } });
  }

  /** One row that holds a quote: its cells and where it ends. */
  #quoted(text: string, start: number, last: boolean): { readonly cells: string[]; readonly end: number } | 'more' | 'broken' {
    const unfinished = last || text.length - start > LONGEST_ROW ? 'broken' : 'more';
    const cells: string[] = [];
    let at = start;
    for (;;) {
      const open = openingQuote(text, at);
      const field = open < 0 ? this.#bareField(text, at) : this.#quotedField(text, at, open, last);
      if (field === 'broken') return 'broken';
      if (field === 'unfinished') return unfinished;
      cells.push(unwrapped(field.value));
      if (text.charAt(field.end) !== this.#separator) return field.end < text.length || last ? { cells, end: field.end } : unfinished;
      at = field.end + 1;
    }
  }

  #bareField(text: string, at: number): { readonly value: string; readonly end: number } {
    const end = fieldEnd(text, at, this.#separator, this.#newline);
    return { value: trimReturn(text.slice(at, end)), end };
  }

  #quotedField(text: string, at: number, open: number, last: boolean) {
    let close = text.indexOf(QUOTE, open + 1);
    while (close >= 0 && text.charAt(close + 1) === QUOTE) close = text.indexOf(QUOTE, close + 2);
    if (close < 0 || (close + 1 === text.length && !last)) return 'unfinished';
    const end = fieldEnd(text, close + 1, this.#separator, this.#newline);
    if (text.slice(close + 1, end).trim() === '') return { value: text.slice(open + 1, close).replaceAll('""', QUOTE), end };
    const straddles = text.slice(open, close).includes(this.#newline);
    return straddles ? 'broken' : { value: trimReturn(text.slice(at, end)), end };
  }
}

function nextQuote(text: string, at: number): number {
  const found = text.indexOf(QUOTE, at);
  return found < 0 ? Number.POSITIVE_INFINITY : found;
}

function newlineOf(text: string): string {
  return text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
}

function trimReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}

function splitPlain(text: string, from: number, to: number, separator: Separator): string[] {
  const cells = trimReturn(text.slice(from, to)).split(separator);
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i] ?? '';
    const first = cell.charCodeAt(0);
    if (first === 39 || first === 61) cells[i] = unwrapped(cell);
  }
  return cells;
}

/** Where a field's opening quote stands (spaces before it are let pass), or -1. */
function openingQuote(text: string, at: number): number {
  let i = at;
  while (text.charCodeAt(i) === 32) i += 1;
  return text.charAt(i) === QUOTE ? i : -1;
}

function fieldEnd(text: string, at: number, separator: string, newline: string): number {
  const stop = text.indexOf(newline, at);
  const end = stop < 0 ? text.length : stop;
  const cut = text.indexOf(separator, at);
  return cut < 0 || cut > end ? end : cut;
}

function linesWithin(text: string, from: number, to: number, newline: string): number {
  let lines = 0;
  for (let i = text.indexOf(newline, from); i >= 0 && i < to; i = text.indexOf(newline, i + 1)) lines += 1;
  return lines;
}
