import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import type { UnitDuties } from './unit-facts.ts';

const rounds = (lastOpenedOn: string | null, since: string | null = '2019-03-01'): Partial<UnitDuties> => ({
  kind: 'bureau',
  rounds: { since: since === null ? null : day(since), lastOpenedOn: lastOpenedOn === null ? null : day(lastOpenedOn) },
});

/** Judged on 2026-11-23. */
export const G13_FIXTURES: RuleFixtures<UnitDuties> = {
  rule: 'G13',
  trips: [
    { say: '满一年次日还没有开始新的清理', facts: rounds('2025-11-22') },
    { say: '从来没有开始过清理', facts: rounds(null) },
    { say: '使用平台满一年次日还没有清理过', facts: rounds(null, '2025-11-22') },
  ],
  clears: [
    { say: '满一年当日', facts: rounds('2025-11-23') },
    { say: '今年清理过', facts: rounds('2026-03-02') },
    { say: '使用平台不满一年', facts: rounds(null, '2025-11-23') },
    { say: '不是司法行政部门', facts: { rounds: null } },
  ],
  unknown: [{ say: '司法行政部门还没有人在平台上工作', facts: rounds(null, null), missing: '缺执法主体清理登记' }],
};
