import type { Refusal } from '#law/outcome';

/** What a reader knows about a cell besides its text. */
export const CELL_MARK_LABELS = {
  formula: '公式单元格，取保存时的计算结果',
  'formula-empty': '公式单元格没有保存计算结果',
  'digits-lost': '长号码被存为数值，15位以后的数字已丢失',
  merged: '与上方单元格合并，取合并单元格的值',
} as const;
export type CellMark = keyof typeof CELL_MARK_LABELS;

/** One row as text. `line` is the line or row number in the file, counted from 1, header included. */
export type SheetRow = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly hidden: boolean;
  readonly marks: readonly { readonly column: number; readonly mark: CellMark }[];
  /** The file ends inside or right after this row without a line end: it may have been cut off. */
  readonly unterminated: boolean;
};

/** A place that cannot be read. Reading goes on behind it unless it is the last item. */
export type SheetFault = { readonly line: number | null; readonly reason: string };

export type SheetItem = { readonly is: 'row'; readonly row: SheetRow } | { readonly is: 'fault'; readonly fault: SheetFault };

export type SheetHead = {
  readonly name: string;
  readonly hidden: boolean;
  readonly hiddenColumns: readonly number[];
  /** The first rows that hold anything (at most HEAD_ROWS). */
  readonly head: readonly SheetRow[];
};

/** How far down a header is looked for. */
export const HEAD_ROWS = 30;

/** An opened file. `read` yields the rows of one sheet in batches, from the top, and can be called once per sheet. */
export type Spreadsheet = {
  readonly format: 'text' | 'xlsx';
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly sheets: readonly SheetHead[];
  readonly read: (sheet: number) => AsyncIterable<readonly SheetItem[]>;
  /** How much of the sheet has been read, 0 to 1. */
  readonly progress: () => number;
  readonly close: () => Promise<void>;
};

export type SpreadsheetLimits = {
  readonly fileBytes: number;
  /** Unpacked size of the parts that are held in memory (texts, styles, everything but the sheets). */
  readonly heldBytes: number;
  /** Unpacked size of the sheets, which only run through: 100,000 full rows are 250 MB where the writer repeats its texts. */
  readonly streamedBytes: number;
  /** Unpacked : packed, judged above `ratioFrom` unpacked bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  readonly entries: number;
  readonly columns: number;
  /** Memory of the unpacking thread. */
  readonly heapMb: number;
  /** How long the unpacking thread may work for one answer. */
  readonly answerMs: number;
};

export const DEFAULT_LIMITS: SpreadsheetLimits = {
  fileBytes: 150 * 1024 * 1024,
  heldBytes: 200 * 1024 * 1024,
  streamedBytes: 600 * 1024 * 1024,
  ratio: 100,
  ratioFrom: 4 * 1024 * 1024,
  entries: 2000,
  columns: 1000,
  heapMb: 256,
  answerMs: 20_000,
};

export function refuseFile(code: string, reason: string): Refusal {
  return { refused: code, cite: null, reason };
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

/**
 * A cell's text without what programs put around it to keep its writing: ="0012" and a leading apostrophe before a digit
 * or a formula sign (our own exports write one, see `neutralised`).
 */
export function unwrapped(cell: string): string {
  const first = cell.charCodeAt(0);
  if (first === 39) return /^'[-=+@\t\r\n\d＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
  if (first === 61 && cell.startsWith('="') && cell.endsWith('"') && cell.length > 2) return cell.slice(2, -1).replaceAll('""', '"');
  return cell;
}
