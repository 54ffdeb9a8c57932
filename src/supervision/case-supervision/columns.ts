import type { ColumnValue } from '#law';
import { type SupervisionCase, unansweredProblems } from './model.ts';

/** Typed columns of the cases ledger. */
export function columns(s: SupervisionCase): Readonly<Record<string, ColumnValue>> {
  return {
    source: s.source,
    partner: s.partner,
    subject: s.subject,
    unit_id: s.unitId,
    head: s.head,
    organ_id: s.organId,
    petitioner_id: s.petition?.officeId ?? null,
    reassigned_to: s.reassignedTo,
    number: s.number,
    opened_on: s.openedOn,
    triaged_on: s.triagedOn,
    filed_on: s.filedOn,
    concluded_on: s.concludedOn,
    ended_on: s.closedOn,
    findings: s.findings,
    evidence: s.gathered.filter((g) => g.isEvidence).length,
    refusals: s.refusals,
    problems: s.problems.length,
    problems_unanswered: unansweredProblems(s).length,
    documents: s.documents.length,
  };
}
