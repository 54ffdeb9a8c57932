import type { RuleFixtures } from './lawful-decision.fixtures.ts';
import { LAWFUL_UNIT } from './lawful-unit.fixtures.ts';
import type { UnitDuties } from './unit-facts.ts';

const without = (code: string) => (LAWFUL_UNIT.systems ?? []).filter((c) => c !== code);

export const G06_FIXTURES: RuleFixtures<UnitDuties> = {
  rule: 'G06',
  trips: [
    { say: '六项制度有五项', facts: { systems: without('25(5)') } },
    { say: '细则施行当日有五项', facts: { systems: without('25(5)') }, today: '2023-07-28' },
    { say: '没有内部监督机构', facts: { systems: without('机构') } },
    { say: '没有内部监督人员', facts: { systems: without('人员') } },
    { say: '各项制度都已失效', facts: { systems: [] } },
  ],
  clears: [
    { say: '机构、人员和六项制度都有', facts: {} },
    { say: '不是行政执法部门', facts: { kind: 'township', tier: 'township', lists: {}, systems: null } },
  ],
  unknown: [
    { say: '一项也没有录入', facts: { systems: null }, missing: '缺内部监督制度登记' },
    { say: '细则施行前一日有五项', facts: { systems: without('25(5)') }, today: '2023-07-27', missing: '规则参数未设定' },
  ],
};
