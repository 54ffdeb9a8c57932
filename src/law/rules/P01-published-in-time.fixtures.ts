import type { PenaltyFacts } from './facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const LATE = { published: { on: day('2026-03-12') } };

export const P01_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'P01',
  trips: [
    { say: '3月2日决定，至3月12日未公示', facts: { published: { on: null } }, today: '2026-03-12' },
    { say: '3月2日决定，3月12日公示', facts: LATE },
  ],
  clears: [
    { say: '3月2日决定，3月11日公示', facts: { published: { on: day('2026-03-11') } } },
    { say: '3月2日决定，至3月11日尚未公示', facts: { published: { on: null } }, today: '2026-03-11' },
    { say: '简易程序不在报送范围', facts: { ...LATE, procedure: 'summary', fineFen: 300_000, publicUntil: null } },
    { say: '仅警告不在报送范围', facts: { ...LATE, kinds: ['CF01'], fineFen: null, publicUntil: null } },
  ],
  unknown: [
    { say: '没有公示日期一栏', facts: { published: null }, missing: '缺公示日期' },
    { say: '程序不明的小额罚款可能是当场处罚', facts: { ...LATE, procedure: null, fineFen: 300_000 }, missing: '缺处罚程序' },
    {
      say: '年末决定，次年放假安排未载入',
      facts: { decidedOn: day('2026-12-28'), published: { on: day('2027-02-01') }, served: null, validUntil: null, publicUntil: null },
      today: '2027-02-01',
      missing: '放假安排未载入',
    },
  ],
};
