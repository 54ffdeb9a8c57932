import type { CaseProcessFacts } from './case-facts.ts';
import { weighed, weighedAs } from './lawful-case.fixtures.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

const NORMAL = { tier: 4, deviation: '情节较重' } as const;

export const Q04_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'Q04',
  trips: [
    { say: '罚款为上限10万元，没有从重情节', facts: weighedAs(100_000, NORMAL) },
    { say: '罚款9.5万元，达到上限的95%', facts: weighedAs(95_000, NORMAL) },
  ],
  clears: [
    { say: '从重档', facts: weighedAs(100_000, { levels: ['heavy'], tier: 5 }) },
    { say: '有危害后果', facts: weighedAs(100_000, NORMAL, { harm: true }) },
    { say: '罚款94,999.99元', facts: weighedAs(0, { ...NORMAL, fineFen: 9_499_999 }) },
    { say: '罚款94,999元', facts: weighedAs(94_999, NORMAL) },
  ],
  unknown: [
    { say: '没有基准', facts: weighed({ tier: null }, { lists: { lenient: [], benchmark: null } }), missing: '缺罚则条款的罚款幅度' },
  ],
};
