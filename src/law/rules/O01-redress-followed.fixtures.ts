import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import type { RedressFact, RedressFacts } from './redress-facts.ts';

const on = (more: Partial<RedressFact>): Partial<RedressFacts> => ({
  redressed: [{ no: 1, via: '行政复议', effectOn: day('2026-03-02'), redo: null, giveBack: null, pooled: true, ...more }],
});
const opinion = (reportedOn: string | null): Partial<RedressFacts> => ({
  opinions: [{ no: 1, receivedOn: day('2026-03-02'), reportedOn: reportedOn === null ? null : day(reportedOn) }],
});

export const O01_FIXTURES: RuleFixtures<RedressFacts> = {
  rule: 'O01',
  trips: [
    { say: '意见书收到后第六十五日还没有报告', facts: opinion(null), today: '2026-05-06' },
    { say: '意见书收到后第六十一日还没有报告', facts: opinion(null), today: '2026-05-02' },
    { say: '意见书收到后第六十一日才报告', facts: opinion('2026-05-02') },
    { say: '判决定有期限，届满次日没有重作', facts: on({ redo: { by: day('2026-04-01'), doneOn: null } }), today: '2026-04-02' },
    { say: '没有写明期限，六十日后才重作', facts: on({ redo: { by: null, doneOn: day('2026-05-12') } }) },
    { say: '纠错生效，没有列入案卷评查', facts: on({ pooled: false }) },
    { say: '第十六个工作日还没有退还', facts: on({ giveBack: { doneOn: null } }), today: '2026-03-24' },
    { say: '退还超过十五个工作日', facts: on({ giveBack: { doneOn: null } }), today: '2026-03-25' },
    {
      say: '一项因次年放假安排未载入不能判断，不掩盖另一项已经逾期的',
      facts: { ...on({ effectOn: day('2026-12-28'), giveBack: { doneOn: null } }), ...opinion(null) },
      today: '2026-12-31',
    },
  ],
  clears: [
    { say: '意见书收到后第五十五日尚在期内', facts: opinion(null), today: '2026-04-26' },
    { say: '意见书收到后第六十日尚在期内', facts: opinion(null), today: '2026-05-01' },
    { say: '第十五个工作日退还', facts: on({ giveBack: { doneOn: day('2026-03-23') } }) },
    { say: '按期报告', facts: opinion('2026-04-30') },
    { say: '定有期限的，期限当日重作', facts: on({ redo: { by: day('2026-04-01'), doneOn: day('2026-04-01') } }) },
    { say: '按期退还', facts: on({ giveBack: { doneOn: day('2026-03-20') } }) },
    { say: '维持，没有要办的', facts: {} },
  ],
  unknown: [
    { say: '纠错以后没有逾期的，没有列入案卷评查的记录', facts: on({ pooled: null }), missing: '缺列入案卷评查的记录' },
    {
      say: '意见书收到时的复议法未载入',
      facts: { opinions: [{ no: 1, receivedOn: day('2023-12-29'), reportedOn: null }] },
      missing: '决定时的法律规定未载入',
    },
    {
      say: '次年放假安排未载入',
      facts: on({ effectOn: day('2026-12-28'), giveBack: { doneOn: null } }),
      today: '2027-02-10',
      missing: '放假安排未载入',
    },
  ],
};
