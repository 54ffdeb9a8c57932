import { isRefusal, type LocalDate, type Refusal } from '#law';
import { findHeader, type Header } from '#platform/spreadsheet/header';
import { openSpreadsheet } from '#platform/spreadsheet/open-spreadsheet';
import { refuseFile, type SheetItem, type SheetRow, type Spreadsheet, type SpreadsheetLimits } from '#platform/spreadsheet/sheet';
import { excerpt } from '../cells.ts';
import { LAYOUT } from '../layout.ts';
import { type ColumnMapping, columnOf, type RememberedTitles, recogniseColumns } from '../layout-recognition.ts';
import type { FileKind, NamedUnit } from '../model.ts';
import { rowParser } from './parse-row.ts';
import { repeatFinder } from './repeats.ts';
import { noOutcomes, type OutcomeCounts, type RowOutcome } from './row-outcome.ts';
import { isSample } from './sample-row.ts';

export type PenaltyFileOptions = {
  readonly today: LocalDate;
  readonly fileKind: FileKind;
  /** The day on which an export of the credit platform was taken. */
  readonly exportedOn?: LocalDate | null;
  readonly remembered?: RememberedTitles;
  /** Whose decisions these are where the file has no column for it. */
  readonly organ?: NamedUnit;
  /** The sheet to read, where a person has chosen one. */
  readonly sheet?: string;
  readonly limits?: SpreadsheetLimits;
};

/** An opened file of reported decisions. Call `outcomes` once; `counts` grows as it is consumed. */
export type PenaltyFile = {
  readonly format: Spreadsheet['format'];
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly sheet: string;
  /** Sheets that are not read; `recognised`: it seems to hold decisions too. */
  readonly otherSheets: readonly { readonly name: string; readonly recognised: boolean }[];
  readonly header: Header;
  readonly mapping: ColumnMapping;
  readonly hiddenColumns: readonly string[];
  /** The first rows behind the header, as they stand. */
  readonly firstRows: readonly (readonly string[])[];
  /** Why no row can be loaded as the columns stand: to be mapped by hand first. null when rows can be read. */
  readonly blocked: Refusal | null;
  readonly counts: OutcomeCounts;
  /** How much has been read, 0 to 1. */
  readonly progress: () => number;
  readonly outcomes: () => AsyncIterable<readonly RowOutcome[]>;
  readonly close: () => Promise<void>;
};

/** From this many known titles on, a row is a header: four of them are indispensable. */
const LEAST_TITLES = 3;

/**
 * Opens a spreadsheet or text of administrative penalties. The file is refused when it cannot be opened; with `blocked`
 * when its columns do not suffice; every row of it comes out as one outcome.
 */
export async function openPenaltyFile(path: string, options: PenaltyFileOptions): Promise<PenaltyFile | Refusal> {
  const spreadsheet = await openSpreadsheet(path, options.limits);
  if (isRefusal(spreadsheet)) return spreadsheet;
  const knowledge = titleKnowledge(options.remembered ?? {});
  const header = findHeader(candidates(spreadsheet, options.sheet), knowledge);
  if (header === null) {
    await spreadsheet.close();
    return refuseFile('empty', '文件里没有数据');
  }
  const mapping = recogniseColumns(header.titles, options.remembered);
  const sheet = spreadsheet.sheets[header.sheet];
  const counts = noOutcomes();
  return {
    format: spreadsheet.format,
    encoding: spreadsheet.encoding,
    separator: spreadsheet.separator,
    sheet: sheet?.name ?? '',
    otherSheets: spreadsheet.sheets
      .filter((_, i) => i !== header.sheet)
      .map(({ name, head }) => ({ name, recognised: head.some((row) => knowledge.score(row.cells) >= LEAST_TITLES) })),
    header,
    mapping,
    hiddenColumns: (sheet?.hiddenColumns ?? []).flatMap((column) => header.titles[column] ?? []),
    firstRows: (sheet?.head ?? [])
      .filter((row) => row.line > header.line)
      .slice(0, 3)
      .map((row) => row.cells),
    blocked: blockOf(header, mapping, options),
    counts,
    progress: spreadsheet.progress,
    outcomes: () => outcomesOf(spreadsheet, header, mapping, options, counts),
    close: spreadsheet.close,
  };
}

/** All sheets stay in their places; those not chosen show nothing. */
function candidates(spreadsheet: Spreadsheet, chosen: string | undefined): Spreadsheet['sheets'] {
  if (chosen === undefined) return spreadsheet.sheets;
  return spreadsheet.sheets.map((sheet) => (sheet.name === chosen ? sheet : { ...sheet, head: [] }));
}

function titleKnowledge(remembered: RememberedTitles) {
  const score = (titles: readonly string[]) => {
    const mapping = recogniseColumns(titles, remembered);
    return mapping.columns.filter((column) => column.key !== 'ignored').length;
  };
  return { score, known: (title: string) => columnOf(title, null, remembered) !== null, least: LEAST_TITLES };
}

function blockOf(header: Header, mapping: ColumnMapping, options: PenaltyFileOptions): Refusal | null {
  if (!header.recognised) return refuseFile('no-header', '前30行里没有找到可识别的表头，请人工指定各列的含义');
  const missing = mapping.missingKeys.filter((key) => key !== 'organName' || options.organ === undefined);
  if (missing.length === 0) return null;
  return refuseFile('missing-columns', `缺少必需的列：${missing.map((key) => LAYOUT[key].title).join('、')}`);
}

async function* outcomesOf(
  spreadsheet: Spreadsheet,
  header: Header,
  mapping: ColumnMapping,
  options: PenaltyFileOptions,
  counts: OutcomeCounts,
): AsyncGenerator<readonly RowOutcome[]> {
  const { today, fileKind, exportedOn = null, organ = null } = options;
  const parse = rowParser(mapping, { today, fileKind, exportedOn, organ });
  const question = repeatFinder();
  const one = (item: SheetItem): RowOutcome | null => {
    if (item.is === 'fault') return { is: 'unreadable', ...item.fault };
    if (item.row.line <= header.line) return null;
    return noData(item.row, header) ?? cutOff(item.row, header) ?? question(parse(item.row), item.row.cells);
  };
  for await (const items of spreadsheet.read(header.sheet)) {
    const outcomes: RowOutcome[] = [];
    for (const item of items) {
      const outcome = one(item);
      if (outcome === null) continue;
      counts[outcome.is] += 1;
      outcomes.push(outcome);
    }
    if (outcomes.length > 0) yield outcomes;
  }
}

const FOOTER = /^(?:合计|总计|小计|共计|填报人|填表人|制表人?|审核人|负责人签字|联系电话|注[:：]|说明[:：]|备注[:：]|以下空白)/;

function noData(row: SheetRow, header: Header): RowOutcome | null {
  let filled = 0;
  let titles = 0;
  let first = '';
  for (let i = 0; i < row.cells.length; i += 1) {
    const cell = row.cells[i] ?? '';
    if (cell === '') continue;
    if (cell === header.titles[i]) titles += 1;
    if (cell.trim() === '') continue;
    if (filled === 0) first = cell;
    filled += 1;
  }
  if (filled === 0) return { is: 'skipped', line: row.line, because: '空行' };
  if (isSample(first)) return { is: 'skipped', line: row.line, because: '填报表的示例行；要载入的，删去开头的示例标记' };
  if (filled <= 6 && FOOTER.test(first.trim())) return { is: 'skipped', line: row.line, because: `表尾“${first.slice(0, 20)}”` };
  return titles >= LEAST_TITLES && titles === filled ? { is: 'skipped', line: row.line, because: '重复的表头' } : null;
}

/** A last line without an end that is also too short: the export stopped in the middle of it. */
function cutOff(row: SheetRow, header: Header): RowOutcome | null {
  if (!row.unterminated || row.cells.length >= header.titles.length) return null;
  const column = header.titles[row.cells.length - 1] ?? '';
  const reason = `文件在本行中断（应有${header.titles.length}列，只有${row.cells.length}列），可能没有导出完整`;
  return {
    is: 'rejected',
    line: row.line,
    faults: [{ column, index: row.cells.length - 1, value: excerpt(row.cells.at(-1) ?? ''), reason }],
    cells: row.cells,
  };
}
