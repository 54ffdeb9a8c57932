import type { CaseProcessFacts } from './case-facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

export const D06_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'D06',
  trips: [{ say: '没有写明', facts: { correction: 'none' } }],
  clears: [
    { say: '写明“已停业，无需改正”', facts: { correction: 'told' } },
    { say: '不予处罚', facts: { correction: 'none', outcome: 'not-punished', penalty: null } },
  ],
  unknown: [{ say: '没有改正情况', facts: { correction: null }, missing: '缺责令改正情况' }],
};
