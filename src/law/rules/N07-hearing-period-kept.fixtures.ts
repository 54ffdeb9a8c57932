import type { CaseProcessFacts } from './case-facts.ts';
import { TOLD } from './lawful-case.fixtures.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const offered = (more: Partial<typeof TOLD>): Partial<CaseProcessFacts> => ({
  notice: { ...TOLD, hearing: true, waivedOn: day('2026-03-02'), ...more },
});

export const N07_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'N07',
  trips: [
    { say: '3月2日告知，3月6日决定，没有放弃', facts: { ...offered({}), decidedOn: day('2026-03-06') } },
    { say: '第五个工作日决定', facts: { ...offered({}), decidedOn: day('2026-03-09') } },
  ],
  clears: [
    { say: '3月10日决定', facts: { ...offered({}), decidedOn: day('2026-03-10') } },
    { say: '书面放弃听证', facts: { ...offered({ hearingWaivedOn: day('2026-03-03') }), decidedOn: day('2026-03-06') } },
  ],
  unknown: [
    {
      say: '次年放假安排未载入',
      facts: { ...offered({ servedOn: day('2026-12-28') }), decidedOn: day('2027-01-10') },
      missing: '放假安排未载入',
    },
  ],
};
