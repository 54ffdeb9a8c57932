import type { CaseProcessFacts } from './case-facts.ts';
import { hearingOf, TOLD } from './lawful-case.fixtures.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const offered = (more: Partial<typeof TOLD>): Partial<CaseProcessFacts> => ({
  notice: { ...TOLD, hearing: true, waivedOn: day('2026-03-02'), ...more },
});

const heardBefore = hearingOf({ earlier: true });

export const N07_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'N07',
  trips: [
    { say: '3月2日告知，3月6日决定，没有放弃', facts: { ...offered({}), decidedOn: day('2026-03-06') } },
    { say: '听证是关于先前的报告，重新告知以后期限届满前决定', facts: { ...offered({}), ...heardBefore, decidedOn: day('2026-03-09') } },
    { say: '第五个工作日决定', facts: { ...offered({}), decidedOn: day('2026-03-09') } },
  ],
  clears: [
    { say: '3月10日决定', facts: { ...offered({}), decidedOn: day('2026-03-10') } },
    { say: '听证是关于先前的报告，重新告知以后期限届满次日决定', facts: { ...offered({}), ...heardBefore, decidedOn: day('2026-03-10') } },
    { say: '本次告知的听证已经撤回要求', facts: { ...offered({}), ...hearingOf({}), decidedOn: day('2026-03-09') } },
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
