import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const added = (takenFen: number, mostFen: number): Partial<CaseProcessFacts> => ({
  surcharges: [{ on: day('2026-06-01'), takenFen, mostFen }],
});

export const E06_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'E06',
  trips: [
    { say: '罚款10,000元，加处10,200元', facts: added(1_020_000, 1_000_000) },
    { say: '至多10,000元，加处10,000.01元', facts: added(1_000_001, 1_000_000) },
    { say: '缴款期限届满以前加处', facts: added(30_000, 0) },
  ],
  clears: [
    { say: '加处10,000元（第34日封顶）', facts: added(1_000_000, 1_000_000) },
    { say: '没有加处', facts: { surcharges: [] } },
  ],
  unknown: [],
};
