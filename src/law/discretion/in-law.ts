import type { PenaltyKind } from '../penalty.ts';
import type { FineMeasure, FineRange, StatutoryRange, TierLevel } from './benchmark.ts';
import type { Mitigation } from './mitigation.ts';
import { fineInFen } from './propose.ts';

/** A fine beside what it may be counted from; sums in fen, null where they were told nowhere. */
export type Fined = {
  readonly kinds: readonly PenaltyKind[];
  readonly fineFen: number | null;
  /** 没收的违法所得. */
  readonly incomeFen: number | null;
  /** 违法所得 told by itself: what was given back is not confiscated, and some laws take only the fine. */
  readonly gainFen?: number | null;
  /** 货值金额. */
  readonly valueFen?: number | null;
  readonly levels: readonly TierLevel[];
  readonly mitigation: readonly Mitigation[];
};

/** What a fine of this measure is a multiple of; null: it is none, or its base was not told. */
export function baseOf(
  measure: FineMeasure | undefined,
  { incomeFen, gainFen, valueFen }: Pick<Fined, 'incomeFen' | 'gainFen' | 'valueFen'>,
): number | null {
  if (measure === 'income') return gainFen ?? incomeFen;
  return measure === 'goods' ? (valueFen ?? null) : null;
}

/** What the law allows for the conduct, in fen; null: nothing, or it cannot be counted. */
export function rangeInLaw({ fine }: StatutoryRange, fined: Fined): FineRange | null {
  return fineInFen({ fine }, baseOf(fine?.measure, fined));
}

/** Above the most that the law allows, or below the least without 减轻 (处罚法 4, 32); whether that has its ground is asked by Q03. */
export function beyondRange(fineFen: number, range: FineRange, { levels }: Pick<Fined, 'levels'>) {
  const { from, to, fromOpen, toOpen } = range;
  if (to !== null && (toOpen ? fineFen >= to : fineFen > to)) return 'above';
  const isBelow = fromOpen ? fineFen <= from : fineFen < from;
  return isBelow && !levels.includes('mitigated') ? 'below' : null;
}
