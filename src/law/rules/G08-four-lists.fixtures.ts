import type { RuleFixtures } from './lawful-decision.fixtures.ts';
import { LAWFUL_UNIT, listed } from './lawful-unit.fixtures.ts';
import type { UnitDuties } from './unit-facts.ts';

const { 'no-coercion': _, ...three } = LAWFUL_UNIT.lists;
const OWN_LISTS = { power: listed('权责清单'), 'spot-check': listed('随机抽查事项清单') };

export const G08_FIXTURES: RuleFixtures<UnitDuties> = {
  rule: 'G08',
  trips: [
    { say: '市级部门有三张清单', facts: { lists: three } },
    { say: '细则施行当日有三张清单', facts: { lists: three }, today: '2023-07-28' },
    { say: '别的部门录入了，该部门一张也没有', facts: { lists: OWN_LISTS } },
  ],
  clears: [
    { say: '市级部门四张清单齐全', facts: {} },
    { say: '旗县区部门没有清单', facts: { tier: 'banner', lists: OWN_LISTS } },
    { say: '没有处罚事项的市级部门', facts: { finesOn: false, lists: OWN_LISTS } },
  ],
  unknown: [
    { say: '没有录入权责清单', facts: { finesOn: null, lists: { 'spot-check': OWN_LISTS['spot-check'] } }, missing: '缺权责清单' },
    { say: '全市还没有录入过四张清单', facts: { lenientKept: false, lists: OWN_LISTS }, missing: '缺四张清单登记' },
    { say: '细则施行以前', facts: { lists: three }, today: '2023-07-27', missing: '规则参数未设定' },
  ],
};
