import type { PenaltyFacts } from './facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

export const S02_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'S02',
  trips: [{ say: '农牧局使用城管事项处罚', facts: { itemListed: false } }],
  clears: [
    { say: '本机关清单内有效事项', facts: { itemListed: true } },
    {
      say: '苏木乡镇实施赋权清单内的事项',
      facts: { organ: { kind: 'township', qualification: 'confirmed' }, itemListed: null, itemEmpowered: true },
    },
  ],
  unknown: [
    { say: '没有事项编码', facts: { itemCode: null, itemListed: null }, missing: '缺事项编码' },
    { say: '没有载入权责清单', facts: { itemListed: null }, missing: '缺权责清单' },
  ],
};
