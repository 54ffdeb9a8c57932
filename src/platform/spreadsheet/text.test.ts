import { afterAll, describe, expect, it } from 'vitest';
import { isRefusal } from '#law';
import { CsvRows, detectSeparator } from './csv-rows.ts';
import { encoded, scratch } from './files.fixtures.ts';
import { openSpreadsheet } from './open-spreadsheet.ts';
import { DEFAULT_LIMITS, type SheetItem, unwrapped } from './sheet.ts';
import type { TextEncoding } from './text-encoding.ts';

const files = scratch();
afterAll(() => files.remove());

const TEXT = '名称,日期,金额\r\n甲公司,2026-03-02,0.5\r\n乙“商行”,2026-03-03,1\r\n';
const ROWS = [
  ['名称', '日期', '金额'],
  ['甲公司', '2026-03-02', '0.5'],
  ['乙“商行”', '2026-03-03', '1'],
];

async function itemsOf(path: string): Promise<{ items: SheetItem[]; encoding: string | null; separator: string | null }> {
  const opened = await openSpreadsheet(path);
  if (isRefusal(opened)) throw new Error(opened.reason);
  const items: SheetItem[] = [];
  for await (const batch of opened.read(0)) items.push(...batch);
  await opened.close();
  return { items, encoding: opened.encoding, separator: opened.separator };
}

function cells(items: readonly SheetItem[]): (readonly string[])[] {
  return items.flatMap((item) => (item.is === 'row' ? [item.row.cells] : []));
}

function faults(items: readonly SheetItem[]) {
  return items.flatMap((item) => (item.is === 'fault' ? [item.fault] : []));
}

describe('文本文件的编码', () => {
  it.each([
    ['utf-8', false, 'UTF-8'],
    ['utf-8-bom', true, 'UTF-8（带BOM）'],
    ['gb18030', false, 'GB18030'],
    ['utf-16le', true, 'UTF-16LE'],
    ['utf-16be', true, 'UTF-16BE'],
    ['utf-16le', false, 'UTF-16LE'],
    ['utf-16be', false, 'UTF-16BE'],
  ] as const)('%s（有标记：%s）认作 %s，内容不变', async (encoding: TextEncoding, mark, label) => {
    const read = await itemsOf(files.put(`${encoding}-${mark}.csv`, encoded(TEXT, encoding, mark)));
    expect(read.encoding).toBe(label);
    expect(cells(read.items)).toEqual(ROWS);
  });

  it('中文出现在很靠后的行，仍按全文判断编码', async () => {
    const bytes = Buffer.concat([Buffer.from(`a,b\r\n${'1,2\r\n'.repeat(300_000)}`), encoded('巴彦淖尔,3\r\n', 'gb18030')]);
    const read = await itemsOf(files.put('late.csv', bytes));
    expect(read.encoding).toBe('GB18030');
    expect(cells(read.items).at(-1)).toEqual(['巴彦淖尔', '3']);
  });

  it('跨越读取块边界的汉字不断开', async () => {
    const line = '巴彦淖尔市临河区,一二三四五六七\n';
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le'] as const) {
      const read = await itemsOf(files.put(`long-${encoding}.csv`, encoded(`a,b\n${line.repeat(9000)}`, encoding, true)));
      expect(cells(read.items)).toHaveLength(9001);
      expect(new Set(cells(read.items).map((row) => row.join(','))).size).toBe(2);
    }
  });

  it('判断编码的块边界落在一个汉字的任何一个字节上，都还是 UTF-8', async () => {
    const block = 1024 * 1024;
    const seen = [];
    for (const char of ['尔', '𠮷', 'é']) {
      const bytes = Buffer.from(char);
      for (let before = 0; before <= bytes.length; before += 1) {
        const head = 'a,b\n1,';
        const text = `${head}${'x'.repeat(block - head.length - before)}${char},2\n`;
        seen.push((await itemsOf(files.put('cut.csv', Buffer.from(text)))).encoding);
        seen.push((await itemsOf(files.put('cut.csv', Buffer.concat([Buffer.from(text), encoded('巴彦淖尔,3\n', 'gb18030')])))).encoding);
      }
    }
    expect(seen).toEqual(seen.map((_, i) => (i % 2 === 0 ? 'UTF-8' : 'GB18030')));
  });

  it('UTF-8 文件里坏了一个字节，不会整份被当成 GB18030', async () => {
    const bytes = encoded(TEXT.repeat(50), 'utf-8');
    bytes[bytes.length - 20] = 0xff;
    const read = await itemsOf(files.put('bad-byte.csv', bytes));
    expect(read.encoding).toBe('UTF-8');
    expect(read.items.filter((item) => item.is === 'row' && item.row.cells.some((cell) => cell.includes('\ufffd')))).toHaveLength(1);
  });

  it('二进制文件不当文本读', async () => {
    const bytes = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256));
    expect(await openSpreadsheet(files.put('binary.csv', bytes))).toMatchObject({ refused: 'not-text' });
  });
});

describe('文本文件的行与格', () => {
  it.each([
    [',', '逗号'],
    [';', '分号'],
    ['\t', '制表符'],
  ])('分隔符 %j 自动认出', async (separator, label) => {
    const text = ROWS.map((row) => row.join(separator)).join('\n');
    const read = await itemsOf(files.put(`sep-${label}.txt`, text));
    expect(read.separator).toBe(label);
    expect(cells(read.items)).toEqual(ROWS);
  });

  it('内容里的逗号再多，也不误认分隔符', () => {
    expect(detectSeparator('名称;事实\n甲;一,二,三,四\n乙;五,六\n丙;七\n')).toBe(';');
  });

  it('引号内的逗号、换行和双引号按内容保留，行号是文件里的行号', async () => {
    const { items } = await itemsOf(files.put('quoted.csv', '名称,事实\n"甲,乙","第一行\n第二行"\n丙,"说""好"""\n'));
    expect(cells(items)).toEqual([
      ['名称', '事实'],
      ['甲,乙', '第一行\n第二行'],
      ['丙', '说"好"'],
    ]);
    expect(items.map((item) => item.is === 'row' && item.row.line)).toEqual([1, 2, 4]);
  });

  it('引号没有成对的只损失那一行，后面照读', async () => {
    const { items } = await itemsOf(files.put('broken.csv', 'a,b\n"甲,1\n乙,2\n"丙",3\n丁,"4'));
    expect(faults(items)).toEqual([
      { line: 2, reason: expect.stringContaining('引号') },
      { line: 5, reason: expect.stringContaining('引号') },
    ]);
    expect(cells(items)).toEqual([
      ['a', 'b'],
      ['乙', '2'],
      ['丙', '3'],
    ]);
  });

  it('同一行里多余的引号按字面保留', async () => {
    const { items } = await itemsOf(files.put('inner.csv', 'a,b\n"内"字号,5" 管\n'));
    expect(cells(items)[1]).toEqual(['"内"字号', '5" 管']);
  });

  it('十万字符的单元格完整读出', async () => {
    const long = '字'.repeat(100_000);
    const { items } = await itemsOf(files.put('long.csv', `a,b\n${long},1\n"${long}\n",2\n`));
    expect(cells(items).map((row) => row[0]?.length)).toEqual([1, 100_000, 100_001]);
  });

  it('超长的行被指出，其后的行照读', () => {
    const rows = new CsvRows(',');
    const items = [...rows.push('a,b\n'), ...rows.push('x'.repeat(2_000_000)), ...rows.push('y\n3,4\n'), ...rows.end()];
    expect(faults(items)).toEqual([{ line: 2, reason: expect.stringContaining('字符') }]);
    expect(cells(items)).toEqual([
      ['a', 'b'],
      ['3', '4'],
    ]);
  });

  it('没有换行结尾的最后一行带有标记', async () => {
    const { items } = await itemsOf(files.put('cut.csv', 'a,b\n1,2\n3'));
    expect(items.map((item) => item.is === 'row' && item.row.unterminated)).toEqual([false, false, true]);
  });

  it('任意切块读取，结果与一次读完相同', () => {
    const text = '名称,事实\r\n"甲,乙","一\n二"\r\n丙,"说""好"""\r\n"坏,1\r\n丁,2\r\n,,\r\n戊,3';
    const whole = new CsvRows(',');
    const expected = [...whole.push(text), ...whole.end()];
    for (let size = 1; size < 12; size += 1) {
      const rows = new CsvRows(',');
      const items: SheetItem[] = [];
      for (let at = 0; at < text.length; at += size) items.push(...rows.push(text.slice(at, at + size)));
      items.push(...rows.end());
      expect(items).toEqual(expected);
    }
  });

  it('为保号码而加的 ="…" 与前导撇号不算内容', () => {
    expect(unwrapped('="0012"')).toBe('0012');
    expect(unwrapped("'0012")).toBe('0012');
    expect(unwrapped("'=1+1")).toBe('=1+1');
    expect(unwrapped("'甲'")).toBe("'甲'");
    expect(unwrapped('=1+1')).toBe('=1+1');
  });
});

describe('不能读取的文件说明原因', () => {
  it.each([
    ['空文件', '', 'empty', '空的'],
    ['只有空白', ' \r\n\r\n', 'empty', '空的'],
    ['网页改名', '<html><body><table><tr><td>名称</td></tr></table></body></html>', 'html-table', '网页表格'],
    ['带声明的网页', '\ufeff<!DOCTYPE html>\n<table></table>', 'html-table', '另存为'],
    ['XML表格', '<?xml version="1.0"?><Workbook></Workbook>', 'xml-table', 'XML'],
    ['JSON', '{"rows":[]}', 'json', 'JSON'],
    ['PDF', '%PDF-1.7 …', 'not-a-spreadsheet', 'PDF'],
  ])('%s', async (name, text, code, reason) => {
    expect(await openSpreadsheet(files.put(`${name}.xls`, text))).toMatchObject({ refused: code, reason: expect.stringContaining(reason) });
  });

  it('旧版 .xls 与加密的工作簿分别说明', async () => {
    const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)]);
    expect(await openSpreadsheet(files.put('old.xls', ole))).toMatchObject({ refused: 'old-xls', reason: expect.stringContaining('.xls') });
    const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await openSpreadsheet(files.put('locked.xlsx', locked))).toMatchObject({
      refused: 'encrypted',
      reason: expect.stringContaining('密码'),
    });
  });

  it('超过大小上限的文件不打开；恰好等于上限的打开', async () => {
    const path = files.put('size.csv', 'a,b\n1,2\n');
    expect(await openSpreadsheet(path, { ...DEFAULT_LIMITS, fileBytes: 7 })).toMatchObject({
      refused: 'too-large',
      reason: expect.stringContaining('上限'),
    });
    const opened = await openSpreadsheet(path, { ...DEFAULT_LIMITS, fileBytes: 8 });
    expect(isRefusal(opened)).toBe(false);
    if (!isRefusal(opened)) await opened.close();
  });

  it('找不到的文件', async () => {
    expect(await openSpreadsheet('/不存在/的.csv')).toMatchObject({ refused: 'no-file' });
  });
});
