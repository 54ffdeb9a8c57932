import type { PenaltyFacts, Undone } from './facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

function undone(offlineOn: string | null, reasonGiven = true): { undone: Undone } {
  return { undone: { effectOn: day('2026-03-02'), offlineOn: offlineOn === null ? null : day(offlineOn), reasonGiven } };
}

export const P04_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'P04',
  trips: [
    { say: '3月2日生效，3月6日仍在网上', facts: undone(null), today: '2026-03-06' },
    { say: '3月2日生效，3月6日撤下', facts: undone('2026-03-06') },
    { say: '按期撤下而没有说明理由', facts: undone('2026-03-05', false) },
  ],
  clears: [
    { say: '3月2日生效，3月5日撤下', facts: undone('2026-03-05') },
    { say: '3月2日生效，3月5日尚在期内', facts: undone(null), today: '2026-03-05' },
    { say: '决定没有变动', facts: { undone: 'stands' } },
  ],
  unknown: [
    { say: '不知道决定是否变动', facts: { undone: null }, missing: '缺决定被变更、撤销的情况' },
    {
      say: '次年放假安排未载入',
      facts: { undone: { effectOn: day('2026-12-31'), offlineOn: null, reasonGiven: false } },
      today: '2027-01-10',
      missing: '放假安排未载入',
    },
  ],
};
