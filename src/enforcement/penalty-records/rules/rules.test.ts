import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type CertificateFact, type LawCalendar, localDate, type RuleContext } from '#law';
import { type DomainedCertificate, penaltyFacts, type RowSurroundings } from '../facts.ts';
import type { PenaltyRow } from '../model.ts';
import {
  ANSWERED_RULES,
  countDecision,
  decisionKey,
  filingDutyOf,
  judgePeers,
  judgeRow,
  judgeSources,
  judgeUnits,
  newCounters,
  Tally,
  UNANSWERED_RULES,
} from './index.ts';
import { RankedCounts } from './ranked-counts.ts';
import { BARE_ROW, EXTENDED_ROW, NO_REGISTERS } from './rows.fixtures.ts';

const CALENDAR: LawCalendar = { loadedYears: new Set([2025, 2026]), notice: new Map() };
const CONTEXT: RuleContext = { profile: BAYANNUR_2026, calendar: CALENDAR, today: localDate('2026-11-23') };

function certificate(number: string, status: CertificateFact['status'], validThrough: string | null): DomainedCertificate {
  return {
    recordId: number,
    officerId: number,
    officerName: '某',
    domains: [],
    organisationId: '1',
    kind: 'enforcement',
    number,
    status,
    validThrough: validThrough === null ? null : localDate(validThrough),
  };
}
function certificates(second: readonly DomainedCertificate[] | undefined): RowSurroundings['certificates'] {
  const known = new Map([['15080001', [certificate('15080001', 'valid', null)] as readonly DomainedCertificate[]]]);
  if (second !== undefined) known.set('15080002', second);
  return known;
}
const REGISTERS: RowSurroundings = {
  ...NO_REGISTERS,
  organ: { kind: 'department', qualification: 'confirmed' },
  certificates: certificates([certificate('15080002', 'valid', '2026-03-02')]),
};

describe('公示数据能够回答哪些规则', () => {
  it('只有2018年版字段：D12、P05、P06、P08、Q06、Q07、D11以及应备清单，其余无法判断并写明缺什么', () => {
    const judgement = judgeRow(BARE_ROW, NO_REGISTERS, CONTEXT);
    expect(judgement.doubts).toEqual([]);
    expect([...judgement.clean].sort()).toEqual(['B01', 'D11', 'D12', 'P05', 'P06', 'P08', 'Q06', 'Q07']);
    expect(Object.fromEntries(judgement.notJudged.map((n) => [n.rule, n.missing]))).toEqual({
      S01: '缺处罚机关的主体登记',
      S02: '缺事项编码',
      S03: '缺处罚机关的主体登记',
      S05: '缺处罚机关的主体登记',
      S06: '缺行政强制措施记录',
      S07: '缺处罚机关的主体登记',
      S09: '缺执法人员及证号',
      S10: '缺执法人员及证号',
      S13: '缺法制审核人员的法律职业资格',
      F01: '缺违法行为发生日期',
      F06: '缺立案日期',
      D08: '缺处罚程序',
      E01: '缺送达日期',
      P01: '缺公示日期',
      P03: '缺公示渠道（文件未声明为信用平台导出）',
      P04: '缺决定被变更、撤销的情况',
    });
  });

  it('重大行政处罚没有备案日期一栏时列入应备清单，不判断是否备案', () => {
    const { notJudged } = judgeRow({ ...BARE_ROW, fineFen: 5_000_000 }, NO_REGISTERS, CONTEXT);
    expect(notJudged).toContainEqual({ rule: 'B01', missing: '缺备案日期' });
    expect(filingDutyOf({ ...BARE_ROW, fineFen: 5_000_000 }, NO_REGISTERS, CONTEXT)).toEqual({ is: 'must', because: ['罚款50,000元'] });
    expect(filingDutyOf({ ...BARE_ROW, fineFen: 4_999_999 }, NO_REGISTERS, CONTEXT)).toEqual({ is: 'not' });
  });

  it('扩展字段和主体、证件登记打开S01、S05、S09、F01、F06、D08、E01、P01、B01', () => {
    const judgement = judgeRow({ ...EXTENDED_ROW, fineFen: 400_000 }, REGISTERS, CONTEXT);
    expect(judgement.doubts).toEqual([]);
    for (const rule of ['S01', 'S05', 'S09', 'F01', 'F06', 'D08', 'E01', 'P01', 'B01']) expect(judgement.clean).toContain(rule);
    expect(judgement.notJudged.map((n) => n.rule).sort()).toEqual(['P03', 'P04', 'S02', 'S03', 'S06', 'S10', 'S13']);
  });

  it('声明为信用平台导出的文件打开P03', () => {
    const row: PenaltyRow = {
      ...EXTENDED_ROW,
      source: { fileKind: 'credit-export', exportedOn: localDate('2026-04-20') },
      penalty: { text: '警告', kinds: ['CF01'], unclear: [] },
      fineFen: null,
    };
    const { doubts } = judgeRow({ ...row, publicUntil: null }, REGISTERS, CONTEXT);
    expect(doubts.map((d) => d.rule.id)).toEqual(['P03']);
  });

  it('一百一十八条规则每条要么能够回答，要么写明缺什么', () => {
    const ids = [...ANSWERED_RULES.map((r) => r.id), ...UNANSWERED_RULES.map((r) => r.id)];
    expect(ids).toHaveLength(118);
    expect(new Set(ids).size).toBe(118);
    expect(UNANSWERED_RULES.filter((r) => !/^缺.{2,}/.test(r.missing))).toEqual([]);
  });

  it('无法判断按规则和所缺事实计数', () => {
    const tally = new Tally();
    for (const row of [BARE_ROW, BARE_ROW, EXTENDED_ROW]) tally.takeAll(judgeRow(row, NO_REGISTERS, CONTEXT));
    const counted = tally.inOrder();
    expect(counted).toContainEqual({ rule: 'E01', missing: '缺送达日期', rows: 2 });
    expect(counted).toContainEqual({ rule: 'S09', missing: '缺执法证件登记', rows: 1 });
    expect(counted.map(({ rule }) => rule)).toEqual(counted.map(({ rule }) => rule).toSorted());
  });
});

describe('行政处罚法第四十二条：证件按决定当日核对', () => {
  it.each([
    ['当日到期仍有效', [certificate('15080002', 'valid', '2026-03-02')], 'clean'],
    ['前一日到期', [certificate('15080002', 'valid', '2026-03-01')], 'doubt'],
    ['暂扣', [certificate('15080002', 'suspended', null)], 'doubt'],
    ['监督证不是执法证', [{ ...certificate('15080002', 'valid', null), kind: 'supervision' as const }], 'doubt'],
    ['登记过而当日没有有效期间', [], 'doubt'],
    ['登记里没有这个证号', undefined, 'not-judged'],
  ])('%s', (_, second, expected) => {
    const judgement = judgeRow(EXTENDED_ROW, { ...REGISTERS, certificates: certificates(second) }, CONTEXT);
    expect(judgement.doubts.some((d) => d.rule.id === 'S09')).toBe(expected === 'doubt');
    expect(judgement.clean.includes('S09')).toBe(expected === 'clean');
  });

  it('同格他人有证号而此人没有的，不计入持证人员', () => {
    const officers = [
      { name: '张某', certNo: '15080001' },
      { name: '赵某', certNo: null },
    ];
    const row = { ...EXTENDED_ROW, extension: { ...EXTENDED_ROW.extension, officers } };
    expect(judgeRow(row, REGISTERS, CONTEXT).doubts.map((d) => d.rule.id)).toEqual(['S09']);
  });
});

describe('从文字里读出的事实', () => {
  it.each([
    ['违法所得20元，罚款', 2_000],
    ['没收违法所得人民币1,234.50元', 123_450],
    ['违法所得共计1.2万元', 1_200_000],
    ['没有违法所得', 0],
    ['违法所得无法计算', null],
    ['货值金额20元', null],
  ])('“%s”的违法所得', (facts, expected) => {
    expect(penaltyFacts({ ...BARE_ROW, facts }, NO_REGISTERS).illegalIncomeFen).toBe(expected);
  });

  it.each([
    ['行政拘留十日', 10],
    ['处行政拘留9日并处罚款', 9],
    ['罚款500元', null],
  ])('“%s”的拘留日数', (content, expected) => {
    expect(penaltyFacts({ ...BARE_ROW, content }, NO_REGISTERS).detentionDays).toBe(expected);
  });

  it('自然人证件号码只作校验，不进入公开文本', () => {
    const party = {
      ...BARE_ROW.party,
      name: '王某',
      kind: 'person' as const,
      uscc: null,
      idKind: '居民身份证',
      idNumber: '150802199001010018',
    };
    const { doubts } = judgeRow({ ...BARE_ROW, party }, NO_REGISTERS, CONTEXT);
    expect(doubts.map((d) => d.rule.id)).toEqual(['P08']);
    expect(JSON.stringify(doubts[0]?.doubt)).not.toContain('150802199001010018');
  });
});

describe('与其他决定比较', () => {
  const other: PenaltyRow = {
    ...BARE_ROW,
    number: { text: '临农罚〔2026〕3号', key: '临农罚(2026)3', year: 2026, serial: 3 },
    organ: { name: '区农牧局（演示）', uscc: null },
    decidedOn: localDate('2026-03-20'),
  };

  it('行政处罚法第二十九条：两个机关先后罚款，只在后一份决定提出候选', () => {
    const found = judgePeers([other, BARE_ROW], CONTEXT).map((j) => j.doubts.map((d) => d.rule.id));
    expect(found).toEqual([['D05'], []]);
  });

  it('没有可靠身份的自然人不比较', () => {
    const party = { ...BARE_ROW.party, name: '王某', kind: 'person' as const, uscc: null };
    const [first] = judgePeers(
      [
        { ...BARE_ROW, party },
        { ...other, party },
      ],
      CONTEXT,
    );
    expect(first?.notJudged).toContainEqual({ rule: 'D05', missing: '缺同一当事人的其他处罚' });
  });

  it('行政处罚法第五条：二十四个月内同类案件的中位数，窗口外的不算', () => {
    const like = (decidedOn: string, fineFen: number, serial: number): PenaltyRow => ({
      ...BARE_ROW,
      fineFen,
      decidedOn: localDate(decidedOn),
      party: { ...BARE_ROW.party, uscc: null, name: `当事人${serial}` },
      number: { text: String(serial), key: String(serial), year: null, serial },
    });
    const five = ['2024-03-01', '2024-03-02', '2025-01-01', '2025-06-01', '2026-01-01'].map((on, i) => like(on, 500_000, i));
    const last = judgePeers([...five, like('2026-03-02', 3_000_000, 9)], CONTEXT).at(-1);
    expect(last?.doubts.map((d) => d.rule.id)).toEqual(['Q05']);
    expect(last?.doubts[0]?.doubt.facts['同类件数']).toBe('4件');
    const fewer = judgePeers([...five.slice(0, 1), ...five.slice(2), like('2026-03-02', 3_000_000, 9)], CONTEXT).at(-1);
    expect(fewer?.notJudged).toContainEqual({ rule: 'Q05', missing: '缺类案数据' });
  });

  it('窗口的中位数与逐一排序相同', () => {
    const values = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.array(fc.nat(39), { maxLength: 20 }), (all, removed) => {
        const counts = new RankedCounts(all);
        for (const value of all) counts.add(value, 1);
        const left = [...all];
        for (const at of removed) if (at < left.length && left.length > 1) counts.remove(left.splice(at, 1)[0] ?? 0, 1);
        const sorted = left.toSorted((a, b) => a - b);
        const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0];
        expect(counts.median()).toBe((low + high) / 2);
        expect(counts.size).toBe(left.length);
      }),
    );
  });

  it('同一决定在两个来源中不一致（P07），没有第二来源时无法判断', () => {
    const credit: PenaltyRow = { ...BARE_ROW, source: { fileKind: 'credit-export' }, fineFen: 4_000_000 };
    expect(decisionKey(credit)).toBe(decisionKey(BARE_ROW));
    expect(judgeSources(BARE_ROW, credit, CONTEXT).doubts.map((d) => d.rule.id)).toEqual(['P07']);
    expect(judgeSources(BARE_ROW, null, CONTEXT).notJudged).toEqual([{ rule: 'P07', missing: '缺另一来源的同一决定' }]);
  });
});

describe('按单位和年度统计', () => {
  function counted(rows: readonly (readonly [day: string, fineFen: number, handler?: string])[]) {
    const counters = newCounters();
    for (const [on, fineFen, handler] of rows) {
      countDecision(counters, {
        ...BARE_ROW,
        decidedOn: localDate(on),
        fineFen,
        conduct: on,
        extension: { ...BARE_ROW.extension, handler: handler ?? null },
      });
    }
    return judgeUnits(counters, CONTEXT).flatMap(({ year, judgement }) =>
      judgement.doubts.map((d) => `${year} ${d.rule.id} ${d.doubt.because}`),
    );
  }

  it('罚没收入同比增长80%（A01）只比较两年都有数据的月份', () => {
    const rows = [5, 6, 7, 8, 9].flatMap((month) => [[`2025-0${month}-01`, 100_000] as const, [`2026-0${month}-02`, 180_000] as const]);
    expect(counted(rows)).toEqual(['2026 A01 2026年5—10月罚没收入9,000元，上年同期5,000元，增长80%']);
    expect(counted([...rows, ['2026-01-05', 9_000_000]])).toEqual(['2026 A01 2026年5—10月罚没收入9,000元，上年同期5,000元，增长80%']);
  });

  it('全年六成案件在十二月（A03）', () => {
    const days = ['2025-02-01', '2025-03-01', '2025-12-01', '2025-12-02', '2025-12-03'];
    expect(counted(days.map((on) => [on, 100] as const))).toEqual(['2025 A03 2025年5件处罚中有3件在十二月作出，占60%']);
  });

  it('一人一日九件（A03）', () => {
    const rows = Array.from({ length: 9 }, () => ['2026-05-06', 100, '张某'] as const);
    expect(counted([...rows, ['2026-01-06', 100, '李某'], ['2026-02-06', 100, '李某'], ['2026-03-06', 100, '李某']])).toEqual([
      '2026 A03 张某在2026-05-06一日作出9件处罚',
    ]);
  });

  it('两人各有一日九件的，列出日期在先的；同一日的按姓名，与行的先后无关（A03）', () => {
    const nine = (on: string, who: string) => Array.from({ length: 9 }, () => [on, 100, who] as const);
    const spread = ['01', '02', '03', '04'].map((month) => [`2026-${month}-06`, 100, '王某'] as const);
    const later = counted([...nine('2026-05-07', '张某'), ...nine('2026-05-06', '李某'), ...spread]);
    expect(later).toEqual(['2026 A03 李某在2026-05-06一日作出9件处罚']);
    const sameDay = counted([...nine('2026-05-06', '李某'), ...nine('2026-05-06', '乙某'), ...spread]);
    expect(sameDay).toContain('2026 A03 乙某在2026-05-06一日作出9件处罚');
  });
});
