import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const chain = (handed: string | null, banked: string | null): Partial<CaseProcessFacts> => ({
  handedIn: [{ on: day('2026-03-06'), handedInOn: dayOf(handed), bankedOn: dayOf(banked) }],
});

export const E05_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'E05',
  trips: [
    { say: '3月6日（星期五）收缴，3月11日交至机关', facts: chain('2026-03-11', '2026-03-11') },
    { say: '机关第三个工作日才缴付银行', facts: chain('2026-03-06', '2026-03-11') },
    { say: '没有交', facts: chain(null, null), today: '2026-03-11' },
  ],
  clears: [
    { say: '3月10日交至机关', facts: chain('2026-03-10', '2026-03-10') },
    { say: '没有当场收缴', facts: { handedIn: [] } },
  ],
  unknown: [
    {
      say: '次年放假安排未载入',
      facts: { handedIn: [{ on: day('2026-12-30'), handedInOn: null, bankedOn: null }] },
      today: '2027-02-01',
      missing: '放假安排未载入',
    },
  ],
};
