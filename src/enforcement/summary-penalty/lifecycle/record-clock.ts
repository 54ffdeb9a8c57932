import { citedLaws, SHIPPED_LAWS } from '#law';
import { loadedSpecialLaw } from '#law/rules/special-laws';
import type { SummaryPenalty } from '../model.ts';

/** By which clock the decision is put on record: 治安管理处罚法 120 gives twenty-four hours, 处罚法 52 no length at all. */
export function recordClock({ basis, decision }: SummaryPenalty): 'KE-53' | 'KE-53-security' {
  const own = decision === null ? null : (loadedSpecialLaw(citedLaws(basis, SHIPPED_LAWS), decision.on)?.onTheSpot ?? null);
  return own === null ? 'KE-53' : 'KE-53-security';
}
