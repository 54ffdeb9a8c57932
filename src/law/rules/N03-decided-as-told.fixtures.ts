import type { CaseProcessFacts, Sums } from './case-facts.ts';
import { fineOf, told } from './lawful-case.fixtures.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

const withheld = (months: number): Sums => ({
  ...{ kinds: ['CF06'], fineFen: null, incomeFen: null, goodsFen: null },
  terms: [{ kind: 'CF06', name: '经营许可证', number: '1', length: months, unit: 'month' }],
});
const { terms: _, ...UNTOLD } = withheld(1);

export const N03_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'N03',
  trips: [
    { say: '告知5,000元，决定8,000元', facts: { penalty: fineOf(8000) } },
    { say: '告知5,000元，决定5,000.01元', facts: { penalty: { ...fineOf(5000), fineFen: 500_001 } } },
    { say: '增加处罚种类', facts: { penalty: { ...fineOf(5000), kinds: ['CF01', 'CF03'] } } },
    { say: '告知暂扣1个月，决定暂扣12个月', facts: { ...told({ penalty: withheld(1) }), penalty: withheld(12) } },
  ],
  clears: [
    { say: '暂扣期限与告知的相同', facts: { ...told({ penalty: withheld(1) }), penalty: withheld(1) } },
    { say: '就新的事实重新告知8,000元', facts: { ...told({ penalty: fineOf(8000) }), penalty: fineOf(8000), proposed: fineOf(8000) } },
    { say: '决定轻于告知', facts: { penalty: fineOf(4000) } },
  ],
  unknown: [
    {
      say: '告知的暂扣没有写明期限',
      facts: { ...told({ penalty: UNTOLD }), penalty: withheld(12) },
      missing: '缺处罚所涉证照、限制和期限',
    },
  ],
};
