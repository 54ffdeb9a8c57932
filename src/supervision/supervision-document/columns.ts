import type { ColumnValue } from '#law';
import type { SupervisionDocument } from './model.ts';

/** Typed columns of the documents ledger and of 问题整改台账. */
export function columns(s: SupervisionDocument): Readonly<Record<string, ColumnValue>> {
  return {
    type: s.draft.type,
    subject: s.draft.subject,
    number: s.letter?.number ?? null,
    issuer_id: s.issuerId,
    addressee_id: s.draft.addresseeId,
    concerned_id: s.draft.concernedId,
    bureau_id: s.draft.reportToId,
    case_id: s.caseId,
    corrects_id: s.correctsId,
    signed_on: s.letter?.signedOn ?? null,
    served_on: s.letter?.servedOn ?? null,
    received_on: s.letter?.receipt?.on ?? null,
    reported_on: s.reports[0]?.on ?? null,
    problems: s.draft.problems.length,
    problems_done: s.draft.problems.filter((p) => p.handling?.result === 'done').length,
    problems_cleared: s.draft.problems.filter((p) => p.clearedOn !== null).length,
    returned: s.returned !== null,
    reminders: s.reminders,
    lapsed_on: s.lapsedOn,
    measure: s.measures?.measure ?? null,
    decision_number: s.decision?.number ?? null,
    ended_on: s.closedOn,
  };
}
