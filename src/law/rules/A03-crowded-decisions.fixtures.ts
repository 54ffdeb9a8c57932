import type { YearOfDecisions } from './counter-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

export const YEAR: YearOfDecisions = {
  year: 2025,
  cases: 100,
  decemberCases: 10,
  dataFrom: day('2025-01-03'),
  busiest: { officer: '甲', day: day('2025-05-06'), cases: 3 },
};

export const A03_FIXTURES: RuleFixtures<YearOfDecisions> = {
  rule: 'A03',
  trips: [
    { say: '一日十二件', facts: { busiest: { officer: '甲', day: day('2025-05-06'), cases: 12 } } },
    { say: '一日九件', facts: { busiest: { officer: '甲', day: day('2025-05-06'), cases: 9 } } },
    { say: '十二月占41%', facts: { decemberCases: 41 } },
    { say: '没有承办人，十二月占41%', facts: { decemberCases: 41, busiest: null } },
    { say: '年度未结束，一日九件', facts: { year: 2026, busiest: { officer: '甲', day: day('2026-05-06'), cases: 9 } } },
    { say: '五件中三件在十二月', facts: { cases: 5, decemberCases: 3 } },
    { say: '数据自六月起', facts: { decemberCases: 41, dataFrom: day('2025-06-30') } },
  ],
  clears: [
    { say: '一日三件', facts: {} },
    { say: '一日八件', facts: { busiest: { officer: '甲', day: day('2025-05-06'), cases: 8 } } },
    { say: '十二月占40%', facts: { decemberCases: 40 } },
    { say: '四件中三件在十二月', facts: { cases: 4, decemberCases: 3 } },
    { say: '没有承办人，十二月占比正常', facts: { busiest: null } },
  ],
  unknown: [
    { say: '年度未结束', facts: { decemberCases: 41 }, today: '2025-12-31', missing: '缺全年数据' },
    { say: '只有下半年数据', facts: { decemberCases: 41, dataFrom: day('2025-07-01') }, missing: '缺全年数据' },
    { say: '没有数据', facts: { cases: 0, decemberCases: 0, dataFrom: null }, missing: '缺全年数据' },
  ],
};
