import { parentPort, workerData } from 'node:worker_threads';
import { isRefusal, type Refusal } from '#law/outcome';
import { HEAD_ROWS, refuseFile, type SheetHead, type SheetItem, type SheetRow, type SpreadsheetLimits } from './sheet.ts';
import { type Merge, readMerges } from './xlsx-merges.ts';
import { readNumberKinds, readSharedStrings, readWorkbook, type SheetPart, type Workbook } from './xlsx-parts.ts';
import { type SheetContext, SheetRows, sheetItems } from './xlsx-sheet.ts';
import { BrokenPart } from './xlsx-xml.ts';
import { openParts, type WorkbookParts } from './xlsx-zip.ts';

/** To this thread: read a sheet; one more batch may be sent. From it: what the file holds, batches, the end. */
export type ToWorker = { readonly read: number } | { readonly more: true };
export type FromWorker =
  | { readonly is: 'opened'; readonly sheets: readonly SheetHead[] }
  | { readonly is: 'refused'; readonly refusal: Refusal }
  | { readonly is: 'rows'; readonly items: readonly SheetItem[]; readonly progress: number }
  | { readonly is: 'end' };

type Opened = { readonly parts: WorkbookParts; readonly workbook: Workbook; readonly context: Omit<SheetContext, 'merges'> };

/** Batches that may be on their way: enough to keep both threads busy, few enough to hold little memory. */
const CREDITS = 3;
const BATCH = 400;
/** Sheets beyond this are not looked into. */
const MOST_SHEETS = 30;

function send(message: FromWorker): void {
  parentPort?.postMessage(message);
}

async function openWorkbook(path: string, limits: SpreadsheetLimits): Promise<Opened | Refusal> {
  const parts = await openParts(path, limits);
  if (isRefusal(parts)) return parts;
  const workbook = await readWorkbook(parts);
  if (workbook === null) return notAWorkbook(parts);
  if (workbook.sheets.length === 0) return refuseFile('empty', '工作簿里没有可读取的工作表');
  const strings = await readSharedStrings(parts);
  const kinds = await readNumberKinds(parts);
  return { parts, workbook, context: { strings, kinds, epoch1904: workbook.epoch1904, columns: limits.columns } };
}

function notAWorkbook(parts: WorkbookParts): Refusal {
  if (parts.has('xl/workbook.bin')) return refuseFile('xlsb', '这是二进制工作簿（.xlsb），平台不读取；请另存为.xlsx后再导入');
  if (parts.has('content.xml')) return refuseFile('ods', '这是ODS表格，平台不读取；请另存为.xlsx后再导入');
  if (parts.has('word/document.xml')) return refuseFile('not-a-spreadsheet', '这是Word文档，不是表格文件；请导入.xlsx或.csv文件');
  return refuseFile('not-a-spreadsheet', '压缩包里没有Excel工作表；请直接导入.xlsx或.csv文件，不要打成压缩包');
}

async function headOf(opened: Opened, sheet: SheetPart): Promise<SheetHead> {
  const rows = new SheetRows({ ...opened.context, merges: await mergesOf(opened, sheet) });
  const head: SheetRow[] = [];
  const stream = await opened.parts.stream(sheet.path);
  if (stream !== null) {
    for await (const items of sheetItems(stream, rows)) {
      for (const item of items) if (item.is === 'row' && head.length < HEAD_ROWS) head.push(item.row);
      if (head.length >= HEAD_ROWS) break;
    }
    stream.destroy();
  }
  return { name: sheet.name, hidden: sheet.hidden, hiddenColumns: rows.hiddenColumns, head };
}

const knownMerges = new Map<string, readonly Merge[]>();

async function mergesOf(opened: Opened, sheet: SheetPart): Promise<readonly Merge[]> {
  const known = knownMerges.get(sheet.path);
  if (known !== undefined) return known;
  const stream = await opened.parts.stream(sheet.path);
  const merges = stream === null ? [] : await readMerges(stream);
  knownMerges.set(sheet.path, merges);
  return merges;
}

let credits = CREDITS;
let wake: (() => void) | null = null;

async function mayBeSent(): Promise<void> {
  while (credits <= 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  credits -= 1;
}

async function sendRows(opened: Opened, index: number): Promise<void> {
  const sheet = opened.workbook.sheets[index];
  const stream = sheet === undefined ? null : await opened.parts.stream(sheet.path);
  if (sheet === undefined || stream === null) return send({ is: 'end' });
  const rows = new SheetRows({ ...opened.context, merges: await mergesOf(opened, sheet) });
  let batch: SheetItem[] = [];
  for await (const items of sheetItems(stream, rows)) {
    batch = batch.length === 0 ? items : batch.concat(items);
    if (batch.length < BATCH) continue;
    await mayBeSent();
    send({ is: 'rows', items: batch, progress: rows.bytes / Math.max(1, opened.parts.size(sheet.path)) });
    batch = [];
  }
  if (batch.length > 0) send({ is: 'rows', items: batch, progress: 1 });
  send({ is: 'end' });
}

async function serve(path: string, limits: SpreadsheetLimits): Promise<void> {
  const opened = await openWorkbook(path, limits);
  if (isRefusal(opened)) return send({ is: 'refused', refusal: opened });
  const sheets: SheetHead[] = [];
  for (const sheet of opened.workbook.sheets.slice(0, MOST_SHEETS)) sheets.push(await headOf(opened, sheet));
  parentPort?.on('message', (message: ToWorker) => {
    if ('read' in message) void guarded(sendRows(opened, message.read));
    else {
      credits += 1;
      wake?.();
    }
  });
  send({ is: 'opened', sheets });
}

/** Whatever a hostile or broken file does to the readers ends as a refusal. */
async function guarded(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const reason = error instanceof BrokenPart ? error.message : '工作簿内容不完整或已损坏（解压出错）';
    send({ is: 'refused', refusal: refuseFile('broken-workbook', `${reason}；请重新导出或另存后再导入`) });
  }
}

const { path, limits }: { readonly path: string; readonly limits: SpreadsheetLimits } = workerData;
void guarded(serve(path, limits));
