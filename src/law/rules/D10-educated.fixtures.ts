import type { CaseProcessFacts } from './case-facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

const spared = (underArticle33: boolean, educated: boolean): Partial<CaseProcessFacts> => ({
  outcome: 'not-punished',
  penalty: null,
  notice: null,
  underArticle33,
  educated,
});

export const D10_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'D10',
  trips: [{ say: '没有教育记录', facts: spared(true, false) }],
  clears: [
    { say: '有谈话记录', facts: spared(true, true) },
    { say: '违法事实不成立等其他情形', facts: spared(false, false) },
    { say: '给予了处罚', facts: { underArticle33: true } },
  ],
  unknown: [],
};
