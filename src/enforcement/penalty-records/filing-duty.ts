import { type RuleContext, termsOf } from '#law';
import { type FilingFacts, mustBeFiled } from '#law/rules/index';
import { detentionDays } from './facts.ts';
import type { PenaltyRecord, PenaltyRow } from './model.ts';

/**
 * Why a decision has to be filed as a major one, by the law of its own day (备案办法 3, 细则 18); empty: it need not be.
 * null: the decision does not tell (kind, sum or party missing), nothing may be concluded.
 */
export function filingReasons(row: PenaltyRow, context: RuleContext): readonly string[] | null {
  if (termsOf(context.profile, 'local.major-penalty-filing', row.decidedOn) === null) return [];
  const duty = mustBeFiled(filingFacts(row), context);
  if (duty.is === 'unclear') return null;
  return duty.is === 'must' ? duty.because : [];
}

/** Stands in the place of a reason of law where the organ files of its own accord. */
export const VOLUNTARY = '自愿报送（没有达到重大行政处罚标准）';

/** The same of a stored decision: one that was merged away, revoked or found unlawful or void has nothing left to be filed. */
export function filingReasonsNow({ row, mergedInto, offeredOn }: PenaltyRecord, context: RuleContext): readonly string[] | null {
  const isGone = mergedInto !== null || (row.undone !== undefined && row.undone.way !== 'changed');
  if (isGone) return [];
  const reasons = filingReasons(row, context);
  return offeredOn !== undefined && (reasons ?? []).length === 0 ? [VOLUNTARY] : reasons;
}

function filingFacts({ party, penalty, decidedOn, fineFen, confiscatedFen, content }: PenaltyRow): FilingFacts {
  return {
    decidedOn,
    partyKind: party.kind,
    kinds: penalty.kinds,
    kindsUnclear: penalty.unclear.length > 0,
    fineFen,
    confiscatedFen,
    detentionDays: detentionDays(content),
  };
}
