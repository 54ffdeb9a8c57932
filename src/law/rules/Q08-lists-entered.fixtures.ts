import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import { LAWFUL_UNIT, listed } from './lawful-unit.fixtures.ts';
import type { UnitDuties } from './unit-facts.ts';

const { lists } = LAWFUL_UNIT;
const HIDDEN = { entries: 3, published: 0, unpublishedFrom: day('2026-11-20') } as const;
const { 'spot-check': _spotCheck, ...withoutSpotCheck } = lists;

export const Q08_FIXTURES: RuleFixtures<UnitDuties> = {
  rule: 'Q08',
  trips: [
    {
      say: '细则施行当日不予处罚清单没有公布',
      facts: { lists: { ...lists, 'no-penalty': { ...listed('不予处罚清单'), ...HIDDEN } } },
      today: '2023-07-28',
    },
    { say: '不予处罚清单录入了，没有公布', facts: { lists: { ...lists, 'no-penalty': { ...listed('不予处罚清单'), ...HIDDEN } } } },
    { say: '随机抽查事项清单录入了，没有公布', facts: { lists: { ...lists, 'spot-check': { ...listed('随机抽查事项清单'), ...HIDDEN } } } },
  ],
  clears: [
    { say: '既公布又录入', facts: {} },
    {
      say: '旗县区部门没有四张清单',
      facts: { tier: 'banner', lists: { power: listed('权责清单'), 'spot-check': listed('随机抽查事项清单') } },
    },
  ],
  unknown: [
    { say: '没有录入随机抽查事项清单，不知道公布没有', facts: { lists: withoutSpotCheck }, missing: '缺清单公布情况' },
    {
      say: '细则施行前一日不予处罚清单没有公布',
      facts: { lists: { ...lists, 'no-penalty': { ...listed('不予处罚清单'), ...HIDDEN } } },
      today: '2023-07-27',
      missing: '规则参数未设定',
    },
  ],
};
