import type { CitedText } from '#law';
import type { MajorPenaltyFiling } from '../model.ts';

/** Passages of an opinion that may cite the law; what is said of the decision is measured by the law of its day. */
export function citesIn({ opinion, letter, decision }: MajorPenaltyFiling): readonly CitedText[] {
  if (opinion === null || letter !== null) return [];
  const then = `处罚决定日期${decision.decidedOn}`;
  return [
    ...opinion.problems.flatMap(({ facts, basis }, i) => [
      { where: `第${i + 1}项“存在的问题”`, text: facts, tellsOf: `${then}；${facts}` },
      { where: `第${i + 1}项“违反的规定”`, text: basis, tellsOf: `${then}；${facts}` },
    ]),
    { where: '“纠正要求”', text: opinion.requirement },
  ].filter(({ text }) => text !== '');
}
