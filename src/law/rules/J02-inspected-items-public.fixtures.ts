import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import type { InspectedItem, UnitDuties } from './unit-facts.ts';

const ITEM: InspectedItem = { item: '道路运输企业检查', on: day('2026-11-02'), publishedOn: day('2026-03-20') };
const inspected = (more: Partial<InspectedItem>): Partial<UnitDuties> => ({ inspected: [{ ...ITEM, ...more }] });

export const J02_FIXTURES: RuleFixtures<UnitDuties> = {
  rule: 'J02',
  trips: [
    { say: '检查的事项没有公布', facts: inspected({ publishedOn: null }) },
    { say: '检查次日才公布', facts: inspected({ publishedOn: day('2026-11-03') }) },
  ],
  clears: [
    { say: '检查的事项已经公布', facts: inspected({}) },
    { say: '检查当日公布', facts: inspected({ publishedOn: day('2026-11-02') }) },
    { say: '没有检查事项的单位', facts: { inspects: false, inspected: null } },
  ],
  unknown: [{ say: '平台没有行政检查记录', facts: { inspected: null }, missing: '缺行政检查记录' }],
};
