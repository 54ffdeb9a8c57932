import { PENALTY_KIND_LABELS, type PenaltyKind, penaltyNames } from '../penalty.ts';
import { type BenchmarkContent, type BenchmarkFault, TIER_LEVEL_LABELS, TIER_LEVELS, type Tier, tierName } from './benchmark.ts';

type Faults = readonly BenchmarkFault[];
const FINE: PenaltyKind = 'CF03';
/** Lighter than anything a law sets for a conduct that it fines: 减轻 may come down to these. */
const LIGHTEST: readonly PenaltyKind[] = ['CF01', 'CF02'];

/** 阶次不少于三 (内政发〔2017〕32号, excerpt); 不予处罚 is no tier of a penalty. */
export function enoughTiers({ tiers }: BenchmarkContent): Faults {
  const graded = tiers.filter((t) => t.level !== 'none').length;
  return graded >= 3
    ? []
    : [{ place: '阶次', reason: `只有${graded}档处罚，自治区规范裁量权基准的办法（内政发〔2017〕32号）要求不少于三档` }];
}

export function noneWithoutPenalty(content: BenchmarkContent): Faults {
  return faultsOf(content, (t) =>
    t.level === 'none' && (t.kinds.length > 0 || t.fine !== null) ? `不予处罚，却写有“${penaltyNames(t.kinds)}”` : null,
  );
}

export function tiersHavePenalty(content: BenchmarkContent): Faults {
  return faultsOf(content, (t) => (t.level !== 'none' && t.kinds.length === 0 ? '没有写明处罚种类' : null));
}

export function kindsWithin(content: BenchmarkContent): Faults {
  const lawful = content.statutory.kinds;
  return faultsOf(content, (t) => {
    const allowed = t.level === 'mitigated' ? [...lawful, ...LIGHTEST] : lawful;
    const outside = t.kinds.filter((kind) => !allowed.includes(kind));
    return outside.length === 0 ? null : `“${penaltyNames(outside)}”不在法定种类（${penaltyNames(lawful)}）以内`;
  });
}

/** A fine and its range belong together: in the law's own range and in every tier. */
export function finesHaveRanges(content: BenchmarkContent): Faults {
  const { kinds, fine } = content.statutory;
  const lawful = kinds.includes(FINE) === (fine !== null) ? [] : [{ place: '法定幅度', reason: words(fine !== null) }];
  return [...lawful, ...faultsOf(content, (t) => (t.kinds.includes(FINE) === (t.fine !== null) ? null : words(t.fine !== null)))];
}

function words(hasRange: boolean): string {
  return hasRange ? `写有罚款幅度，处罚种类却没有“${PENALTY_KIND_LABELS[FINE]}”` : '处罚种类有“罚款”，却没有罚款幅度';
}

export function levelsAscend(content: BenchmarkContent): Faults {
  return faultsOf(content, (t, i) => {
    const before = content.tiers[i - 1];
    return before === undefined || TIER_LEVELS.indexOf(before.level) <= TIER_LEVELS.indexOf(t.level)
      ? null
      : `“${TIER_LEVEL_LABELS[t.level]}”排在“${TIER_LEVEL_LABELS[before.level]}”之后`;
  });
}

/** A fault for each tier about which there is something to say. */
export function faultsOf(content: BenchmarkContent, say: (tier: Tier, index: number) => string | null): Faults {
  return content.tiers.flatMap((tier, i) => {
    const reason = say(tier, i);
    return reason === null ? [] : [{ place: tierName(content, i), reason }];
  });
}
