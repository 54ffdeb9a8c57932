import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import type { Empowered, UnitDuties } from './unit-facts.ts';

const given = (since: string, evaluated = false): Empowered => ({ township: '狼山镇（演示）', since: day(since), evaluated });

export const S08_FIXTURES: RuleFixtures<UnitDuties> = {
  rule: 'S08',
  trips: [
    { say: '2024年1月生效，从未评估', facts: { empowered: [given('2024-01-01')] } },
    { say: '评估满十二个月次日', facts: { empowered: [given('2025-11-22', true)] } },
  ],
  clears: [
    { say: '2025年12月评估过', facts: { empowered: [given('2025-12-10', true)] } },
    { say: '评估满十二个月当日', facts: { empowered: [given('2025-11-23', true)] } },
    { say: '没有赋权的苏木乡镇', facts: { empowered: [] } },
  ],
  unknown: [],
};
