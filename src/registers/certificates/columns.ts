import type { ColumnValue } from '#law';
import type { CertificateAffair } from './model.ts';

/** Typed columns of the ledger of affairs of certificates. */
export function columns(s: CertificateAffair): Readonly<Record<string, ColumnValue>> {
  return {
    affair: s.affair,
    unit_id: s.unitId,
    bureau_id: s.bureauId,
    forwarder_id: s.forwarderId,
    certificate_kind: s.card.kind,
    certificate_number: s.card.number,
    holder: s.card.name,
    due_on: s.due?.on ?? null,
    filed_on: s.filedOn,
    declared_on: s.declared?.on ?? null,
    forwarded_on: s.forwarded?.on ?? null,
    answered_on: s.answers.at(-1)?.on ?? null,
    effective_from: s.answers.at(-1)?.from ?? null,
    new_number: s.issued?.number ?? null,
    valid_through: s.issued?.through ?? null,
    ended_on: s.endedOn,
  };
}
