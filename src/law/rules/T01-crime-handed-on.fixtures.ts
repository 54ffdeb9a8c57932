import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const crime = (transferred: string | null): Partial<CaseProcessFacts> => ({
  suspectedOn: day('2026-03-09'),
  transferredOn: dayOf(transferred),
});

export const T01_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'T01',
  trips: [{ say: '达到立案追诉标准，只处罚款', facts: crime(null) }],
  clears: [
    { say: '已经移送', facts: crime('2026-03-10') },
    { say: '没有涉嫌犯罪', facts: { suspectedOn: null } },
  ],
  unknown: [],
};
