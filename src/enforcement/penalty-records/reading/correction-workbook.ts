import type { Writable } from 'node:stream';
import { type WorkbookCell, writeWorkbook } from '#platform/spreadsheet/write-workbook';
import { OPERATION_LABELS } from '../cells-operation.ts';
import type { RowOutcome } from './row-outcome.ts';

/** Titles of our own columns; the reader knows them and passes over them. */
const LINE_TITLE = '原行号';
const REASON_TITLE = '更正原因';

export type Correctable = Exclude<Extract<RowOutcome, { readonly cells: readonly string[] }>, { readonly is: 'decision' }>;

export function isCorrectable(outcome: RowOutcome): outcome is Correctable {
  return 'cells' in outcome && outcome.is !== 'decision';
}

/**
 * The rows that were not loaded, as they stood, each with its reasons: bad cells in red with the reason as a note, all
 * reasons in the last column. Corrected and saved, the workbook itself can be loaded.
 */
export async function writeCorrectionWorkbook(
  out: string | Writable,
  titles: readonly string[],
  outcomes: Iterable<Correctable> | AsyncIterable<Correctable>,
): Promise<void> {
  const columns = [...titles.map((title) => ({ title })), { title: LINE_TITLE, width: 10 }, { title: REASON_TITLE, width: 60 }];
  await writeWorkbook(out, [
    { name: '待更正', columns, rows: correctionRows(titles.length, outcomes) },
    { name: '说明', columns: [{ title: '使用说明', width: 100 }], rows: HOW_TO.map((line) => [line]) },
  ]);
}

const HOW_TO = [
  '“待更正”表是未能读取的行，标题与原文件相同；标红的单元格带有批注，最后一列写明全部原因。',
  '请直接在红色单元格里改正，改好后保存，重新上传本工作簿；“原行号”“更正原因”两列不会被读取，不必删除。',
  '不再需要的行可以整行删除；已读取的行不在本表，不要再次添加。',
];

async function* correctionRows(
  width: number,
  outcomes: Iterable<Correctable> | AsyncIterable<Correctable>,
): AsyncGenerator<readonly WorkbookCell[]> {
  for await (const outcome of outcomes) {
    const bad = new Map<number, string>();
    if (outcome.is === 'rejected') {
      for (const { index, reason } of outcome.faults)
        if (index !== null) bad.set(index, [bad.get(index), reason].filter(Boolean).join('；'));
    }
    const cells = Array.from({ length: width }, (_, i): WorkbookCell => {
      const value = outcome.cells[i] ?? '';
      const note = bad.get(i);
      return note === undefined ? value : { value, note };
    });
    yield [...cells, outcome.line, reasonsOf(outcome)];
  }
}

function reasonsOf(outcome: Correctable): string {
  if (outcome.is === 'rejected') return outcome.faults.map(({ column, reason }) => `${column}：${reason}`).join('；');
  if (outcome.is === 'set-aside') return `${OPERATION_LABELS[outcome.operation]}（${outcome.because}），不作为处罚决定读取`;
  const same = outcome.identical ? '内容完全相同' : '内容不同';
  return `与第${outcome.firstLine}行疑似重复（处罚机关、文号、年份相同，${same}），请确认哪一行有效`;
}
