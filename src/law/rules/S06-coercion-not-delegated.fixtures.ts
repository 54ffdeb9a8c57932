import type { MeasureImposed, PenaltyFacts } from './facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const SEIZED: MeasureImposed = { kind: '扣押', on: day('2026-01-15'), by: 'organ', name: '市交通运输局（演示）' };

export const S06_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'S06',
  trips: [{ say: '受委托的大队扣押货物', facts: { measures: [{ ...SEIZED, by: 'delegate', name: '综合执法大队（演示）' }] } }],
  clears: [
    { say: '部门自己扣押', facts: { measures: [SEIZED] } },
    { say: '行使相对集中行政处罚权的机关扣押', facts: { measures: [{ ...SEIZED, name: '城市管理综合执法局（演示）' }] } },
    { say: '没有采取强制措施', facts: { measures: [] } },
  ],
  unknown: [{ say: '来源没有载明强制措施', facts: { measures: null }, missing: '缺行政强制措施记录' }],
};
