import { afterAll, describe, expect, it } from 'vitest';
import { isRefusal } from '#law';
import { scratch, sheetData, workbookOf, workbookParts, type ZipPart, zipOf } from './files.fixtures.ts';
import { findHeader } from './header.ts';
import { openSpreadsheet } from './open-spreadsheet.ts';
import { DEFAULT_LIMITS, type SheetHead, type SheetItem, type SheetRow, type SpreadsheetLimits } from './sheet.ts';
import { columnIndex, columnLetters } from './xlsx-merges.ts';
import { builtinKind, kindOfFormat, numberText } from './xlsx-numbers.ts';

const files = scratch();
afterAll(() => files.remove());

async function rowsOf(bytes: Buffer, sheet = 0): Promise<{ rows: SheetRow[]; faults: string[]; sheets: readonly SheetHead[] }> {
  const opened = await openSpreadsheet(files.put('book.xlsx', bytes));
  if (isRefusal(opened)) throw new Error(opened.reason);
  const items: SheetItem[] = [];
  for await (const batch of opened.read(sheet)) items.push(...batch);
  await opened.close();
  return {
    rows: items.flatMap((item) => (item.is === 'row' ? [item.row] : [])),
    faults: items.flatMap((item) => (item.is === 'fault' ? [item.fault.reason] : [])),
    sheets: opened.sheets,
  };
}

async function refusalOf(bytes: Buffer, limits: SpreadsheetLimits = DEFAULT_LIMITS) {
  const opened = await openSpreadsheet(files.put('bad.xlsx', bytes), limits);
  if (!isRefusal(opened)) await opened.close();
  return opened;
}

describe('工作簿的单元格', () => {
  it('共享文本、富文本、注音、内嵌文本与转义字符', async () => {
    const { rows } = await rowsOf(
      workbookOf({
        strings:
          '<si><t>甲公司</t></si><si><r><t>富</t></r><r><t xml:space="preserve">文 本</t></r><rPh><t>fu</t></rPh></si><si><t>一_x000D_二</t></si>',
        sheets: [
          {
            name: '数据',
            xml: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>内嵌&amp;</t></is></c><c r="E1" t="b"><v>1</v></c></row></sheetData>',
          },
        ],
      }),
    );
    expect(rows[0]?.cells).toEqual(['甲公司', '富文 本', '一\r二', '内嵌&', '是']);
  });

  it('日期按样式读出，1900 与 1904 两种起点', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/></cellXfs>';
    const xml =
      '<sheetData><row r="1"><c r="A1" s="1"><v>46083</v></c><c r="B1" s="2"><v>46083</v></c><c r="C1" s="3"><v>46083.4375</v></c><c r="D1"><v>46083</v></c><c r="E1" s="4"><v>815</v></c><c r="F1" t="d"><v>2026-03-02T00:00:00</v></c></row></sheetData>';
    const { rows } = await rowsOf(workbookOf({ styles, sheets: [{ name: '数据', xml }] }));
    expect(rows[0]?.cells).toEqual(['2026-03-02', '2026-03-02', '2026-03-02 10:30:00', '46083', '000815', '2026-03-02']);
    const mac = await rowsOf(
      workbookOf({
        styles,
        epoch1904: true,
        sheets: [{ name: '数据', xml: '<sheetData><row r="1"><c r="A1" s="1"><v>44621</v></c></row></sheetData>' }],
      }),
    );
    expect(mac.rows[0]?.cells).toEqual(['2026-03-02']);
  });

  it.each([
    ['1', 'day', '1900-01-01'],
    ['59', 'day', '1900-02-28'],
    ['61', 'day', '1900-03-01'],
    ['36526', 'day', '2000-01-01'],
    ['73050', 'day', '2099-12-31'],
    ['46083.999999999', 'day-time', '2026-03-03'],
    ['0.5', 'time', '12:00:00'],
    ['0.30000000000000004', 'number', '0.3'],
    ['1E-6', 'number', '0.000001'],
    ['4.5E4', 'number', '45000'],
    ['1.50802199001010017E17', 'number', '150802199001010000'],
    ['-0.5', 'number', '-0.5'],
  ] as const)('数值 %s 作为 %s 写作 %s', (stored, kind, text) => {
    expect(numberText(stored, kind, false)).toBe(text);
  });

  it.each([
    ['yyyy-mm-dd', 'day'],
    ['[$-804]yyyy"年"m"月"', 'day'],
    ['m/d/yy h:mm', 'day-time'],
    ['[h]:mm:ss', 'time'],
    ['General', 'number'],
    ['e"年"m"月"', 'day'],
    ['#,##0.00_);[Red](#,##0.00)', 'number'],
    ['0.00E+00', 'number'],
    ['"第"0"号"', 'number'],
  ] as const)('格式 %s 是 %s', (code, kind) => {
    expect(kindOfFormat(code)).toBe(kind);
  });

  it('中文版内置格式 27–36、50–58 是日期或时间', () => {
    expect([27, 31, 36, 50, 57, 58].map(builtinKind)).toEqual(['day', 'day', 'day', 'day', 'day', 'day']);
    expect([0, 2, 9, 37, 49].map(builtinKind)).toEqual(['number', 'number', 'number', 'number', 'number']);
  });

  it('公式取保存的结果并标明，没有结果的另行标明；长号码丢了末位的标明', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>NOW()</f></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>2x</v></c><c r="D1"><v>1.50802199001010017E17</v></c></row></sheetData>';
    const { rows } = await rowsOf(workbookOf({ sheets: [{ name: '数据', xml }] }));
    expect(rows[0]?.cells).toEqual(['2', '', '2x', '150802199001010000']);
    expect(rows[0]?.marks).toEqual([
      { column: 0, mark: 'formula' },
      { column: 1, mark: 'formula-empty' },
      { column: 2, mark: 'formula' },
      { column: 3, mark: 'digits-lost' },
    ]);
  });

  it('合并单元格的值填入每一格，隐藏的行和列照读并标明', async () => {
    const xml = `<cols><col min="2" max="2" hidden="1"/></cols>${sheetData(
      [
        ['甲', '一', '子'],
        ['', '二', ''],
        ['', '三', ''],
        ['乙', '四', ''],
      ],
      { 2: 'hidden="1"' },
    )}<mergeCells count="2"><mergeCell ref="A1:A3"/><mergeCell ref="C1:D2"/></mergeCells>`;
    const { rows, sheets } = await rowsOf(workbookOf({ sheets: [{ name: '数据', xml }] }));
    expect(rows.map((row) => row.cells)).toEqual([
      ['甲', '一', '子', '子'],
      ['甲', '二', '子', '子'],
      ['甲', '三'],
      ['乙', '四'],
    ]);
    expect(rows.map((row) => row.hidden)).toEqual([false, true, false, false]);
    expect(sheets[0]?.hiddenColumns).toEqual([1]);
  });

  it('没有坐标的行与格按次序读，带命名空间前缀的也读', async () => {
    const parts = workbookParts({ sheets: [{ name: '数据', xml: '' }] }).filter((part) => !part.name.includes('sheet1'));
    const body =
      '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const { rows } = await rowsOf(zipOf([...parts, { name: 'xl/worksheets/sheet1.xml', body }]));
    expect(rows).toMatchObject([{ line: 1, cells: ['甲', '2'] }]);
  });

  it('超出列数上限的内容被指出', async () => {
    const xml = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row></sheetData>';
    const { rows, faults } = await rowsOf(workbookOf({ sheets: [{ name: '数据', xml }] }));
    expect(rows[0]?.cells).toEqual(['1']);
    expect(faults).toEqual([expect.stringContaining('1000列')]);
  });

  it('列号与字母互换', () => {
    expect(['A', 'Z', 'AA', 'XFD'].map(columnIndex)).toEqual([0, 25, 26, 16_383]);
    expect([0, 25, 26, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'XFD']);
  });
});

describe('损坏与恶意的工作簿', () => {
  const good = () => workbookParts({ sheets: [{ name: '数据', xml: sheetData([['甲', '乙']]) }] });
  const bomb = (factor: number): ZipPart => ({ name: 'xl/media/image1.bin', body: Buffer.alloc(factor * 1024 * 1024) });

  it('压缩比约 1000:1 的压缩炸弹不解压即拒绝', async () => {
    expect(await refusalOf(zipOf([...good(), bomb(50)]))).toMatchObject({ refused: 'zip-bomb', reason: expect.stringContaining('100:1') });
  });

  it('藏在工作表里的炸弹同样拒绝，解压总量超限的拒绝', async () => {
    expect(
      await refusalOf(zipOf([...good().slice(0, 2), { name: 'xl/worksheets/sheet1.xml', body: ' '.repeat(20_000_000) }])),
    ).toMatchObject({ refused: 'zip-bomb' });
    expect(await refusalOf(zipOf(good()), { ...DEFAULT_LIMITS, heldBytes: 10 })).toMatchObject({ refused: 'unpacks-too-large' });
    expect(await refusalOf(zipOf(good()), { ...DEFAULT_LIMITS, streamedBytes: 10 })).toMatchObject({ refused: 'unpacks-too-large' });
  });

  it('谎报解压大小的，解压到多出的第一个字节即停', async () => {
    const [book, links] = good();
    if (book === undefined || links === undefined) throw new Error('fixture');
    const lying = { name: 'xl/worksheets/sheet1.xml', body: `<worksheet>${' '.repeat(30_000_000)}</worksheet>`, declared: 1000 };
    expect(await refusalOf(zipOf([book, links, lying]))).toMatchObject({ refused: 'broken-workbook' });
  });

  it('条目过多、路径越界、条目加密、截断的文件各自拒绝', async () => {
    const many = Array.from({ length: 2001 }, (_, i) => ({ name: `a${i}`, body: '' }));
    expect(await refusalOf(zipOf(many))).toMatchObject({ refused: 'too-many-parts', reason: expect.stringContaining('2001') });
    expect(await refusalOf(zipOf([...good(), { name: '../../etc/x', body: '' }]))).toMatchObject({ refused: 'broken-zip' });
    expect(await refusalOf(zipOf([...good(), { name: 'x', body: '', encrypted: true }]))).toMatchObject({ refused: 'encrypted' });
    const whole = zipOf(good());
    expect(await refusalOf(whole.subarray(0, whole.length - 40))).toMatchObject({
      refused: 'broken-zip',
      reason: expect.stringContaining('不完整'),
    });
  });

  it('内容残缺、带文档类型声明的拒绝', async () => {
    const [book, links] = good();
    if (book === undefined || links === undefined) throw new Error('fixture');
    const torn = { name: 'xl/worksheets/sheet1.xml', body: '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>' };
    expect(await refusalOf(zipOf([book, links, torn]))).toMatchObject({
      refused: 'broken-workbook',
      reason: expect.stringContaining('损坏'),
    });
    const doctype = { name: 'xl/worksheets/sheet1.xml', body: '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>' };
    expect(await refusalOf(zipOf([book, links, doctype]))).toMatchObject({
      refused: 'broken-workbook',
      reason: expect.stringContaining('文档类型'),
    });
  });

  it('不是工作簿的压缩包说明是什么', async () => {
    expect(await refusalOf(zipOf([{ name: 'word/document.xml', body: '<a/>' }]))).toMatchObject({
      reason: expect.stringContaining('Word'),
    });
    expect(await refusalOf(zipOf([{ name: 'xl/workbook.bin', body: '' }]))).toMatchObject({ refused: 'xlsb' });
    expect(await refusalOf(zipOf([{ name: '数据.csv', body: 'a,b' }]))).toMatchObject({ reason: expect.stringContaining('压缩包') });
  });

  it('超出读取线程的内存上限即停，说明怎么办', async () => {
    const body = `<sst>${Array.from({ length: 400_000 }, (_, i) => `<si><t>第${i}条各不相同的文本内容</t></si>`).join('')}</sst>`;
    const parts = [...good(), { name: 'xl/sharedStrings.xml', body }];
    expect(await refusalOf(zipOf(parts), { ...DEFAULT_LIMITS, heapMb: 24, answerMs: 60_000 })).toMatchObject({
      refused: 'too-much-memory',
      reason: expect.stringContaining('拆分'),
    });
  });
});

describe('表头的位置', () => {
  const TITLES = new Set(['名称', '日期', '金额', '机关代码', '机关']);
  const knowledge = {
    score: (titles: readonly string[]) => new Set(titles.filter((t) => TITLES.has(t))).size,
    known: (t: string) => TITLES.has(t),
    least: 2,
  };
  const head = (name: string, rows: readonly (readonly string[])[], hidden = false): SheetHead => ({
    name,
    hidden,
    hiddenColumns: [],
    head: rows.map((cells, i) => ({ line: i + 1, cells, hidden: false, marks: [], unterminated: false })),
  });

  it('表头上方的标题行略过', () => {
    const sheets = [head('一', [['2026年行政处罚统计'], ['填报单位：某局'], ['名称', '日期', '金额'], ['甲', '2026-03-02', '1']])];
    expect(findHeader(sheets, knowledge)).toMatchObject({ line: 3, rows: 1, recognised: true });
  });

  it('两行表头合并成一行标题', () => {
    const sheets = [
      head('一', [
        ['基本信息', '基本信息', '机关', '机关'],
        ['名称', '日期', '机关', '代码'],
        ['甲', '2026-03-02', '某局', '1'],
      ]),
    ];
    expect(findHeader(sheets, knowledge)).toMatchObject({ line: 2, rows: 2, titles: ['名称', '日期', '机关', '机关代码'] });
  });

  it('取第一个有表头的工作表，可见的优先', () => {
    const sheets = [head('字典', [['名称', '日期', '金额']], true), head('说明', [['填表说明']]), head('数据', [['名称', '日期']])];
    expect(findHeader(sheets, knowledge)).toMatchObject({ sheet: 2, recognised: true });
  });

  it('一个标题也不认识时，给出最像表头的一行供人工对应', () => {
    const sheets = [head('一', [['统计'], ['甲列', '乙列', '丙列'], ['1', '2']])];
    expect(findHeader(sheets, knowledge)).toMatchObject({ line: 2, recognised: false });
    expect(findHeader([head('空', [])], knowledge)).toBeNull();
  });
});
