import type { CitedText } from '#law';
import { type SupervisionCase, unansweredProblems } from '../model.ts';

/** What the problems that still wait for a document are measured by, as of the days that they tell of. */
export function citesIn(s: SupervisionCase): readonly CitedText[] {
  return unansweredProblems(s).map(({ no, facts, norm }) => ({
    where: `第${no}项问题“违反的规定”`,
    text: norm,
    tellsOf: `${facts}${norm}`,
  }));
}
