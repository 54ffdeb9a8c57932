import { isJsonObject, type Json } from '#law';
import type { TierLevel } from '#law/discretion/benchmark';
import { orElse, takenWords, type WeighingAid } from '#ui/form/weighing-aid.ts';
import type { DiscretionTier, Report } from '../model-deciding.ts';

const TIERS: Readonly<Record<TierLevel, DiscretionTier>> = {
  none: 'none',
  mitigated: 'mitigated',
  lenient: 'lighter',
  normal: 'normal',
  heavy: 'heavier',
};

/** Report and decision of an ordinary case: the tier of the benchmark fills in CT7, the kinds where none are ticked, and the reason. */
export const ordinaryWeighingAid: WeighingAid = {
  acts: ['conclude', 'decide'],
  fields: { tier: 'benchmarkTier', reason: 'deviation' },
  about: ({ cause, itemCode, basis, reports }) =>
    typeof cause === 'string'
      ? { violation: lastOf(reports)?.violation ?? cause, itemCode: wordsOr(itemCode), basis: lastOf(reports)?.basis ?? wordsOr(basis) }
      : null,
  take: (typed, taken) => {
    const { index, tier } = taken;
    // Who decides a penalty cannot decide that there is none.
    if (tier.level === 'none' && typed['outcome'] === undefined) return null;
    const isLess = tier.level === 'mitigated' || tier.level === 'lenient';
    const [kinds, mitigation] = [typed['kinds'], typed['mitigation']];
    const isEmpty = (value: typeof kinds) => !Array.isArray(value) || value.length === 0;
    return {
      ...typed,
      tier: TIERS[tier.level],
      benchmarkTier: String(index + 1),
      ...(isEmpty(kinds) ? { kinds: [...tier.kinds] } : {}),
      ...(isLess && isEmpty(mitigation) ? { mitigation: ['benchmark'] } : {}),
      ...(typed['tierReason'] === undefined ? {} : { tierReason: orElse(typed['tierReason'], takenWords(taken)) }),
      ...(typed['outcome'] === undefined ? {} : { outcome: tier.level === 'none' ? 'not-punished' : 'penalty' }),
    };
  },
};

const wordsOr = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

/** The report in hand, which may call the conduct otherwise than the case, and cite another law. */
function lastOf(reports: Json | undefined): Partial<Report> | null {
  const last = Array.isArray(reports) ? reports.at(-1) : null;
  return isJsonObject(last ?? null) ? (last as Partial<Report>) : null;
}
