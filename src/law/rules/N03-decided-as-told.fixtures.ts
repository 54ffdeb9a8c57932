import type { CaseProcessFacts } from './case-facts.ts';
import { fineOf, told } from './lawful-case.fixtures.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

export const N03_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'N03',
  trips: [
    { say: '告知5,000元，决定8,000元', facts: { penalty: fineOf(8000) } },
    { say: '增加处罚种类', facts: { penalty: { ...fineOf(5000), kinds: ['CF01', 'CF03'] } } },
  ],
  clears: [
    { say: '就新的事实重新告知8,000元', facts: { ...told({ penalty: fineOf(8000) }), penalty: fineOf(8000), proposed: fineOf(8000) } },
    { say: '决定轻于告知', facts: { penalty: fineOf(4000) } },
  ],
  unknown: [],
};
