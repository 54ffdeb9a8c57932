import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const applied = (urged: string | null, on: string): Partial<CaseProcessFacts> => ({ urgedOn: dayOf(urged), appliedOn: day(on) });

export const E08_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'E08',
  trips: [
    { say: '3月2日催告送达，3月13日申请', facts: applied('2026-03-02', '2026-03-13') },
    { say: '第十个工作日当日申请', facts: applied('2026-03-02', '2026-03-16') },
    { say: '没有催告', facts: applied(null, '2026-03-13') },
  ],
  clears: [
    { say: '3月17日（第十一个工作日）申请', facts: applied('2026-03-02', '2026-03-17') },
    { say: '没有申请', facts: {} },
  ],
  unknown: [{ say: '次年放假安排未载入', facts: applied('2026-12-28', '2027-01-20'), missing: '放假安排未载入' }],
};
