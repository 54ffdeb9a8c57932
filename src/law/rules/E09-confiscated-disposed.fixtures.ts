import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const dayOf = (on: string | null) => (on === null ? null : day(on));
const goods = (ended: string | null): Partial<CaseProcessFacts> => ({
  confiscated: [{ name: '电子秤', effectOn: day('2026-01-05'), endedOn: dayOf(ended) }],
});

export const E09_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'E09',
  trips: [
    { say: '生效一百二十日没有处置', facts: goods(null), today: '2026-05-05' },
    { say: '第九十一日才处置', facts: goods('2026-04-06') },
  ],
  clears: [
    { say: '有拍卖记录', facts: goods('2026-03-01') },
    { say: '第九十日', facts: goods(null), today: '2026-04-05' },
    { say: '没有没收', facts: { confiscated: [] } },
  ],
  unknown: [],
};
