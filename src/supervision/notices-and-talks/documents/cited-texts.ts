import type { CitedText } from '#law';
import type { NoticeAndTalk } from '../model.ts';

/** Passages of a draft that may cite the law; facts are measured by the law of the days they tell of. */
export function citesIn({ letter, subject, facts, requirement, conditions }: NoticeAndTalk): readonly CitedText[] {
  if (letter !== null) return [];
  const told = (where: string, text: string): CitedText => ({ where, text, tellsOf: text });
  return [
    { where: '“事由”', text: subject },
    told('“有关事实”', facts),
    { where: '“要求”', text: requirement },
    told('“行政执法问题突出的事实”', conditions?.prominent ?? ''),
    told('“造成重大影响的事实”', conditions?.impact ?? ''),
  ].filter(({ text }) => text !== '');
}
