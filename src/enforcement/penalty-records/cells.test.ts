import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { damage, excerpt, readText } from './cells.ts';
import { readAmount, unitDoubt } from './cells-amount.ts';
import { readDay } from './cells-day.ts';
import { readPartyKind, readPenaltyKinds, readProcedure } from './cells-kinds.ts';
import { readOperation } from './cells-operation.ts';
import { readOfficers, readPerson } from './cells-people.ts';

const TODAY = localDate('2026-11-23');

describe('日期的各种写法', () => {
  it.each([
    '2026-03-02',
    '2026-3-2',
    '2026/03/02',
    '2026/3/2',
    '2026.3.2',
    '20260302',
    '2026年3月2日',
    '2026 年 3 月 2 日',
    '２０２６－０３－０２',
    '二〇二六年三月二日',
    '二○二六年三月二日',
    '二零二六年三月二日',
    '46083',
    '46083.5',
    '2026-03-02 10:20:30',
    '2026/3/2 0:00',
    '2026-03-02T10:20:30',
    '2026-03-02T23:20:30.000+08:00',
    '20260302102030',
    '2026年3月2日10时20分',
    '2026-03-01T16:00:00.000Z',
    '1772380800000',
    ' 2026-03-02\u200b',
  ])('%j 读作 2026-03-02', (cell) => {
    expect(readDay(cell, 'past', TODAY)).toEqual({ ok: true, value: '2026-03-02', note: null });
  });

  it.each([
    ['二〇二五年十月二十日', '2025-10-20'],
    ['二〇二五年十二月三十一日', '2025-12-31'],
    ['二〇二五年十一月十日', '2025-11-10'],
  ])('%s 读作 %s', (cell, day) => {
    expect(readDay(cell, 'past', TODAY)).toMatchObject({ value: day });
  });

  it.each(['', ' ', '/', '-', '—', '无', '空', '暂无', 'NULL', 'n/a'])('%j 是没有填', (cell) => {
    expect(readDay(cell, 'past', TODAY)).toEqual({ ok: true, value: null, note: null });
  });

  it.each([
    '1900-01-01',
    '1900/1/1',
    '1900-01-00',
    '0000-00-00',
    '1899-12-30',
    '0001-01-01',
    '1900-01-01 00:00:00',
    '0',
    '00000000',
    '19000101',
  ])('%s 是系统占位，按未填处理并注明', (cell) => {
    expect(readDay(cell, 'past', TODAY)).toMatchObject({ ok: true, value: null, note: expect.stringContaining('占位') });
  });

  it.each(['2099-12-31', '2099/12/31', '20991231', '9999-12-31', '长期', '永久', '长期有效', '2099年12月31日'])(
    '%s 在期限栏是长期，在发生日期栏不算',
    (cell) => {
      expect(readDay(cell, 'open', TODAY)).toEqual({ ok: true, value: '2099-12-31', note: null });
      expect(readDay(cell, 'past', TODAY)).toMatchObject({ ok: true, value: null, note: expect.stringContaining('长期') });
    },
  );

  it('今天可以，明天不可以；有效期可以在将来', () => {
    expect(readDay('2026-11-23', 'past', TODAY)).toMatchObject({ value: '2026-11-23' });
    expect(readDay('2026-11-24', 'past', TODAY)).toMatchObject({ ok: false, reason: expect.stringContaining('晚于今天') });
    expect(readDay('2026-11-24', 'open', TODAY)).toMatchObject({ value: '2026-11-24' });
    expect(readDay('2100-01-01', 'open', TODAY)).toMatchObject({ ok: false });
  });

  it('1949年10月1日可以，前一天不可以', () => {
    expect(readDay('1949-10-01', 'past', TODAY)).toMatchObject({ value: '1949-10-01' });
    expect(readDay('1949-09-30', 'past', TODAY)).toMatchObject({ ok: false, reason: expect.stringContaining('1949') });
  });

  it.each([
    ['2026-02-30', '没有这一天'],
    ['2026年13月1日', '没有这一天'],
    ['2026年3月', '缺少日'],
    ['2026', '只有年份'],
    ['03/02/2026', '先后不明'],
    ['26-3-2', '四位'],
    ['2026-03-02至2026-03-05', '不止一个'],
    ['99999', '序号'],
    ['去年冬天', '不是可识别的日期'],
  ])('%s 不可用：%s', (cell, reason) => {
    expect(readDay(cell, 'past', TODAY)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });
});

describe('金额的各种写法（以分计）', () => {
  it.each([
    ['0.5', '万元', 500_000],
    ['1', '万元', 1_000_000],
    ['0.000001', '万元', 1],
    ['0.30000000000000004', '万元', 300_000],
    ['5000', '元', 500_000],
    ['5,000.00', '元', 500_000],
    ['５０００', '元', 500_000],
    ['¥5000', '元', 500_000],
    ['5000元', '元', 500_000],
    ['5E3', '元', 500_000],
    ['0', '万元', 0],
    ['-0', '万元', 0],
    ['伍仟元整', '万元', 500_000],
    ['人民币伍仟元整', '万元', 500_000],
    ['壹万贰仟叁佰肆拾伍元陆角柒分', '元', 1_234_567],
    ['一万零五百元', '元', 1_050_000],
    ['叁万', '元', 3_000_000],
    ['十元', '元', 1000],
    ['贰拾元零伍分', '元', 2005],
    ['100000000000', '元', 10_000_000_000_000],
    ['壹仟亿元', '元', 10_000_000_000_000],
  ] as const)('%s（列单位%s）为 %i 分', (cell, unit, fen) => {
    expect(readAmount(cell, unit)).toEqual({ ok: true, value: fen, note: null });
  });

  it.each([
    ['5000元', '万元', 500_000],
    ['0.5万', '元', 500_000],
    ['0.5万元', '元', 500_000],
    ['5千元', '万元', 500_000],
  ] as const)('单元格写明单位的从单元格：%s', (cell, unit, fen) => {
    expect(readAmount(cell, unit)).toMatchObject({ ok: true, value: fen, note: expect.stringContaining('单元格') });
  });

  it.each(['', '/', '无', '-'])('%j 是没有填', (cell) => {
    expect(readAmount(cell, '万元')).toEqual({ ok: true, value: null, note: null });
  });

  it.each([
    ['-5000', '不能为负'],
    ['−0.5', '不能为负'],
    ['（5000）', '不能为负'],
    ['若干', '不是可识别的金额'],
    ['5000元+3000元', '不止一个金额'],
    ['违法所得一倍', '倍数'],
    ['1e30', '不超过1,000亿元'],
    ['12345678901234567890', '不超过1,000亿元'],
    ['10000000000000', '不超过1,000亿元'],
    ['100000000000.01', '不超过1,000亿元'],
    ['1000.01亿', '不超过1,000亿元'],
    ['壹仟零壹亿元', '不超过1,000亿元'],
  ])('%s 不可用：%s', (cell, reason) => {
    expect(readAmount(cell, '元')).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('万元列里填了5000，保留原值并注明疑似单位有误；999万元不注', () => {
    expect(readAmount('5000', '万元')).toMatchObject({ ok: true, value: 5_000_000_000, note: expect.stringContaining('疑似把元当作万元') });
    expect(readAmount('999', '万元')).toMatchObject({ note: null });
    expect(readAmount('1000', '万元')).toMatchObject({ note: expect.stringContaining('疑似') });
  });

  it('与处罚内容写明的数额相差一万倍时注明，相等或无从比较时不注', () => {
    expect(unitDoubt(500_000, '罚款人民币5000元')).toBeNull();
    expect(unitDoubt(5_000_000_000, '处以罚款5,000元')).toContain('一万倍');
    expect(unitDoubt(50, '罚款：伍仟元整')).toContain('一万倍');
    expect(unitDoubt(300_000, '罚款0.5万元')).toBeNull();
    expect(unitDoubt(500_000, '警告')).toBeNull();
  });

  it('不足一分的四舍五入并注明', () => {
    expect(readAmount('33.333', '元')).toMatchObject({ value: 3333, note: expect.stringContaining('四舍五入') });
  });
});

describe('处罚类别新旧代码与名称（处罚法第九条）', () => {
  it.each([
    ['罚款', ['CF03']],
    ['警告;罚款', ['CF01', 'CF03']],
    ['罚款；没收违法所得；没收非法财物', ['CF03', 'CF04', 'CF05']],
    ['警告、通报批评', ['CF01', 'CF02']],
    ['CF03', ['CF03']],
    ['cf01；CF3', ['CF01', 'CF03']],
    ['CF03罚款', ['CF03']],
    ['2', ['CF03']],
    ['01，02', ['CF01', 'CF03']],
    ['1.警告 2.罚款', ['CF01', 'CF03']],
    ['1、警告；2、罚款', ['CF01', 'CF03']],
    ['警告并处罚款', ['CF01', 'CF03']],
    ['责令停产停业', ['CF10']],
    ['责令停业整顿', ['CF10']],
    ['吊销营业执照', ['CF08']],
    ['暂扣许可证件', ['CF06']],
    ['限制从业', ['CF12']],
    ['行政拘留', ['CF13']],
    ['其他（法律、行政法规规定的其他行政处罚）', ['CF14']],
    ['', []],
  ])('%s', (cell, kinds) => {
    expect(readPenaltyKinds(cell, '')).toMatchObject({ kinds, unclear: cell.startsWith('其他（') ? expect.anything() : [] });
  });

  it('旧名“没收违法所得、没收非法财物”按处罚内容分开，分不开的列为不明', () => {
    const old = '没收违法所得、没收非法财物';
    expect(readPenaltyKinds(old, '没收违法所得300元')).toMatchObject({ kinds: ['CF04'], unclear: [] });
    expect(readPenaltyKinds(old, '没收扣押的非法财物')).toMatchObject({ kinds: ['CF05'], unclear: [] });
    expect(readPenaltyKinds(old, '')).toMatchObject({ kinds: [], unclear: [old] });
    expect(readPenaltyKinds(`罚款;${old}`, '罚款5000元，没收违法所得300元')).toMatchObject({ kinds: ['CF03', 'CF04'] });
    expect(readPenaltyKinds('3', '没收违法所得')).toMatchObject({ kinds: ['CF04'] });
  });

  it('旧名“暂扣或者吊销许可证、暂扣或者吊销执照”按处罚内容分开', () => {
    const old = '暂扣或者吊销许可证、暂扣或者吊销执照';
    expect(readPenaltyKinds(old, '吊销食品经营许可证')).toMatchObject({ kinds: ['CF08'], unclear: [] });
    expect(readPenaltyKinds(old, '暂扣许可证三个月')).toMatchObject({ kinds: ['CF06'], unclear: [] });
    expect(readPenaltyKinds(old, '')).toMatchObject({ kinds: [], unclear: ['暂扣或者吊销许可证、执照'] });
    expect(readPenaltyKinds('暂扣或吊销许可证件', '吊销')).toMatchObject({ kinds: ['CF08'], unclear: [] });
    expect(readPenaltyKinds('5', '')).toMatchObject({ kinds: [], unclear: [expect.stringContaining('暂扣')] });
  });

  it('不是处罚种类的词列为不明，不硬套', () => {
    expect(readPenaltyKinds('责令改正', '')).toMatchObject({ kinds: [], unclear: ['责令改正'] });
    expect(readPenaltyKinds('罚款;CF15', '')).toMatchObject({ kinds: ['CF03'], unclear: ['CF15'] });
  });

  it('相对人类别与程序', () => {
    expect(readPartyKind('法人及非法人组织')).toMatchObject({ value: 'organisation' });
    expect(readPartyKind('个体工商户')).toMatchObject({ value: 'sole-trader' });
    expect(readPartyKind('自然人')).toMatchObject({ value: 'person' });
    expect(readPartyKind('3')).toMatchObject({ value: null, note: expect.stringContaining('“3”') });
    expect(readProcedure('简易程序')).toMatchObject({ value: 'summary' });
    expect(readProcedure('一般程序')).toMatchObject({ value: 'ordinary' });
    expect(readProcedure('其他')).toMatchObject({ value: null, note: expect.anything() });
  });
});

describe('人员', () => {
  it.each([
    ['张某 局长', '张某', '局长'],
    ['张某（法定代表人）', '张某', '法定代表人'],
    ['总经理：李某某', '李某某', '总经理'],
    ['王某某董事长', '王某某', '董事长'],
  ])('姓名与职务同格：%s', (cell, name, post) => {
    expect(readPerson(cell)).toMatchObject({ value: name, note: expect.stringContaining(post) });
  });

  it('只有姓名的原样读取', () => {
    expect(readPerson(' 巴特尔 ')).toEqual({ ok: true, value: '巴特尔', note: null });
    expect(readPerson('无')).toMatchObject({ value: null });
  });

  it.each([
    ['张某（15080001）、李某（15080002）'],
    ['张某15080001；李某15080002'],
    ['张某 15080001 李某 15080002'],
    ['张某/15080001\n李某/15080002'],
    ['张某，执法证号：15080001；李某，执法证号：15080002'],
    ['执法人员：张某（证号15080001），李某（证号15080002）'],
  ])('执法人员及证号：%j', (cell) => {
    expect(readOfficers(cell)).toMatchObject({
      value: [
        { name: '张某', certNo: '15080001' },
        { name: '李某', certNo: '15080002' },
      ],
      note: null,
    });
  });

  it('姓名与证号分两列的按次序相配，数目不一致的注明', () => {
    expect(readOfficers('张某、李某', '15080001、15080002')).toMatchObject({
      value: [{ certNo: '15080001' }, { certNo: '15080002' }],
      note: null,
    });
    expect(readOfficers('张某、李某', '15080001')).toMatchObject({
      value: [{ certNo: '15080001' }, { certNo: null }],
      note: expect.stringContaining('不一致'),
    });
    expect(readOfficers('')).toMatchObject({ value: null });
  });
});

describe('变更、删除、测试行与损坏的单元格', () => {
  it.each([
    ['删除', '', '某某公司', 'delete'],
    ['U', '', '某某公司', 'update'],
    ['', '测试', '某某公司', 'test'],
    ['', '测试数据。', '某某公司', 'test'],
    ['', '已删除', '某某公司', 'delete'],
    ['', '变更', '某某公司', 'update'],
    ['', '', '测试', 'test'],
  ])('操作类型“%s”备注“%s”名称“%s”认作 %s', (operation, remark, name, expected) => {
    expect(readOperation(operation, remark, name)?.operation).toBe(expected);
  });

  it.each([
    ['新增', '', '某某公司'],
    ['', '法定代表人已变更', '某某公司'],
    ['', '当事人已注销营业执照', '某某公司'],
    ['', '', '巴彦淖尔市某测试技术有限公司'],
  ])('“%s”“%s”“%s”是普通的一行', (operation, remark, name) => {
    expect(readOperation(operation, remark, name)).toBeNull();
  });

  it('十万字符的单元格、乱码、出错的公式都说明原因', () => {
    expect(damage('字'.repeat(100_000))).toContain('100000个字符');
    expect(damage('字'.repeat(20_000))).toBeNull();
    expect(damage('巴彦\ufffd尔')).toContain('乱码');
    expect(damage('锟斤拷锟斤拷')).toContain('乱码');
    expect(damage('#REF!')).toContain('公式');
    expect(excerpt('字'.repeat(100_000)).length).toBeLessThan(90);
    expect(readText('\u200b 文 本 ')).toBe('文 本');
  });
});
