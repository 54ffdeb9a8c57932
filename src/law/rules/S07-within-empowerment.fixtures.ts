import type { PenaltyFacts } from './facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

const TOWNSHIP = { organ: { kind: 'township', qualification: 'confirmed' } } as const;

export const S07_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'S07',
  trips: [{ say: '苏木处罚没有赋权的事项', facts: { ...TOWNSHIP, itemListed: false, itemEmpowered: false } }],
  clears: [
    { say: '赋权清单内的事项', facts: { ...TOWNSHIP, itemListed: null, itemEmpowered: true } },
    { say: '旗县区部门不凭赋权处罚', facts: { itemEmpowered: null } },
  ],
  unknown: [
    { say: '没有录入赋权清单', facts: { ...TOWNSHIP, itemEmpowered: null }, missing: '缺赋权清单' },
    { say: '没有事项编码', facts: { ...TOWNSHIP, itemCode: null, itemListed: null, itemEmpowered: null }, missing: '缺事项编码' },
    { say: '名录中没有该机关', facts: { organ: null }, missing: '缺处罚机关的主体登记' },
  ],
};
