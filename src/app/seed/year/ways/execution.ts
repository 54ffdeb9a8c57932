import { FINE, LAWFUL, type Way } from './way.ts';

/** Six months for remedies and three to ask the court lie between the decision and its end. */
const OVERDUE: Way = { ...LAWFUL, earlier: 200, paid: 'overdue' };
const FORFEIT = { ...FINE, kinds: ['CF03', 'CF05'], goods: 50_000, content: '罚款人民币2,000元，没收价签打印机1台。' };
const CONFISCATED: Way = { ...LAWFUL, earlier: 30, proposed: FORFEIT, decided: FORFEIT };
/** Other ways have failed twice, and the thirty days of the notice are over, on whatever day their last one falls. */
const ANNOUNCED = { tries: 2, days: 45 };
const announced = (more: Partial<NonNullable<Way['announced']>>): Way => ({
  ...LAWFUL,
  earlier: 60,
  announced: { ...ANNOUNCED, ...more },
});

/** Served, paid and enforced. */
export const EXECUTION_WAYS: Readonly<Record<string, Way>> = {
  'unconfirmed-▲': { ...LAWFUL, service: 'electronic' },
  'unconfirmed-✓': { ...LAWFUL, service: 'electronic-confirmed' },
  'announced-first-▲': announced({ tries: 1 }),
  'announced-first-✓': announced({}),
  'announced-short-▲': announced({ days: 20 }),
  'announced-short-✓': announced({}),
  'collected-▲': { ...LAWFUL, paid: 'hard-later' },
  'collected-✓': { ...LAWFUL, paid: 'remote' },
  'unbanked-▲': { ...LAWFUL, paid: 'remote', bankedAfter: 20 },
  'unbanked-✓': { ...LAWFUL, paid: 'remote', bankedAfter: 1 },
  'overpaid-▲': { ...LAWFUL, beyond: 6_000 },
  'overpaid-✓': LAWFUL,
  'court-late-▲': { ...OVERDUE, paidAfter: 290 },
  'court-late-✓': { ...OVERDUE, paidAfter: 260 },
  'unurged-▲': { ...OVERDUE, courtAfter: 4 },
  'unurged-✓': { ...OVERDUE, courtAfter: 28 },
  'sale-unproved-▲': { ...CONFISCATED, goodsAfter: 30, saleProved: false },
  'sale-unproved-✓': { ...CONFISCATED, goodsAfter: 30 },
  'goods-kept-▲': { ...CONFISCATED, goodsAfter: 95 },
  'goods-kept-✓': { ...CONFISCATED, goodsAfter: 85 },
};
