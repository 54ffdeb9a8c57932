import { CITATIONS_STAND, type CitedText, chineseDay, type Guard, type InputOf } from '#law';
import type { FORMS } from '../forms.ts';
import { type OrdinaryPenalty, reportOf } from '../model.ts';

type S = OrdinaryPenalty;

/** A law that has been repealed since the act was committed still governs it (从旧, 处罚法 37); one that goes on is governed by the law of its end. */
function texts(s: S, { violated, basis }: { readonly violated: string | null; readonly basis: string | null }): readonly CitedText[] {
  const tellsOf = chineseDay(s.actEndedOn ?? s.discoveredOn);
  return [
    { where: '违反的规定', text: violated ?? '', tellsOf },
    { where: '处罚依据', text: basis ?? '', tellsOf },
  ].filter(({ text }) => text !== '');
}

/** What the report says, until it is decided; before there is a report, what was proposed. */
export function citesIn(s: S): readonly CitedText[] {
  if (s.decision !== null || s.endedOn !== null || s.transferredOn !== null) return [];
  const report = reportOf(s);
  if (report === null) return texts(s, { violated: null, basis: s.basis });
  return report.outcome === 'penalty' ? texts(s, report) : [];
}

/** Of the report as it is typed; what leads to no penalty rests on no law of penalties. */
export const citedInReport = (
  s: S,
  input: Pick<
    { readonly [K in keyof (typeof FORMS)['conclude']]: InputOf<(typeof FORMS)['conclude']>[K] | null },
    'violated' | 'basis' | 'outcome'
  >,
): readonly CitedText[] => (input.outcome === 'penalty' ? texts(s, input) : []);

/** D11 before the decision: of what was done elsewhere the decision alone is doubted, once. */
export const CITED_IN_FORCE: Guard<never, never> = {
  ...CITATIONS_STAND,
  check: (c) => (c.reported === true ? null : CITATIONS_STAND.check(c)),
};
