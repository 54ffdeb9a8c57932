import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type LocalDate, SHIPPED_LAWS } from '#law';
import { judge, PENALTY_RULES } from '#law/rules/index';
import { testCalendar } from '#testing/rehearsal';
import { type DecisionSurroundings, penaltyFacts } from './facts.ts';
import type { OrdinaryPenalty } from './model.ts';
import {
  A,
  ANNOUNCE,
  archived,
  CAST,
  concluded,
  DECIDE,
  decided,
  decidedAfterHearing,
  deliberating,
  EXPIRED,
  performing,
  SERVE,
  STAGE,
  sent,
  settled,
} from './testing.ts';

const day = (text: string) => text as LocalDate;
const held = new Map([...STAGE.facts.certificates].map(([id, list]) => [id, list.map((c) => ({ ...c, domains: ['市场监管'] }))]));
const AROUND: DecisionSurroundings = { organ: { kind: 'department', qualification: 'confirmed' }, certificates: held, laws: SHIPPED_LAWS };

function doubts(s: OrdinaryPenalty, today = '2026-06-30', around = AROUND): readonly string[] {
  const facts = penaltyFacts(s, around);
  if (facts === null) return ['没有决定'];
  const context = { profile: BAYANNUR_2026, calendar: testCalendar({}), today: day(today) };
  return judge(PENALTY_RULES, facts, context).doubts.map((d) => d.rule.id);
}
const state = (r: { readonly state: unknown }) => r.state as OrdinaryPenalty;

describe('平台办理的处罚由与补报决定相同的规则判断', () => {
  it('合法办理的案件一条也不疑；没有作出处罚决定的不判断', () => {
    expect(doubts(state(archived()))).toEqual([]);
    expect(doubts(state(sent(decidedAfterHearing())))).toEqual(['P01']);
    expect(penaltyFacts(state(concluded()), AROUND)).toBeNull();
  });

  it('逾期送达（E01）、逾期公示（P01）：届满当日不疑，次日疑', () => {
    const unserved = state(decided());
    expect(doubts(unserved, '2026-06-10')).toEqual([]);
    expect(doubts(unserved, '2026-06-11')).toEqual(['E01', 'P01']);
    expect(doubts(state(performing()), '2026-06-11')).toEqual(['P01']);
    const late = settled(settled(decided(), false).does(CAST.sealer, 'seal')).on('2026-06-11');
    const served = late.does(CAST.handlerA, 'serve', { how: 'in-person', receivedOn: '2026-06-11', receiver: '负责人' });
    expect(doubts(state(served), '2026-06-11')).toEqual(['E01', 'P01']);
  });

  it('公告送达（民事诉讼法第九十五条）：七个工作日内发出公告的不算逾期（E01），次日才发出的疑；平台办理、补录同一尺度', () => {
    const failed = { how: '直接送达', reason: '下落不明' };
    const twice = settled(settled(decided(), false).does(CAST.sealer, 'seal'))
      .does(CAST.handlerA, 'fail-service', failed)
      .does(CAST.handlerA, 'fail-service', failed);
    // A notice may be running that nobody tells of before it ends.
    expect(doubts(state(twice), '2026-06-11')).toEqual(['P01']);
    expect(doubts(state(twice), '2026-07-20')).toEqual(['E01', 'P01']);
    const input = (publishedOn: string) => ({ ...SERVE, how: 'public', publishedOn, receivedOn: '2026-07-20' });
    const begin = (on: string) => twice.on(on).does(CAST.handlerA, 'announce', { ...ANNOUNCE, on });
    const performed = (on: string) => doubts(state(begin(on).on('2026-07-20').does(CAST.handlerA, 'serve', input(on))), '2026-07-20');
    expect([performed('2026-06-10'), performed('2026-06-11')]).toEqual([['P01'], ['E01', 'P01']]);
    const begun = (on: string) => state(begin(on));
    // It is known from the day on which it began, before it has ended.
    expect([doubts(begun('2026-06-10'), '2026-07-20'), doubts(begun('2026-06-11'), '2026-07-20')]).toEqual([['P01'], ['E01', 'P01']]);
    const elsewhere = deliberating().reports(CAST.handlerA, 'decide', { ...DECIDE, ownNumber: '临市监罚〔2026〕9号' }, '2026-06-01');
    const reported = (on: string) =>
      doubts(state(elsewhere.on('2026-07-20').reports(CAST.handlerA, 'serve', input(on), '2026-07-20')), '2026-07-20');
    expect([reported('2026-06-10'), reported('2026-06-11')]).toEqual([['P01'], ['E01', 'P01']]);
  });

  it('超过办案期限（F06）：第九十日不疑，次日疑，依法扣除的日数不计', () => {
    const at = (on: string) =>
      ({ ...state(decided()), decision: { ...state(decided()).decision, on: day(on), receivedOn: day(on) } }) as OrdinaryPenalty;
    expect(doubts(at('2026-08-30'), '2026-08-30')).toEqual([]);
    expect(doubts(at('2026-08-31'), '2026-08-31')).toEqual(['F06']);
    const pause = {
      cause: 'appraisal',
      basis: '《某条例》第三条',
      from: day('2026-06-05'),
      until: day('2026-06-06'),
      counts: true,
    } as const;
    expect(doubts({ ...at('2026-08-31'), pauses: [pause] }, '2026-08-31')).toEqual([]);
  });

  it('承办人证件失效（S09、S10）、主体资格（S01）、追责时效（F01）与办理条件同一尺度', () => {
    const s = state(performing());
    expect(doubts({ ...s, handlerIds: [A, EXPIRED] }, '2026-06-01')).toContain('S09');
    expect(doubts(s, '2026-06-01', { ...AROUND, organ: { kind: 'department', qualification: 'suspended' } })).toContain('S01');
    expect(doubts({ ...s, actEndedOn: day('2024-05-19'), actStartedOn: day('2024-05-19') }, '2026-06-01')).toContain('F01');
  });

  it('补录的决定带着同样的事实：公示内容中的身份证号（P06）', () => {
    const reported = deliberating().reports(
      CAST.handlerA,
      'decide',
      { ...DECIDE, content: '对150802199001010017罚款2,000元。', ownNumber: '临市监罚〔2026〕9号' },
      '2026-06-01',
    );
    expect(doubts(state(reported), '2026-06-01')).toContain('P06');
  });
});
