import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import { LAWFUL_UNIT, listed } from './lawful-unit.fixtures.ts';
import type { UnitDuties } from './unit-facts.ts';

const { lists } = LAWFUL_UNIT;
const HIDDEN = { entries: 4, published: 0, unpublishedFrom: day('2026-01-01') } as const;

export const G09_FIXTURES: RuleFixtures<UnitDuties> = {
  rule: 'G09',
  trips: [
    {
      say: '细则施行当日权责清单没有公布记录',
      facts: { lists: { ...lists, power: { ...listed('权责清单'), ...HIDDEN } } },
      today: '2023-07-28',
    },
    { say: '权责清单没有公布记录', facts: { lists: { ...lists, power: { ...listed('权责清单'), ...HIDDEN } } } },
    { say: '重点监管事项清单没有公布记录', facts: { lists: { ...lists, 'key-matter': { ...listed('重点监管事项清单'), ...HIDDEN } } } },
    {
      say: '苏木的赋权清单没有公布记录',
      facts: { kind: 'township', tier: 'township', lists: { empowerment: { ...listed('赋权清单'), ...HIDDEN } } },
    },
  ],
  clears: [
    { say: '有公布网址和日期', facts: {} },
    { say: '没有登记清单', facts: { kind: 'township', tier: 'township', lists: {} } },
  ],
  unknown: [
    {
      say: '细则施行前一日权责清单没有公布记录',
      facts: { lists: { ...lists, power: { ...listed('权责清单'), ...HIDDEN } } },
      today: '2023-07-27',
      missing: '规则参数未设定',
    },
  ],
};
