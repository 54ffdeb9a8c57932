import type { ColumnValue } from '#law';
import type { Assistance } from './model.ts';

/** Typed columns of the ledger of requests; whom a request is about stays out of it. */
export function columns(s: Assistance): Readonly<Record<string, ColumnValue>> {
  return {
    way: s.way,
    subject: s.subject,
    number: s.letter?.number ?? null,
    issuer_id: s.issuerId,
    addressee_id: s.addresseeId,
    outside: s.outside,
    case_id: s.caseId,
    signed_on: s.letter?.signedOn ?? null,
    served_on: s.letter?.servedOn ?? null,
    received_on: s.letter?.receipt?.on ?? null,
    agreed_on: s.agreedOn,
    answered_on: s.answer?.on ?? null,
    outcome: s.answer?.outcome ?? null,
    coordination_on: s.coordination?.askedOn ?? null,
    reminders: s.reminders,
    ended_on: s.closedOn,
  };
}
