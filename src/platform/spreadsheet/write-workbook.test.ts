import { writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { isRefusal } from '#law';
import { scratch } from './files.fixtures.ts';
import { openSpreadsheet } from './open-spreadsheet.ts';
import type { SheetItem } from './sheet.ts';
import { neutralised, writeWorkbook } from './write-workbook.ts';

const files = scratch();
afterAll(() => files.remove());

async function readBack(path: string) {
  const opened = await openSpreadsheet(path);
  if (isRefusal(opened)) throw new Error(opened.reason);
  const items: SheetItem[] = [];
  for await (const batch of opened.read(0)) items.push(...batch);
  await opened.close();
  return items.flatMap((item) => (item.is === 'row' ? [item.row] : []));
}

describe('导出的工作簿', () => {
  const HOSTILE = ['=HYPERLINK("http://x","点我")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'];

  it('可能被当作公式的文字前加撇号，读回时没有一个公式单元格，内容不变', async () => {
    expect(HOSTILE.map(neutralised).every((text) => text.startsWith("'"))).toBe(true);
    expect(neutralised('甲公司')).toBe('甲公司');
    const path = files.put('hostile.xlsx', '');
    await writeWorkbook(path, [{ name: '数据', columns: [{ title: '=标题' }], rows: HOSTILE.map((text) => [text]) }]);
    const rows = await readBack(path);
    expect(rows.flatMap((row) => row.marks)).toEqual([]);
    expect(rows.map((row) => row.cells[0])).toEqual([
      '=标题',
      '=HYPERLINK("http://x","点我")',
      '+1+1',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      '\n=1',
      '＝1+1',
    ]);
  });

  it('半个字符和不是字符的码位不写出，工作簿仍打得开', async () => {
    const path = files.put('odd.xlsx', '');
    await writeWorkbook(path, [
      {
        name: '数据',
        columns: [{ title: '事由\uffff' }, { title: '二' }],
        rows: [
          ['价签\ufffe不实\ud800', { value: '\uffff=1', note: '批\uffff注' }],
          ['字'.repeat(32_766).concat('\u{20000}'), null],
        ],
      },
    ]);
    const [head, first, second] = await readBack(path);
    expect([head?.cells, first?.cells]).toEqual([
      ['事由', '二'],
      ['价签不实', '=1'],
    ]);
    expect(first?.marks).toEqual([]);
    expect(second?.cells[0]).toMatch(/^字+\ufffd?$/);
  });

  it('标红带批注的单元格、数值、空格与超长文字写得出读得回', async () => {
    const path = files.put('notes.xlsx', '');
    const rows = async function* () {
      yield ['甲', { value: '2026-13-01', note: '日历上没有这一天' }, 5000, null];
      yield ['字'.repeat(40_000), null, 0.5, '末'];
    };
    await writeWorkbook(path, [
      { name: '更正:表/一', columns: [{ title: '名称' }, { title: '日期' }, { title: '金额' }, { title: '末列' }], rows: rows() },
    ]);
    const [, first, second] = await readBack(path);
    expect(first?.cells).toEqual(['甲', '2026-13-01', '5000']);
    expect(second?.cells[0]).toHaveLength(32_767);
    expect(second?.cells.slice(1)).toEqual(['', '0.5', '末']);
  });

  it('可以写入流', async () => {
    const out = new PassThrough();
    const collected = buffer(out);
    await writeWorkbook(out, [{ name: '一', columns: [{ title: '甲' }], rows: [['乙']] }]);
    const path = files.put('stream.xlsx', '');
    writeFileSync(path, await collected);
    expect((await readBack(path)).map((row) => row.cells)).toEqual([['甲'], ['乙']]);
  });
});
