import { createRequire } from 'node:module';
import type { Writable } from 'node:stream';
import type ExcelJS from 'exceljs';

export type WorkbookColumn = { readonly title: string; readonly width?: number };
/** A cell to be written; with `note` it stands out in red and carries the note. */
export type WorkbookCell = string | number | null | { readonly value: string | number | null; readonly note: string };
export type WorkbookSheet = {
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: Iterable<readonly WorkbookCell[]> | AsyncIterable<readonly WorkbookCell[]>;
};

/** exceljs is CommonJS, and only its writer is ever used: it is not to be trusted with files from outside. */
const { stream }: typeof ExcelJS = createRequire(import.meta.url)('exceljs');

const LONGEST_CELL = 32_767;
/** What no XML may hold, escaped or not: one such character, and no spreadsheet program opens the workbook. */
const NO_CHARACTER = /[\p{Cs}\ufffe\uffff]/gu;
const FORMULA_START = /^[-=+@\t\r＝＋－＠]/;
const RED: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } };
const HEAD: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF7' } };

/** A text that a spreadsheet could take for a formula gets an apostrophe before it; our reader takes it off again. */
export function neutralised(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

function written(text: string): string {
  return neutralised(text.replace(NO_CHARACTER, ''));
}

/**
 * Writes a workbook row by row to a file or a stream; memory does not grow with the rows. Every text is neutralised
 * against formula injection.
 */
export async function writeWorkbook(out: string | Writable, sheets: readonly WorkbookSheet[]): Promise<void> {
  const target = typeof out === 'string' ? { filename: out } : { stream: out };
  const book = new stream.xlsx.WorkbookWriter({ ...target, useSharedStrings: true, useStyles: true });
  for (const sheet of sheets) await writeSheet(book, sheet);
  await book.commit();
}

async function writeSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, sheet: WorkbookSheet): Promise<void> {
  const page = book.addWorksheet(sheetName(sheet.name), { views: [{ state: 'frozen', ySplit: 1 }] });
  page.columns = sheet.columns.map(({ width }) => ({ width: width ?? 18 }));
  const head = page.addRow(sheet.columns.map(({ title }) => written(title)));
  head.font = { bold: true };
  head.eachCell((cell) => {
    cell.fill = HEAD;
  });
  head.commit();
  for await (const cells of sheet.rows) {
    const row = page.addRow(cells.map(writtenValue));
    for (const [i, cell] of cells.entries()) {
      if (cell === null || typeof cell !== 'object') continue;
      const marked = row.getCell(i + 1);
      marked.fill = RED;
      marked.note = cell.note.replace(NO_CHARACTER, '');
    }
    row.commit();
  }
  page.commit();
}

function writtenValue(cell: WorkbookCell): string | number | null {
  const value = cell !== null && typeof cell === 'object' ? cell.value : cell;
  return typeof value === 'string' ? written(value).slice(0, LONGEST_CELL) : value;
}

function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || '数据';
}
