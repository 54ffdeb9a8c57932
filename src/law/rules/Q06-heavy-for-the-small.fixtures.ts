import type { PenaltyFacts } from './facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

/** A shop of a sole trader; the heavy fine is filed in time so that only its weight is in question. */
function shop(illegalIncomeFen: number | null, fineFen: number | null, more: Partial<PenaltyFacts> = {}): Partial<PenaltyFacts> {
  return {
    partyKind: 'sole-trader',
    partyCode: '92150821MA0000002U',
    partyScale: null,
    illegalIncomeFen,
    fineFen,
    recordFiled: { on: day('2026-03-05') },
    ...more,
  };
}

export const Q06_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'Q06',
  trips: [
    { say: '卖出20元商品，罚款6.6万元', facts: shop(2_000, 6_600_000) },
    { say: '违法所得999.99元，罚款5万元', facts: shop(99_999, 5_000_000) },
    { say: '没收的违法所得就是全部所得', facts: shop(null, 5_000_000, { kinds: ['CF03', 'CF04'], confiscatedFen: 99_999 }) },
    { say: '微型企业', facts: shop(2_000, 6_600_000, { partyKind: 'organisation', partyCode: '91150802MA0000001B', partyScale: 'micro' }) },
  ],
  clears: [
    { say: '有危害后果的证据', facts: shop(2_000, 6_600_000, { harm: true }) },
    { say: '违法所得1,000元', facts: shop(100_000, 5_000_000) },
    { say: '罚款49,999.99元', facts: shop(2_000, 4_999_999) },
    {
      say: '不是小微企业',
      facts: shop(2_000, 6_600_000, { partyKind: 'organisation', partyCode: '91150802MA0000001B', partyScale: 'larger' }),
    },
    { say: '自然人', facts: shop(2_000, 6_600_000, { partyKind: 'person', partyCode: null }) },
    { say: '没有罚款', facts: shop(2_000, null, { kinds: ['CF01'], publicUntil: null }) },
  ],
  unknown: [
    { say: '违法所得不明', facts: shop(null, 6_600_000), missing: '缺违法所得金额' },
    {
      say: '没收的违法所得与非法财物只有合计',
      facts: shop(null, 6_600_000, { kinds: ['CF03', 'CF04', 'CF05'], confiscatedFen: 500_000 }),
      missing: '缺违法所得金额',
    },
    {
      say: '企业规模不明',
      facts: shop(2_000, 6_600_000, { partyKind: 'organisation', partyCode: '91150802MA0000001B' }),
      missing: '缺企业规模',
    },
    { say: '类别不明', facts: shop(2_000, 6_600_000, { partyKind: null, partyCode: null }), missing: '缺行政相对人类别' },
  ],
};
