import { penaltyNames } from '../penalty.ts';
import {
  type BenchmarkContent,
  type BenchmarkFault,
  type FineRange,
  fineWords,
  TIER_LEVEL_LABELS,
  type TierLevel,
  type UpperBenchmark,
} from './benchmark.ts';
import { type Bounds, hull, isWithin } from './bounds.ts';
import { faultsOf } from './check-tiers.ts';

/**
 * A lower organ only divides more finely what a higher one has fixed (内政发〔2017〕32号, excerpt): each of its tiers lies
 * within what the upper benchmark gives to the same level, and the law's range is read as there.
 */
export function staysWithinUpper(content: BenchmarkContent, upper: UpperBenchmark | null): readonly BenchmarkFault[] {
  if (upper === null) return [];
  const reading = withinFine(content.statutory.fine, upper.content.statutory.fine)
    ? []
    : [{ place: '法定幅度', reason: `法定罚款幅度超出上级基准“${upper.name}”所列的法定幅度` }];
  return [
    ...reading,
    ...faultsOf(content, (tier) => {
      const name = TIER_LEVEL_LABELS[tier.level];
      const given = ofLevel(upper.content, tier.level);
      if (given.length === 0) return `上级基准“${upper.name}”没有“${name}”这一档`;
      const kinds = tier.kinds.filter((kind) => !given.some((t) => t.kinds.includes(kind)));
      if (kinds.length > 0) return `“${penaltyNames(kinds)}”不在上级基准“${upper.name}”的“${name}”以内`;
      const fine = span(upper.content, tier.level);
      if (withinFine(tier.fine, fine)) return null;
      return `罚款${tier.fine === null ? '' : `“${fineWords(tier.fine)}”`}超出上级基准“${upper.name}”的“${name}”${fine === null ? '' : `（${fineWords(fine)}）`}`;
    }),
  ];
}

function ofLevel(content: BenchmarkContent, level: TierLevel) {
  return content.tiers.filter((t) => t.level === level);
}

/** What the tiers of one level allow together; null where they set no fine, or fines of two measures. */
function span(content: BenchmarkContent, level: TierLevel): FineRange | null {
  const fines = ofLevel(content, level).flatMap((t) => (t.fine === null ? [] : [t.fine]));
  const measure = fines[0]?.measure;
  const whole: Bounds | null = hull(fines.filter((f) => f.measure === measure));
  return whole === null || measure === undefined ? null : { ...whole, measure };
}

function withinFine(inner: FineRange | null, outer: FineRange | null): boolean {
  if (inner === null) return true;
  return outer !== null && inner.measure === outer.measure && isWithin(inner, outer);
}
