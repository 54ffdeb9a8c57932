import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMN_KEYS, LAYOUT, TEMPLATE_KEYS } from './layout.ts';
import { columnOf, normaliseTitle, recogniseColumns } from './layout-recognition.ts';

const TITLES = TEMPLATE_KEYS.map((key) => LAYOUT[key].title);

describe('双公示 2018 版表头', () => {
  it('三十个字段与十一个扩展列按原标题全部认出，位置不限', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...TITLES], { minLength: TITLES.length }), (shuffled) => {
        // 证件类型、证件号码 alone are read by their neighbour; apart from them no place matters.
        const plain = shuffled.filter((title) => title !== '证件类型' && title !== '证件号码');
        const mapping = recogniseColumns(plain);
        return mapping.unknown.length === 0 && mapping.repeated.length === 0 && mapping.columns.length === plain.length;
      }),
    );
    const mapping = recogniseColumns(TITLES);
    expect(mapping.columns.map((c) => c.key)).toEqual(TEMPLATE_KEYS);
    expect(mapping.missingKeys).toEqual([]);
  });

  it('字段代码（CF_XDR_MC 等）也可以作表头', () => {
    const codes = COLUMN_KEYS.flatMap((key) => LAYOUT[key].code ?? []);
    expect(codes).toHaveLength(30);
    expect(recogniseColumns(codes).columns).toHaveLength(30);
  });

  it('各列的别名互不相争', () => {
    const all = COLUMN_KEYS.flatMap((key) => [LAYOUT[key].title, ...LAYOUT[key].also].map((name) => ({ key, name })));
    const lost = all.filter(({ key, name }) => columnOf(name) !== key);
    expect(lost).toEqual([]);
  });

  it.each([
    ['行政相对人代码＿１（统一社会信用代码）', 'partyUscc'],
    ['行政相对人代码_1', 'partyUscc'],
    ['行政相对人代码_1\n(统一社会信用代码)', 'partyUscc'],
    ['*行政相对人名称', 'partyName'],
    ['行政相对人名称（必填）', 'partyName'],
    [' 行 政 相 对 人 名 称 ', 'partyName'],
    ['处罚决定日期(格式:2026-01-01)', 'decidedOn'],
    ['没收违法所得、没收非法财物的金额（万元）', 'confiscated'],
    ['cf_jdrq', 'decidedOn'],
  ])('%j 认作 %s', (title, key) => {
    expect(columnOf(title)).toBe(key);
  });

  it.each([
    ['罚款金额(万元)', '万元'],
    ['罚款金额（单位：元）', '元'],
    ['罚款金额/元', '元'],
    ['罚款金额万元', '万元'],
    ['罚款金额', null],
  ])('%s 的单位是 %s', (title, unit) => {
    expect(recogniseColumns([title]).columns).toEqual([{ index: 0, key: 'fine', title, unit }]);
  });

  it('只写“统一社会信用代码”“证件号码”的，看左邻是谁的', () => {
    const header = [
      '当事人',
      '统一社会信用代码',
      '法定代表人',
      '证件类型',
      '证件号码',
      '处罚机关',
      '统一社会信用代码',
      '数据来源单位',
      '统一社会信用代码',
    ];
    expect(recogniseColumns(header).columns.map((c) => c.key)).toEqual([
      'partyName',
      'partyUscc',
      'legalRepresentative',
      'legalRepresentativeIdKind',
      'legalRepresentativeIdNumber',
      'organName',
      'organUscc',
      'dataSourceName',
      'dataSourceUscc',
    ]);
  });

  it('不认识的列、重复的列、缺少的列各自列明', () => {
    const mapping = recogniseColumns(['行政相对人名称', '处罚文号', '文号', '气温', '']);
    expect(mapping.unknown).toEqual([{ index: 3, title: '气温' }]);
    expect(mapping.repeated).toEqual([{ index: 2, title: '文号', of: 'number' }]);
    expect(mapping.missingKeys).toEqual(['decidedOn', 'organName']);
    expect(mapping.missing).toContain('basis');
  });

  it('人工对应过的标题记住后优先', () => {
    const remembered = { [normaliseTitle('气温')]: 'conduct', [normaliseTitle('备注')]: 'ignored' } as const;
    expect(recogniseColumns(['气 温', '备注'], remembered).columns.map((c) => c.key)).toEqual(['conduct', 'ignored']);
  });

  it('更正工作簿自带的“更正原因”“原行号”两列不参与读取', () => {
    expect(recogniseColumns(['原行号', '行政相对人名称', '更正原因']).columns.map((c) => c.key)).toEqual([
      'ignored',
      'partyName',
      'ignored',
    ]);
  });
});
