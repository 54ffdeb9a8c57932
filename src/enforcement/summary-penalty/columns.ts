import { type ColumnValue, partyKindOf } from '#law';
import { orderColumns } from '#law/correcting/index';
import { CORRECTING_ROOM } from './lifecycle/corrections.ts';
import { kindsOf, type SummaryPenalty, settledOn } from './model.ts';

/** Typed columns of the ledger; of a natural person the short name alone. */
export function columns(s: SummaryPenalty): Readonly<Record<string, ColumnValue>> {
  return {
    organ_id: s.organId,
    handler_ids: s.officerIds,
    party_name: s.party.name,
    party_kind: partyKindOf(s.party.kind),
    party_uscc: s.party.uscc,
    party_mark: s.party.mark,
    item_code: s.itemCode,
    conduct: s.conduct,
    facts: s.facts,
    kinds: s.decision === null ? [] : kindsOf(s.decision.penalty),
    fine_fen: s.decision?.fineFen ?? null,
    number: s.decision?.number ?? null,
    decided_on: s.decision?.on ?? null,
    delivered_on: s.delivery?.on ?? null,
    reported_on: s.reportedOn,
    settled_on: settledOn(s),
    ...orderColumns(CORRECTING_ROOM, s),
    ended_on: s.closedOn ?? s.instead?.on ?? null,
  };
}
