import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const told20 = (decided: string | null, toldOn: string | null): Partial<CaseProcessFacts> => ({
  answered: { decidedOn: dayOf(decided), toldOn: dayOf(toldOn) },
});

export const T03_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'T03',
  trips: [
    { say: '3月2日决定，第二十日是星期日，顺延的次日才收到告知', facts: told20('2026-03-02', '2026-03-24') },
    { say: '3月3日决定，第二十一日还没有书面告知', facts: told20('2026-03-03', null), today: '2026-03-24' },
    { say: '决定以后一直没有书面告知', facts: told20('2026-03-02', null), today: '2026-12-20' },
  ],
  clears: [
    { say: '决定后第十八日收到', facts: told20('2026-03-02', '2026-03-20') },
    { say: '末日顺延至星期一，当日收到', facts: told20('2026-03-02', '2026-03-23') },
    { say: '决定后第十八日，还没有告知', facts: told20('2026-03-02', null), today: '2026-03-20' },
    { say: '3月3日决定，第二十日还没有告知', facts: told20('2026-03-03', null), today: '2026-03-23' },
    { say: '没有移送', facts: { answered: null } },
  ],
  unknown: [
    { say: '没有决定日期', facts: told20(null, '2026-03-24'), missing: '缺受移送机关作出决定的日期' },
    { say: '次年放假安排未载入', facts: told20('2026-12-20', null), today: '2027-02-01', missing: '放假安排未载入' },
  ],
};
