import { isRefusal, type Refusal, refuse } from '#law';
import { findHeader } from '#platform/spreadsheet/header';
import { openSpreadsheet } from '#platform/spreadsheet/open-spreadsheet';
import { CELL_MARK_LABELS, type SheetItem, type SheetRow, type Spreadsheet, unwrapped } from '#platform/spreadsheet/sheet';
import { type Columns, missingColumns, type RowProblem, recognise, type TableRow } from '#registers/loading';

export type Table = {
  readonly rows: readonly TableRow<string>[];
  /** Keys of the columns that the file has. */
  readonly columns: ReadonlySet<string>;
  /** Titles of the file that name no column of this register. */
  readonly ignored: readonly string[];
  readonly problems: readonly RowProblem[];
};

const MOST_ROWS = 20_000;
const LEAST_TITLES = 3;

/** Reads a whole register file: titles recognised in any order, places that cannot be read named by line. */
export async function readTable(path: string, columns: Columns): Promise<Table | Refusal> {
  const book = await openSpreadsheet(path);
  if (isRefusal(book)) return book;
  try {
    return await readBook(book, columns);
  } finally {
    await book.close();
  }
}

async function readBook(book: Spreadsheet, columns: Columns): Promise<Table | Refusal> {
  const known = (title: string) => recognise(columns, [title]).size > 0;
  const header = findHeader(book.sheets, { score: (titles) => recognise(columns, titles).size, known, least: LEAST_TITLES });
  const expected = Object.values(columns).map((c) => c.title);
  if (header === null || !header.recognised) return refuse('no-header', null, `没有找到表头。表头应有：${expected.join('、')}`);
  const found = recognise(columns, header.titles);
  const missing = missingColumns(columns, found);
  if (missing.length > 0) return refuse('missing-columns', null, `缺少必需的列：${missing.join('、')}`);
  const titleOf = new Map([...found].map(([key, at]) => [at, columns[key]?.title ?? key]));
  const rows: TableRow<string>[] = [];
  const problems: RowProblem[] = [];
  for await (const batch of book.read(header.sheet)) {
    for (const item of batch) take(item, header.line, found, titleOf, rows, problems);
    if (rows.length > MOST_ROWS) return refuse('too-many-rows', null, `数据超过${MOST_ROWS}行，请分成几个文件`);
  }
  const ignored = header.titles.filter((title, i) => title.trim() !== '' && !titleOf.has(i));
  return rows.length === 0 && problems.length === 0
    ? refuse('no-rows', null, '表头之后没有数据')
    : { rows, columns: new Set(found.keys()), ignored, problems };
}

function take(
  item: SheetItem,
  headerLine: number,
  found: ReadonlyMap<string, number>,
  titleOf: ReadonlyMap<number, string>,
  rows: TableRow<string>[],
  problems: RowProblem[],
): void {
  if (item.is === 'fault') {
    problems.push({ line: item.fault.line ?? 0, column: '', value: '', reason: item.fault.reason });
    return;
  }
  const { row } = item;
  if (row.line <= headerLine || row.cells.every((cell) => cell.trim() === '')) return;
  for (const { column, mark } of row.marks) {
    const title = titleOf.get(column);
    if (mark !== 'formula' && title !== undefined) {
      problems.push({ line: row.line, column: title, value: row.cells[column] ?? '', reason: CELL_MARK_LABELS[mark] });
    }
  }
  rows.push({ line: row.line, cells: cellsByKey(row, found) });
}

function cellsByKey(row: SheetRow, found: ReadonlyMap<string, number>): Readonly<Record<string, string>> {
  const cells: Record<string, string> = {};
  for (const [key, at] of found) {
    const text = unwrapped(row.cells[at] ?? '').trim();
    if (text !== '') cells[key] = text;
  }
  return cells;
}
