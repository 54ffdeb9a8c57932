import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const clue = (on: string | null, settled: string | null): Partial<CaseProcessFacts> => ({
  sufficientOn: dayOf(on),
  settledOn: dayOf(settled),
});

export const F04_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'F04',
  trips: [
    { say: '3月2日符合立案标准，3月30日没有立案', facts: clue('2026-03-02', null), today: '2026-03-30' },
    { say: '第十六个工作日才立案', facts: clue('2026-03-02', '2026-03-24') },
  ],
  clears: [
    { say: '3月10日立案', facts: clue('2026-03-02', '2026-03-10') },
    { say: '第十五个工作日立案', facts: clue('2026-03-02', '2026-03-23') },
    { say: '尚在期内', facts: clue('2026-03-02', null), today: '2026-03-23' },
    { say: '没有提请立案', facts: clue(null, null) },
  ],
  unknown: [{ say: '次年放假安排未载入', facts: clue('2026-12-28', null), today: '2027-02-10', missing: '放假安排未载入' }],
};
