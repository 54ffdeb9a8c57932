import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const review = (passed: string | null): Partial<CaseProcessFacts> => ({ grounds: ['经过听证程序'], passedOn: dayOf(passed) });

export const D01_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'D01',
  trips: [
    { say: '举行了听证，没有审核', facts: review(null) },
    { say: '决定以后才审核通过', facts: review('2026-03-17') },
  ],
  clears: [
    { say: '3月9日通过，3月16日决定', facts: review('2026-03-09') },
    { say: '决定当日通过', facts: review('2026-03-16') },
    { say: '不属于应当审核的情形', facts: { grounds: [] } },
  ],
  unknown: [],
};
