import type { CaseProcessFacts } from './case-facts.ts';
import { hearingOf, told } from './lawful-case.fixtures.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

export const N01_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'N01',
  trips: [
    { say: '3月2日告知，3月3日决定，没有放弃', facts: { ...told({}), decidedOn: day('2026-03-03') } },
    { say: '没有告知', facts: { notice: null } },
    { say: '决定以后才送达告知', facts: { ...told({ servedOn: day('2026-03-17') }) } },
    {
      say: '听证是关于先前的报告，重新告知以后期限届满当日决定',
      facts: { ...told({}), ...hearingOf({ earlier: true }), decidedOn: day('2026-03-09') },
    },
    { say: '期限届满当日决定', facts: { ...told({}), decidedOn: day('2026-03-09') } },
  ],
  clears: [
    { say: '本次告知的听证已经撤回要求', facts: { ...told({}), ...hearingOf({}), decidedOn: day('2026-03-09') } },
    { say: '3月3日书面放弃', facts: { ...told({ waivedOn: day('2026-03-03') }), decidedOn: day('2026-03-03') } },
    { say: '期限届满次日决定', facts: { ...told({}), decidedOn: day('2026-03-10') } },
    {
      say: '当场处罚，当场告知',
      facts: { ...told({}), procedure: 'summary', decidedOn: day('2026-03-02'), recordedOn: day('2026-03-02') },
    },
    { say: '不予处罚', facts: { notice: null, outcome: 'not-punished', penalty: null } },
  ],
  unknown: [
    {
      say: '次年放假安排未载入',
      facts: { ...told({ servedOn: day('2026-12-28') }), decidedOn: day('2027-01-10') },
      missing: '放假安排未载入',
    },
  ],
};
