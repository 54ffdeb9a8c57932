import type { CaseProcessFacts } from './case-facts.ts';
import { fineOf, TOLD } from './lawful-case.fixtures.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const after = (yuan: number): Partial<CaseProcessFacts> => ({
  earlier: { ...TOLD, servedOn: day('2026-02-24') },
  notice: { ...TOLD, penalty: fineOf(yuan) },
  proposed: fineOf(yuan),
  penalty: fineOf(yuan),
  statements: [{ no: 1, on: day('2026-02-25'), recheckedOn: day('2026-02-26') }],
});

export const N04_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'N04',
  trips: [
    { say: '陈述申辩以后由5,000元改为6,000元', facts: after(6000) },
    { say: '陈述申辩以后多罚一分', facts: after(500_001 / 100) },
  ],
  clears: [
    { say: '仍为5,000元', facts: after(5000) },
    { say: '由5,000元改为4,000元', facts: after(4000) },
    { say: '写明新查明的事实', facts: { ...after(6000), newFacts: true } },
    { say: '没有陈述申辩', facts: { ...after(6000), statements: [] } },
  ],
  unknown: [],
};
