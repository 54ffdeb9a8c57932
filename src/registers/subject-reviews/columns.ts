import type { ColumnValue } from '#law';
import type { Conclusion, SubjectReview } from './model.ts';

/** Typed columns of the ledger of reviews of subjects. */
export function columns(s: SubjectReview): Readonly<Record<string, ColumnValue>> {
  const counted = (conclusion: Conclusion): number => s.conclusions.filter((c) => c.conclusion === conclusion).length;
  return {
    year: s.year,
    bureau_id: s.bureauId,
    government_id: s.governmentId,
    units: s.units,
    due_on: s.dueOn,
    reported: s.reports.length,
    kept: counted('keep'),
    changed: counted('change'),
    cancelled: counted('cancel'),
    number: s.letter?.number ?? null,
    announced_on: s.announcedOn,
    ended_on: s.endedOn,
  };
}
