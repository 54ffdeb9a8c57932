import type { LocalDate } from '#law';
import type { ListsOfDay, Punished } from '#law/discretion/lists-of-day';
import type { CaseProcessFacts } from '#law/rules/index';
import { unprovenBy } from './lifecycle/evidence-numbers.ts';
import { punished, weighed, weighingOf } from './lifecycle/weighing.ts';
import { type OrdinaryPenalty, reportOf } from './model.ts';

type S = OrdinaryPenalty;

/** Of whom and what, and as of which day, lists and benchmark are asked; null: nothing has been proposed. */
export function weighedOn(s: S): { readonly punished: Punished; readonly on: LocalDate } | null {
  const report = reportOf(s);
  return report === null ? null : { punished: punished(s), on: s.decision?.on ?? report.on };
}

/** How the decision was weighed, and while there is none, how the report proposes it. */
export function caseWeighing(s: S, lists: ListsOfDay | null): CaseProcessFacts['weighing'] {
  const [report, { decision }] = [reportOf(s), s];
  if (report === null || lists === null) return null;
  if (report.weighing === undefined && (decision?.weighing ?? null) === null) return 'untold';
  const weighing = decision?.weighing ?? weighingOf(report);
  const penalty = decision === null ? report.penalty : (decision.original ?? decision.penalty);
  return {
    weighed: weighed(penalty, weighing),
    proven: weighing.mitigation.length === 0 ? null : unprovenBy(s, weighing.proof.join('、')) === null,
    harm: s.harm,
    lists,
  };
}
