import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const told20 = (decided: string | null, toldOn: string): Partial<CaseProcessFacts> => ({
  answered: { decidedOn: dayOf(decided), toldOn: day(toldOn) },
});

export const T03_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'T03',
  trips: [{ say: '决定后第二十一日才收到告知', facts: told20('2026-03-02', '2026-03-24') }],
  clears: [
    { say: '决定后第十八日收到', facts: told20('2026-03-02', '2026-03-20') },
    { say: '没有移送', facts: { answered: null } },
  ],
  unknown: [{ say: '没有决定日期', facts: told20(null, '2026-03-24'), missing: '缺受移送机关作出决定的日期' }],
};
