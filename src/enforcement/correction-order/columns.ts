import type { ColumnValue } from '#law';
import { orderColumns } from '#law/correcting/index';
import { CORRECTING_ROOM } from './lifecycle/checking.ts';
import { arrivedOn, endedOn } from './lifecycle/standing.ts';
import type { OrderToCorrect } from './model.ts';

/** Typed columns of the ledger of orders outside cases. A person's name stands only as it may be shown. */
export function columns(s: OrderToCorrect): Readonly<Record<string, ColumnValue>> {
  const first = s.letters[0];
  const last = s.corrections.at(-1);
  return {
    organ_id: s.organId,
    handler_ids: s.officerIds,
    source: s.source,
    cause: s.cause,
    party_name: s.party.name,
    party_kind: s.party.kind,
    party_uscc: s.party.uscc,
    party_mark: s.party.mark,
    number: first?.number ?? null,
    opened_on: s.openedOn,
    signed_on: first?.signedOn ?? null,
    served_on: last === undefined ? null : arrivedOn(s, last),
    orders: s.corrections.length,
    correct_by: last?.by ?? null,
    checked_on: last?.checkedOn ?? null,
    corrected: last?.corrected ?? null,
    followed: last?.followed?.how ?? null,
    case_id: s.toCase?.caseId ?? null,
    revoked_on: s.revocation?.effectOn ?? null,
    ...orderColumns(CORRECTING_ROOM, s),
    ended_on: endedOn(s),
    archived_on: s.archive?.on ?? null,
    facts: [s.facts, s.place, s.violated].join('\n'),
  };
}
