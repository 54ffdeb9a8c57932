import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const open = (filed: string, last: string | null): Partial<CaseProcessFacts> => ({
  filedOn: day(filed),
  movesOn: true,
  lastRecordOn: dayOf(last),
  decidedOn: null,
  outcome: null,
});

export const F08_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'F08',
  trips: [
    { say: '最近办理记录在四十五日以前', facts: open('2026-02-02', '2026-03-02'), today: '2026-04-16' },
    { say: '第三十一日没有新的记录', facts: open('2026-02-02', '2026-03-16'), today: '2026-04-16' },
    { say: '立案后第一百八十一日没有决定', facts: open('2026-01-05', '2026-07-01'), today: '2026-07-05' },
  ],
  clears: [
    { say: '五日前有办理', facts: open('2026-02-02', '2026-04-11'), today: '2026-04-16' },
    { say: '第三十日', facts: open('2026-02-02', '2026-03-17'), today: '2026-04-16' },
    { say: '立案后第一百八十日', facts: open('2026-01-05', '2026-07-01'), today: '2026-07-04' },
    { say: '已经作出决定', facts: {}, today: '2026-12-01' },
  ],
  unknown: [{ say: '没有办理记录的日期', facts: open('2026-02-02', null), today: '2026-02-10', missing: '缺最近办理记录的日期' }],
};
