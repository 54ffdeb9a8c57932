import { type ColumnValue, yearOf } from '#law';
import type { PenaltyRecord } from './model.ts';

/** Typed columns of the list of decisions, of the key across sources and of comparing. */
export function columns(s: PenaltyRecord): Readonly<Record<string, ColumnValue>> {
  const { row } = s;
  return {
    organ_id: s.organId,
    organ_name: row.organ.name,
    number: row.number.text,
    number_key: row.number.key,
    decision_year: yearOf(row.decidedOn),
    key_serial: s.keySerial,
    decided_on: row.decidedOn,
    party_name: row.party.name,
    party_kind: row.party.kind,
    party_uscc: row.party.uscc,
    party_mark: s.partyMark,
    likeness: s.likeness,
    conduct: row.conduct,
    kinds: [...row.penalty.kinds],
    fine_fen: row.fineFen,
    confiscated_fen: row.confiscatedFen,
    procedure: row.extension.procedure,
    item_code: row.extension.itemCode,
    handler: row.extension.handler,
    file_kind: row.source.fileKind,
    content_mark: s.contentMark,
    other_mark: s.otherwise?.contentMark ?? null,
    former_marks: [...(s.formerMarks ?? [])],
    counted: s.mergedInto === null,
    updates: s.updates.length,
  };
}
