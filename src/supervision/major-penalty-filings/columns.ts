import type { ColumnValue } from '#law';
import { isLate, type MajorPenaltyFiling } from './model.ts';

/** Typed columns of the ledger of what has to be filed (应备未备台账). */
export function columns(s: MajorPenaltyFiling): Readonly<Record<string, ColumnValue>> {
  return {
    decision_id: s.decisionId,
    decision_no: s.decisionNo ?? 1,
    organ_id: s.organId,
    bureau_id: s.bureauId,
    reviewer_id: s.reviewerId,
    upper_id: s.upperId,
    number: s.decision.number,
    party_name: s.decision.party,
    decided_on: s.decision.decidedOn,
    reasons: [...s.decision.reasons],
    fine_fen: s.decision.fineFen,
    confiscated_fen: s.decision.confiscatedFen,
    voluntary: s.voluntary === true,
    stated_on: s.statedOn,
    overdue_on: s.overdueOn,
    filed_on: s.filedOn,
    late: isLate(s),
    demands: s.demands.length,
    received_on: s.receivedOn,
    result: s.opinion?.result ?? null,
    opinion_number: s.letter?.number ?? null,
    receipt_on: s.receipt?.on ?? null,
    ended_on: s.endedOn,
  };
}
