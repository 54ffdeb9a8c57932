import type { CitedText } from '#law';
import type { Assistance } from '../model.ts';

/** Passages of a draft that may cite the law; facts are measured by the law of the days they tell of. */
export function citesIn({ letter, subject, basis, facts, request, reply }: Assistance): readonly CitedText[] {
  if (letter !== null)
    return reply == null || reply.letter !== null ? [] : [{ where: '“复函内容”', text: reply.words, tellsOf: reply.words }];
  return [
    { where: '“事由”', text: subject },
    { where: '“请求的依据”', text: basis },
    { where: '“案件情况”', text: facts, tellsOf: facts },
    { where: '“请求的事项”', text: request },
  ].filter(({ text }) => text !== '');
}
