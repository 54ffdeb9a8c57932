import type { ColumnValue } from '#law';
import type { SubjectChange } from './model.ts';

/** Typed columns of the ledger of changes of subjects. */
export function columns(s: SubjectChange): Readonly<Record<string, ColumnValue>> {
  const { wanted: w } = s;
  return {
    change: w.change,
    unit_id: w.unitId,
    bureau_id: w.bureauId,
    applicant_id: s.applicantId,
    government_id: s.governmentId,
    successor_id: w.successorId,
    effective_on: w.effectiveOn,
    number: s.letter?.number ?? null,
    announced_on: s.announcedOn,
    passed: s.passed,
    ended_on: s.endedOn,
  };
}
