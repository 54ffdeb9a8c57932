import type { CitedText } from '#law';
import type { SupervisionDocument } from '../model.ts';

/**
 * Passages of a draft that may cite the law. What the facts of a problem tell happened on a day is measured by the law of
 * that day; what the document itself rests on and demands, by the law of its signing.
 */
export function citesIn({ letter, draft }: SupervisionDocument): readonly CitedText[] {
  if (letter !== null) return [];
  return [
    { where: '“事由”', text: draft.subject },
    { where: '“监督经过和查明的情况”', text: draft.background, tellsOf: draft.background },
    { where: '“总体要求”', text: draft.requirement ?? '' },
    { where: '“法律依据”', text: draft.basis?.text ?? '' },
    ...draft.problems.flatMap(({ no, facts, norm, demand }) => [
      { where: `问题清单第${no}项“存在的问题”`, text: facts, tellsOf: facts },
      { where: `问题清单第${no}项“违反的规定”`, text: norm, tellsOf: `${facts}${norm}` },
      { where: `问题清单第${no}项“处理要求”`, text: demand },
    ]),
  ].filter(({ text }) => text !== '');
}
