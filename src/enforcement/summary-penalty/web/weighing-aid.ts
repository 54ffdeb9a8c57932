import type { Json } from '#law';
import { orElse, takenWords, type WeighingAid } from '#ui/form/weighing-aid.ts';

/** The decision on the spot: the tier of the benchmark fills in whether it is less, and why. */
export const summaryWeighingAid: WeighingAid = {
  acts: ['decide'],
  fields: { tier: 'tier', reason: 'deviation' },
  about: ({ conduct, itemCode, basis }) => {
    const wordsOr = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
    return typeof conduct === 'string' ? { violation: conduct, itemCode: wordsOr(itemCode), basis: wordsOr(basis) } : null;
  },
  take: (typed, taken) => {
    const { index, tier } = taken;
    // 不予处罚 is an act of its own.
    if (tier.level === 'none') return null;
    const isLess = tier.level === 'mitigated' || tier.level === 'lenient';
    const mitigation = typed['mitigation'];
    return {
      ...typed,
      tier: String(index + 1),
      weight: isLess ? tier.level : 'none',
      ...(isLess && (!Array.isArray(mitigation) || mitigation.length === 0) ? { mitigation: ['benchmark'] } : {}),
      ...(isLess ? { weightReason: orElse(typed['weightReason'], takenWords(taken)) } : {}),
    };
  },
};
