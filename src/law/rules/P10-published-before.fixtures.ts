import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import { LAWFUL_UNIT, listed } from './lawful-unit.fixtures.ts';
import type { UnitDuties } from './unit-facts.ts';

/** Twenty working days after Monday 2026-10-26 end on Monday 2026-11-23. */
const changed = (from: string): Partial<UnitDuties> => ({
  lists: { ...LAWFUL_UNIT.lists, power: { ...listed('权责清单'), entries: 12, published: 11, unpublishedFrom: day(from) } },
});

export const P10_FIXTURES: RuleFixtures<UnitDuties> = {
  rule: 'P10',
  trips: [
    { say: '权责清单变动三十个工作日没有公布', facts: changed('2026-10-12') },
    { say: '第二十一个工作日', facts: changed('2026-10-26'), today: '2026-11-24' },
    { say: '几年前的事项至今没有公布，当年放假安排没有载入', facts: changed('2022-07-01') },
  ],
  clears: [
    { say: '变动十个工作日', facts: changed('2026-11-09') },
    { say: '第二十个工作日', facts: changed('2026-10-26') },
    { say: '没有变动', facts: {} },
    {
      say: '不行使执法权的单位',
      facts: { holdsPowers: false, lists: {}, inspects: false, finesOn: false, unseenPages: ['执法人员'], kind: 'government' },
    },
  ],
  unknown: [
    { say: '行政执法部门没有录入任何清单', facts: { holdsPowers: null, lists: {} }, missing: '缺权责清单' },
    { say: '人员、程序等栏目没有人检查过', facts: { unseenPages: ['执法人员'] }, missing: '缺事前公开栏目检查记录' },
  ],
};
