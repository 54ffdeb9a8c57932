import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { LettersFact } from './case-facts.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const eServiceAgreed: SupervisionRule<LettersFact> = {
  ...OF_A_CASE,
  id: 'E02',
  title: '电子送达以前是否签订确认书',
  cite: [cite('行政处罚法', 61)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '当事人同意并签订确认书的，行政机关可以采用传真、电子邮件等方式，将行政处罚决定书等送达当事人。',
  check: ({ letters }) =>
    letters.flatMap(({ what, how, receivedOn, confirmedOn }) => {
      if (how !== 'electronic' || receivedOn === null || (confirmedOn !== null && confirmedOn <= receivedOn)) return [];
      return {
        because: `${what}${receivedOn}电子送达，${confirmedOn === null ? '当事人没有签订确认书' : `确认书${confirmedOn}才签订`}`,
        facts: { 文书: what, 送达日期: receivedOn, 确认书: confirmedOn ?? '无' },
        clears: '送达以前当事人签名的确认书',
        fact: what,
      };
    }),
};
