import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const stated = (rechecked: string | null): Partial<CaseProcessFacts> => ({
  statements: [{ no: 1, on: day('2026-03-04'), recheckedOn: dayOf(rechecked) }],
});

export const N05_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'N05',
  trips: [
    { say: '没有复核', facts: stated(null) },
    { say: '决定以后才复核', facts: stated('2026-03-17') },
  ],
  clears: [
    { say: '写明不采纳的理由', facts: stated('2026-03-05') },
    { say: '决定当日复核', facts: stated('2026-03-16') },
    { say: '没有陈述申辩', facts: { statements: [] } },
  ],
  unknown: [],
};
