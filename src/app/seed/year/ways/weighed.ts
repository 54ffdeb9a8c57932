import { type Breach, OCCUPIED_LAND, UNREPORTED_LAND } from './breach.ts';
import { FINE, LAWFUL, type Way } from './way.ts';

type Input = Way['weighing'];

const fined = (yuan: number): Input => ({
  kinds: ['CF03'],
  fine: yuan * 100,
  content: `罚款人民币${yuan.toLocaleString('en-US')}元。`,
});

/** So many yuan proposed and decided for a conduct under a benchmark, weighed so. */
function weighed(yuan: number, weighing: Input, more: Partial<Way> = {}): Way {
  const penalty = fined(yuan);
  const breach: Breach = UNREPORTED_LAND;
  return { ...LAWFUL, breach, correction: '责令限期报告。', proposed: penalty, decided: penalty, weighing, ...more };
}

const LENIENT: Input = { tier: 'lighter', benchmarkTier: 2, mitigation: ['benchmark'], mitigationEvidence: '1' };
const NORMAL: Input = { tier: 'normal', benchmarkTier: 3 };
const HEAVY: Input = { tier: 'heavier', benchmarkTier: 4 };
/** Not by the tier, for a reason that the leaders have discussed. */
const DEVIATING: Input = { ...NORMAL, deviation: '责令改正后两次逾期，仍按一般档次处罚不足以警示。' };
const DISCUSSED = { discussed: true } as const;
/** From 50,000 yuan on a hearing may be asked for. */
const GREAT = { hearing: true, discussed: true } as const;

const listed = (notFree: string | null): Way => ({
  ...LAWFUL,
  ...{ breach: OCCUPIED_LAND, correction: '责令退还占用的土地。', proposed: FINE, decided: FINE },
  weighing: { notFree, notLess: '没有主动消除危害后果，也没有立功表现。' },
});

/** Weighed by a benchmark and by the lists of the city. */
export const WEIGHED_WAYS: Readonly<Record<string, Way>> = {
  'untiered-▲': weighed(30_000, { tier: 'normal' }),
  'untiered-✓': weighed(30_000, NORMAL),
  'outside-tier-▲': weighed(30_000, LENIENT),
  'outside-tier-✓': weighed(29_000, LENIENT),
  'listed-▲': listed(null),
  'listed-✓': listed('第二次被查处，不是初次违法。'),
  'topmost-▲': weighed(49_000, DEVIATING, DISCUSSED),
  'topmost-✓': weighed(49_000, HEAVY),
  'topmost-share-▲': weighed(47_500, DEVIATING, DISCUSSED),
  'topmost-share-✓': weighed(47_400, DEVIATING, DISCUSSED),
  'below-law-▲': weighed(19_000, LENIENT),
  'below-law-✓': weighed(20_000, LENIENT),
  'above-law-▲': weighed(51_000, HEAVY, GREAT),
  'above-law-✓': weighed(50_000, HEAVY, GREAT),
};
