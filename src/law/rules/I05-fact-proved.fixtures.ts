import type { CaseProcessFacts } from './case-facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

const proof = (...evidence: CaseProcessFacts['proofs'][number]['evidence']): Partial<CaseProcessFacts> => ({
  proofs: [{ no: 1, evidence }],
});

export const I05_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'I05',
  trips: [
    { say: '违法所得的事实没有证据', facts: proof() },
    { say: '只有一份证人证言', facts: proof({ no: 1, sound: true, spoken: true }) },
    { say: '所引证据没有查证属实', facts: proof({ no: 1, sound: true, spoken: false }, { no: 2, sound: false, spoken: false }) },
  ],
  clears: [
    { say: '账簿和银行流水', facts: proof({ no: 1, sound: true, spoken: false }, { no: 2, sound: true, spoken: false }) },
    { say: '陈述有书证印证', facts: proof({ no: 1, sound: true, spoken: true }, { no: 2, sound: true, spoken: false }) },
    { say: '尚未终结', facts: { proofs: [] } },
  ],
  unknown: [],
};
