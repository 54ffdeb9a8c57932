import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type LenientEntry, localDate } from '#law';
import type { ListsOfDay } from '#law/discretion/lists-of-day';
import { CASE_RULES, judge } from '#law/rules/index';
import { testCalendar } from '#testing/rehearsal';
import { caseProcessFacts } from './facts-of-a-case.ts';
import { weighedOn } from './facts-of-weighing.ts';
import type { OrdinaryPenalty } from './model.ts';
import { CAST, clue, DECIDE, type Input, NONE, REPORT } from './testing.ts';
import { BENCHMARK, investigatedUnder, toldUnder } from './testing-weighing.ts';

const WEIGHED = ['D04', 'Q01', 'Q02', 'Q03', 'Q04'];
const LISTS: ListsOfDay = { lenient: [], benchmark: BENCHMARK };
const FREE: LenientEntry = { list: 'no-penalty', name: '未明码标价', conditions: '首次，当场改正' };
const context = { profile: BAYANNUR_2026, calendar: testCalendar({}), today: localDate('2026-06-01') };
const state = (r: { readonly state: unknown }) => r.state as OrdinaryPenalty;

function judged(s: OrdinaryPenalty, lists: ListsOfDay | null) {
  const officerOn = (key: string) => ({ key, certificate: 'valid' as const });
  const rules = CASE_RULES.filter(({ id }) => WEIGHED.includes(id));
  return judge(rules, caseProcessFacts(s, { officerOn, party: null, lists }, context), context);
}
const doubts = (s: OrdinaryPenalty, lists: ListsOfDay | null = LISTS): readonly string[] => judged(s, lists).doubts.map((d) => d.rule.id);
const missing = (s: OrdinaryPenalty, lists: ListsOfDay): readonly string[] => judged(s, lists).notJudged.map((n) => n.rule);
/** A report told from elsewhere, in which nothing is refused. */
const told = (more: Input) =>
  state(investigatedUnder(BENCHMARK).reports(CAST.handlerA, 'conclude', { ...REPORT, benchmarkTier: 2, ...more }, '2026-06-01'));

describe('案件的裁量由规则判断：幅度D04、基准Q01、应免Q02、从轻减轻Q03、顶格Q04（处罚法第三十二条至第三十四条）', () => {
  it.each<readonly [string, Input, readonly string[]]>([
    ['档内', {}, []],
    ['没有选档', { benchmarkTier: null }, ['Q01']],
    ['超出档次一分', { fine: 300_001 }, ['Q01']],
    ['超出档次而写明理由', { fine: 300_001, deviation: '持续时间长' }, []],
    ['超出法定幅度一分的只问幅度', { fine: 500_001 }, ['D04']],
    ['达到法定上限', { fine: 500_000, deviation: '持续时间长' }, ['Q04']],
    ['从轻没有情形', { tier: 'lighter', benchmarkTier: 1, fine: 50_000 }, ['Q03']],
    ['从轻的情形没有证据', { tier: 'lighter', benchmarkTier: 1, fine: 50_000, mitigation: ['undone'], mitigationEvidence: '9' }, ['Q03']],
    ['从轻的情形有证据', { tier: 'lighter', benchmarkTier: 1, fine: 50_000, mitigation: ['undone'], mitigationEvidence: '1' }, []],
    ['不予处罚', { ...NONE, outcome: 'not-punished', tier: 'none', benchmarkTier: null }, []],
  ])('补录的报告：%s', (_, more, rules) => {
    expect(doubts(told(more))).toEqual(rules);
  });

  it('事项在不予处罚清单上而处罚的，写明理由的不疑', () => {
    const lists = { ...LISTS, lenient: [FREE] };
    expect(doubts(told({}), lists)).toEqual(['Q02']);
    expect(doubts(told({ notFree: '一年内第二次' }), lists)).toEqual([]);
  });

  it('罚款按违法所得的倍数：没有没收的按填写的违法所得，没有填写的不能判断（D04）', () => {
    const { content } = BENCHMARK;
    const statutory = {
      kinds: ['CF03'] as const,
      fine: { measure: 'income' as const, from: 0, to: 5_000, fromOpen: false, toOpen: false },
    };
    const lists = { ...LISTS, benchmark: { ...BENCHMARK, content: { ...content, statutory } } };
    const reason = { deviation: '基准没有规定' };
    expect(doubts(told({ ...reason, fine: 500_001, gain: 100_000 }), lists)).toEqual(['D04']);
    expect(doubts(told({ ...reason, fine: 450_000, gain: 100_000 }), lists)).toEqual([]);
    expect(missing(told({ ...reason, fine: 500_001 }), lists)).toContain('D04');
    expect(missing(told({ ...reason, fine: 500_001, gain: 100_000 }), lists)).toEqual([]);
  });

  it('平台办理的决定沿用报告的裁量；没有提出处罚的不问，也不查清单', () => {
    const decided = state(toldUnder({ benchmarkTier: 2 }).does(CAST.head, 'decide', DECIDE));
    expect(doubts(decided)).toEqual([]);
    expect(weighedOn(decided)).toMatchObject({ on: decided.decision?.on, punished: { itemCode: 'SJ-001' } });
    expect([weighedOn(state(clue())), doubts(state(clue()), null)]).toEqual([null, []]);
  });
});
