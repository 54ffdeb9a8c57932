import { afterAll, describe, expect, it } from 'vitest';
import { isRefusal, localDate } from '#law';
import { encoded, scratch, sheetData, workbookOf } from '#platform/spreadsheet/files.fixtures';
import type { TextEncoding } from '#platform/spreadsheet/text-encoding';
import { LAYOUT, TEMPLATE_KEYS } from '../layout.ts';
import { normaliseTitle } from '../layout-recognition.ts';
import { EXTENSION_LABELS } from '../model.ts';
import { isCorrectable, writeCorrectionWorkbook } from './correction-workbook.ts';
import { cellsOf, csvOf, type FixtureRow, HEADER, syntheticDecision } from './penalty-files.fixtures.ts';
import { readPenaltyRecords } from './read-records.ts';
import { openPenaltyFile, type PenaltyFile, type PenaltyFileOptions } from './read-rows.ts';
import type { RowOutcome } from './row-outcome.ts';
import { SAMPLE_MARK, sampleRow } from './sample-row.ts';

const files = scratch();
afterAll(() => files.remove());

const OPTIONS: PenaltyFileOptions = { today: localDate('2026-11-23'), fileKind: 'publicity' };

async function readAll(path: string, options = OPTIONS): Promise<{ file: PenaltyFile; outcomes: RowOutcome[] }> {
  const file = await openPenaltyFile(path, options);
  if (isRefusal(file)) throw new Error(file.reason);
  const outcomes: RowOutcome[] = [];
  for await (const batch of file.outcomes()) outcomes.push(...batch);
  await file.close();
  return { file, outcomes };
}

async function readOne(changes: FixtureRow): Promise<RowOutcome> {
  const { outcomes } = await readAll(files.put('one.csv', csvOf([{ ...syntheticDecision(0), ...changes }])));
  const [first] = outcomes;
  if (outcomes.length !== 1 || first === undefined) throw new Error(`${outcomes.length} outcomes`);
  return first;
}

describe('整份文件', () => {
  const rows = Array.from({ length: 40 }, (_, i) => syntheticDecision(i));

  it.each(['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le'] as const)(
    '双公示三十列加扩展列，%s 编码，全部读出',
    async (encoding: TextEncoding) => {
      const { file, outcomes } = await readAll(files.put('clean.csv', encoded(csvOf(rows), encoding, true)));
      expect(file.mapping).toMatchObject({ unknown: [], repeated: [], missingKeys: [], missing: [] });
      expect(file.counts).toEqual({ decision: 40, rejected: 0, repeated: 0, 'set-aside': 0, skipped: 0, unreadable: 0 });
      expect(outcomes.every((outcome) => outcome.is === 'decision' && outcome.notes.length === 0)).toBe(true);
    },
  );

  it('一行的每个字段都读到位', async () => {
    expect(await readOne({})).toMatchObject({
      is: 'decision',
      line: 2,
      row: {
        party: { name: '临河区演示第0号商贸有限公司', kind: 'organisation', uscc: expect.stringMatching(/^91150802MA0000000.$/) },
        number: { text: '巴临市罚〔2025〕1号', year: 2025, serial: 1 },
        penalty: { kinds: ['CF03'], unclear: [] },
        fineFen: 50_000,
        confiscatedFen: null,
        decidedOn: '2025-01-02',
        validUntil: '2099-12-31',
        publicUntil: '2026-01-02',
        organ: { name: '巴彦淖尔市临河区市场监督管理局（演示）' },
        extension: {
          procedure: 'ordinary',
          filedOn: '2024-11-23',
          officers: [
            { name: '执甲甲', certNo: '15080000' },
            { name: '执辛甲', certNo: '15080007' },
          ],
          itemCode: '150802000000',
        },
        source: { fileKind: 'publicity' },
      },
    });
  });

  it('XLSX：标题行在表头之上、合并的机关单元格、隐藏行、日期与数值单元格', async () => {
    const titles = ['行政相对人名称', '行政处罚决定书文号', '处罚决定日期', '罚款金额（元）', '处罚机关'];
    const data = [
      ['2026年行政处罚情况统计表（演示）', '', '', '', ''],
      titles,
      ['甲演示公司', '巴市监罚〔2026〕1号', '2026-03-02', '5000', '某局（演示）'],
      ['乙演示公司', '巴市监罚〔2026〕2号', '2026.3.3', '5千元', ''],
    ];
    const xml = `${sheetData(data, { 4: 'hidden="1"' })}<mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="E3:E4"/></mergeCells>`;
    const { file, outcomes } = await readAll(
      files.put(
        'titled.xlsx',
        workbookOf({
          sheets: [
            { name: '说明', xml: sheetData([['填表说明']]) },
            { name: '处罚', xml },
          ],
        }),
      ),
    );
    expect(file).toMatchObject({ sheet: '处罚', otherSheets: [{ name: '说明', recognised: false }], header: { line: 2 }, blocked: null });
    expect(outcomes).toMatchObject([
      { is: 'decision', line: 3, hidden: false, row: { fineFen: 500_000, organ: { name: '某局（演示）' } } },
      { is: 'decision', line: 4, hidden: true, row: { fineFen: 500_000, decidedOn: '2026-03-03', organ: { name: '某局（演示）' } } },
    ]);
  });

  it('两行表头（分组在上）合并后认出', async () => {
    const group = ['当事人', '当事人', '行政处罚决定书文号', '处罚决定日期', '处罚机关', '处罚机关'];
    const below = ['名称', '统一社会信用代码', '行政处罚决定书文号', '处罚决定日期', '名称', '统一社会信用代码'];
    const row = ['甲演示公司', '91150802MA0000001B', '巴市监罚〔2026〕1号', '2026-03-02', '某局（演示）', '11150800000000001K'];
    const { file, outcomes } = await readAll(
      files.put(
        'two.csv',
        [group, below, row]
          .map((cells) => cells.join(','))
          .join('\n')
          .concat('\n'),
      ),
    );
    expect(file.header).toMatchObject({ rows: 2, line: 2 });
    expect(outcomes).toMatchObject([
      {
        is: 'decision',
        line: 3,
        row: { party: { uscc: '91150802MA0000001B' }, organ: { name: '某局（演示）', uscc: '11150800000000001K' } },
      },
    ]);
  });

  it('缺少必需的列、没有表头的文件说明缺什么，人工对应后可以读', async () => {
    const path = files.put('hand.csv', '单位,号,哪天,谁罚的\n甲演示公司,巴市监罚〔2026〕1号,2026-03-02,某局（演示）\n');
    const before = await openPenaltyFile(path, OPTIONS);
    expect(before).toMatchObject({ blocked: { refused: 'no-header' } });
    if (!isRefusal(before)) await before.close();
    const remembered = {
      [normaliseTitle('单位')]: 'partyName',
      [normaliseTitle('号')]: 'number',
      [normaliseTitle('哪天')]: 'decidedOn',
    } as const;
    const part = await readAll(path, { ...OPTIONS, remembered, organ: { name: '某局（演示）', uscc: null } });
    expect(part.file.blocked).toBeNull();
    expect(part.file.mapping.unknown).toEqual([{ index: 3, title: '谁罚的' }]);
    expect(part.outcomes).toMatchObject([{ is: 'decision', row: { organ: { name: '某局（演示）' } } }]);
    const without = await openPenaltyFile(path, { ...OPTIONS, remembered });
    expect(without).toMatchObject({ blocked: { refused: 'missing-columns', reason: expect.stringContaining('处罚机关') } });
    if (!isRefusal(without)) await without.close();
  });

  it('空白填报表的示例行不载入，改过其他格的也一样；删去示例标记的照常读', async () => {
    const sample = sampleRow(TEMPLATE_KEYS).map((cell) => cell ?? '');
    const line = (cells: readonly string[]): string => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`;
    const typedOver = sample.with(TEMPLATE_KEYS.indexOf('decidedOn'), '2026-03-10');
    const unmarked = typedOver.map((cell) => cell.replace(SAMPLE_MARK, ''));
    const { file, outcomes } = await readAll(files.put('sample.csv', [HEADER, sample, typedOver, unmarked].map(line).join('')));
    expect(file.counts).toMatchObject({ skipped: 2, decision: 1, rejected: 0 });
    expect(outcomes[0]).toMatchObject({ is: 'skipped', because: expect.stringContaining('示例行') });
  });

  it('表尾合计、重复的表头、空行不算数据；截断的最后一行被指出', async () => {
    const text = `${csvOf(rows.slice(0, 2))}${HEADER.join(',')}\r\n合计,,,2\r\n,,,\r\n${cellsOf(syntheticDecision(5)).slice(0, 12).join(',')}`;
    const { outcomes, file } = await readAll(files.put('tail.csv', text));
    expect(file.counts).toMatchObject({ decision: 2, skipped: 2, rejected: 1 });
    expect(outcomes.at(-1)).toMatchObject({ is: 'rejected', line: 7, faults: [{ reason: expect.stringContaining('中断') }] });
  });

  it('引号损坏的行报告行号，其余照读', async () => {
    const text =
      csvOf(rows.slice(0, 1)) +
      `"坏了的一行,1\r\n${cellsOf(syntheticDecision(9))
        .map((cell) => `"${cell}"`)
        .join(',')}\r\n`;
    const { outcomes } = await readAll(files.put('quote.csv', text));
    expect(outcomes.map((outcome) => [outcome.is, outcome.line])).toEqual([
      ['decision', 2],
      ['unreadable', 3],
      ['decision', 4],
    ]);
  });
});

describe('一行里的各种脏数据', () => {
  it.each<[string, FixtureRow, string, string]>([
    ['决定日期不存在', { decidedOn: '2026-02-30' }, '处罚决定日期', '没有这一天'],
    ['决定日期晚于今天', { decidedOn: '2026-11-24' }, '处罚决定日期', '晚于今天'],
    ['决定日期早于建国', { decidedOn: '1949-09-30' }, '处罚决定日期', '1949'],
    ['决定日期是占位值', { decidedOn: '1900-01-01' }, '处罚决定日期', '必须填写'],
    ['名称空缺', { partyName: '' }, '行政相对人名称', '必须填写'],
    ['名称填“无”', { partyName: '无' }, '行政相对人名称', '必须填写'],
    ['文号空缺', { number: '/' }, '行政处罚决定书文号', '必须填写'],
    ['文号不是文号', { number: '见附件' }, '行政处罚决定书文号', '不是一个可识别的文号'],
    ['机关空缺', { organName: '' }, '处罚机关', '必须填写'],
    ['罚款为负', { fine: '-0.5' }, '罚款金额(万元)', '不能为负'],
    ['罚款不是数', { fine: '若干' }, '罚款金额(万元)', '不是可识别的金额'],
    ['立案日期读不出', { filedOn: '去年' }, '立案日期', '不是可识别的日期'],
    ['十万字符的单元格', { facts: '字'.repeat(100_000) }, '违法事实', '100000个字符'],
    ['乱码', { content: '锟斤拷锟斤拷' }, '处罚内容', '乱码'],
  ])('%s：说明列、值与原因', async (_, changes, column, reason) => {
    const outcome = await readOne(changes);
    expect(outcome).toMatchObject({ is: 'rejected', line: 2, faults: [{ column, reason: expect.stringContaining(reason) }] });
    const [value] = Object.values(changes);
    if (outcome.is === 'rejected' && value !== undefined && value.length < 80) expect(outcome.faults[0]?.value).toBe(value);
  });

  it.each<[string, FixtureRow, string]>([
    ['单位疑似有误', { fine: '5000', content: '罚款人民币5000元' }, '一万倍'],
    ['姓名与职务同格', { legalRepresentative: '示某 总经理' }, '总经理'],
    ['处罚类别不明', { penaltyKinds: '责令改正' }, '第九条'],
    ['文号年份不同', { number: '巴临市罚〔2024〕1号' }, '2024'],
    ['有效期早于决定', { validUntil: '2024-12-31' }, '早于处罚决定日期'],
    ['程序不明', { procedure: '其他' }, '按未填处理'],
    ['超过双公示长度', { partyKind: '法人', conduct: '违'.repeat(2001) }, '2000个字符'],
  ])('%s：读出并注明', async (_, changes, note) => {
    const outcome = await readOne(changes);
    expect(outcome.is).toBe('decision');
    if (outcome.is === 'decision') expect(outcome.notes.map((n) => n.note).join()).toContain(note);
  });

  it('代码不论真假都读出，规范大小写；遮盖的号码原样保留', async () => {
    expect(await readOne({ partyUscc: ' 91150802ma0000001c ', partyIdNumber: '1528**********1234' })).toMatchObject({
      is: 'decision',
      row: { party: { uscc: '91150802MA0000001C', idNumber: '1528**********1234' } },
    });
  });

  it('变更、删除、测试行不作为处罚决定读取', async () => {
    expect(await readOne({ remark: '测试' })).toMatchObject({ is: 'set-aside', operation: 'test', line: 2 });
    expect(await readOne({ remark: '删除' })).toMatchObject({ is: 'set-aside', operation: 'delete' });
    expect(await readOne({ remark: '变更' })).toMatchObject({ is: 'set-aside', operation: 'update' });
  });

  it('同一文件里机关、文号、年份相同的第二行提出询问，不作判断', async () => {
    const first = syntheticDecision(0);
    const path = files.put(
      'repeat.csv',
      csvOf([first, syntheticDecision(1), { ...first, number: '巴临市罚[2025]001号', fine: '0.06' }, first]),
    );
    const { outcomes, file } = await readAll(path);
    expect(outcomes).toMatchObject([
      { is: 'decision', line: 2 },
      { is: 'decision', line: 3 },
      { is: 'repeated', line: 4, firstLine: 2, identical: false },
      { is: 'repeated', line: 5, firstLine: 2, identical: true },
    ]);
    expect(file.counts).toMatchObject({ decision: 2, repeated: 2 });
  });

  it('公式没有结果、号码丢了末位的单元格不采用', async () => {
    const titles = ['行政相对人名称', '统一社会信用代码', '行政处罚决定书文号', '处罚决定日期', '处罚机关'];
    const head = sheetData([titles]).replace('</sheetData>', '');
    const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const rest = (row: number) =>
      text(`C${row}`, `巴市监罚〔2026〕${row}号`) + text(`D${row}`, '2026-03-02') + text(`E${row}`, '某局（演示）');
    const xml = `${head}<row r="2"><c r="A2"><f>B9</f></c>${rest(2)}</row><row r="3">${text('A3', '甲演示公司')}<c r="B3"><v>1.11508000000000E17</v></c>${rest(3)}</row><row r="4"><c r="A4" t="str"><f>B9</f><v>乙演示公司</v></c>${rest(4)}</row></sheetData>`;
    const { outcomes } = await readAll(files.put('marks.xlsx', workbookOf({ sheets: [{ name: '数据', xml }] })));
    expect(outcomes).toMatchObject([
      { is: 'rejected', line: 2, faults: [{ column: '行政相对人名称', reason: expect.stringContaining('没有保存计算结果') }] },
      { is: 'rejected', line: 3, faults: [{ column: '统一社会信用代码', reason: expect.stringContaining('丢失') }] },
      { is: 'decision', line: 4, row: { party: { name: '乙演示公司' } }, notes: [{ note: expect.stringContaining('公式') }] },
    ]);
  });
});

describe('接口报送的记录与指定的工作表', () => {
  const context = { today: OPTIONS.today, fileKind: 'publicity', organ: null } as const;

  it('按字段代码或标题报送，逐行答复', () => {
    const clean = Object.fromEntries(TEMPLATE_KEYS.map((key) => [LAYOUT[key].code ?? LAYOUT[key].title, syntheticDecision(0)[key] ?? '']));
    const { outcomes, mapping } = readPenaltyRecords([{ ...clean, CF_NR_FK: 0.05 }, { ...clean, CF_JDRQ: null }, clean], context);
    expect(mapping.unknown).toEqual([]);
    expect(outcomes).toMatchObject([
      { is: 'decision', line: 1, row: { fineFen: 50_000 } },
      { is: 'rejected', line: 2, faults: [{ column: 'CF_JDRQ', value: '', reason: '处罚决定日期必须填写' }] },
      { is: 'repeated', line: 3, firstLine: 1 },
    ]);
  });

  it('带有栏目而为空是“没有”，不带栏目、写明不详是“没有说明”', () => {
    const clean = Object.fromEntries(TEMPLATE_KEYS.map((key) => [LAYOUT[key].title, syntheticDecision(0)[key] ?? '']));
    const { 备案日期: _, ...unfiled } = clean;
    const records = [
      { ...clean, 送达日期: '', 备案日期: null },
      { ...unfiled, 行政处罚决定书文号: '演罚〔2025〕2号' },
      { ...clean, 行政处罚决定书文号: '演罚〔2025〕3号', 公示日期: '不详' },
    ];
    const columns = readPenaltyRecords(records, context).outcomes.map((o) => (o.is === 'decision' ? o.row.source.columns : null));
    const all = Object.keys(EXTENSION_LABELS);
    expect(columns[0]?.toSorted()).toEqual(all.toSorted());
    expect(columns[1]?.toSorted()).toEqual(all.filter((key) => key !== 'recordFiledOn').toSorted());
    expect(columns[2]?.toSorted()).toEqual(all.filter((key) => key !== 'publishedOn').toSorted());
  });

  it('指定工作表后读指定的那张，其余列出', async () => {
    const sheet = (i: number) => ({ name: `表${i}`, xml: sheetData([HEADER, cellsOf(syntheticDecision(i))]) });
    const path = files.put('sheets.xlsx', workbookOf({ sheets: [sheet(1), sheet(2)] }));
    expect((await readAll(path)).file).toMatchObject({ sheet: '表1', otherSheets: [{ name: '表2', recognised: true }] });
    const { file, outcomes } = await readAll(path, { ...OPTIONS, sheet: '表2' });
    expect(file).toMatchObject({ sheet: '表2', counts: { decision: 1 } });
    expect(outcomes).toMatchObject([{ is: 'decision', row: { party: { name: syntheticDecision(2).partyName } } }]);
    expect(file.progress()).toBe(1);
  });

  it('金额跨行合并的，后面的行注明取的是合并单元格的值', async () => {
    const titles = ['行政相对人名称', '行政处罚决定书文号', '处罚决定日期', '罚款金额（元）', '处罚机关'];
    const row = (i: number, fine: string) => [`第${i}演示公司`, `巴市监罚〔2026〕${i}号`, '2026-03-02', fine, '某局（演示）'];
    const xml = `${sheetData([titles, row(1, '5000'), row(2, '')])}<mergeCells><mergeCell ref="D2:D3"/></mergeCells>`;
    const { outcomes } = await readAll(files.put('merged.xlsx', workbookOf({ sheets: [{ name: '数据', xml }] })));
    expect(outcomes).toMatchObject([
      { is: 'decision', notes: [] },
      { is: 'decision', row: { fineFen: 500_000 }, notes: [{ column: '罚款金额（元）', note: expect.stringContaining('合并') }] },
    ]);
  });
});

describe('更正工作簿', () => {
  it('未通过的行连同原因写出，改好后可以直接再读', async () => {
    const bad = [
      { ...syntheticDecision(1), decidedOn: '2026-13-01', fine: '-1' },
      { ...syntheticDecision(2), partyName: '' },
    ];
    const first = await readAll(files.put('bad.csv', csvOf([syntheticDecision(0), ...bad, syntheticDecision(0)])));
    const path = files.put('correction.xlsx', '');
    await writeCorrectionWorkbook(path, first.file.header.titles, first.outcomes.filter(isCorrectable));
    const again = await readAll(path);
    expect(again.file).toMatchObject({ sheet: '待更正', blocked: null });
    expect(again.file.mapping.unknown).toEqual([]);
    expect(again.outcomes).toMatchObject([
      {
        is: 'rejected',
        line: 2,
        faults: [
          { column: '处罚决定日期', value: '2026-13-01' },
          { column: '罚款金额(万元)', value: '-1' },
        ],
      },
      { is: 'rejected', line: 3, faults: [{ column: '行政相对人名称' }] },
      { is: 'decision', line: 4 },
    ]);
    const reasons = again.outcomes.flatMap((outcome) => (outcome.is === 'rejected' ? [outcome.cells.at(-1)] : []));
    expect(reasons[1]).toBe('行政相对人名称：必须填写');
    expect(reasons[0]).toContain('处罚决定日期：日历上没有这一天；罚款金额(万元)：金额不能为负');
    expect(TEMPLATE_KEYS.map((key) => LAYOUT[key].title)).toEqual(again.file.header.titles.slice(0, TEMPLATE_KEYS.length));
  });

  it('原值里像公式的文字经更正工作簿往返不变', async () => {
    const row = { ...syntheticDecision(3), partyName: '', facts: '=1+1', content: '-罚款500元' };
    const first = await readAll(files.put('formula.csv', csvOf([row])));
    const path = files.put('correction2.xlsx', '');
    await writeCorrectionWorkbook(path, first.file.header.titles, first.outcomes.filter(isCorrectable));
    const { outcomes } = await readAll(path);
    const [again] = outcomes;
    expect(again?.is === 'rejected' && [again.cells[HEADER.indexOf('违法事实')], again.cells[HEADER.indexOf('处罚内容')]]).toEqual([
      '=1+1',
      '-罚款500元',
    ]);
  });
});
