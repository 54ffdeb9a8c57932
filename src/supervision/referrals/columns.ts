import type { ColumnValue } from '#law';
import type { Referral, SealedReferral } from './model.ts';

/** Typed columns of the referrals ledger. */
export function columns(s: Referral): Readonly<Record<string, ColumnValue>> {
  return {
    subject: s.subject,
    number: s.letter?.number ?? null,
    issuer_id: s.issuerId,
    addressee_id: s.addresseeId,
    case_id: s.caseId,
    signed_on: s.letter?.signedOn ?? null,
    served_on: s.letter?.servedOn ?? null,
    received_on: s.letter?.receipt?.on ?? null,
    decided_on: s.decidedOn,
    answered_on: s.answeredOn,
    reminders: s.reminders,
    reported: s.reportedToGovernment,
    ended_on: s.closedOn,
  };
}

/** Of a sealed matter nothing but days: neither person nor clue leaves the state. */
export function sealedColumns(s: SealedReferral): Readonly<Record<string, ColumnValue>> {
  return {
    signed_on: s.letter?.signedOn ?? null,
    sent_on: s.letter?.servedOn ?? null,
    receipt_on: s.receiptOn,
    ended_on: s.closedOn,
  };
}
