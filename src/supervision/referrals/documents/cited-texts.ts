import type { CitedText } from '#law';
import type { Referral } from '../model.ts';

/** Passages of a draft that may cite the law; facts are measured by the law of the days they tell of. */
export function citesIn({ letter, subject, basis, facts }: Referral): readonly CitedText[] {
  if (letter !== null) return [];
  return [
    { where: '“事由”', text: subject },
    { where: '“移送依据”', text: basis },
    { where: '“事实和线索”', text: facts, tellsOf: facts },
  ].filter(({ text }) => text !== '');
}
