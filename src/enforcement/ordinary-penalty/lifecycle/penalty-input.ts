import { type Citation, type Guard, otherFineIn, yuan } from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import type { Kind, Penalty } from '../model-deciding.ts';
import { form, law } from './conditions.ts';

export type PenaltyInput = {
  readonly kinds: readonly Kind[] | null;
  readonly fine: number | null;
  readonly income: number | null;
  readonly goods: number | null;
  readonly content: string | null;
};

/** What was typed as a penalty; null where no kind was chosen. */
export function penaltyOf({ kinds, fine, income, goods, content }: PenaltyInput): Penalty | null {
  if (kinds === null) return null;
  return { kinds, fineFen: fine, incomeFen: income, goodsFen: goods, content: content ?? '' };
}

/** Kinds and sums go together: a fine has its sum, and no sum stands without its kind. */
export function penaltyFits<I extends PenaltyInput>(cite: Citation, asked: (input: I) => boolean): Guard<OrdinaryPenalty, I> {
  return form<I>('处罚种类与数额、内容相符', cite, ({ input }) => {
    if (!asked(input)) return input.kinds === null ? null : ['no-penalty', '不给予处罚的，不填处罚种类'];
    const kinds = input.kinds ?? [];
    if (kinds.length === 0) return ['kinds', '请选择处罚种类'];
    if ((input.content ?? '') === '') return ['content', '请写明处罚内容'];
    for (const [kind, sum, name] of [
      ['CF03', input.fine, '罚款'],
      ['CF04', input.income, '没收违法所得'],
      ['CF05', input.goods, '没收非法财物'],
    ] as const) {
      const isChosen = kinds.includes(kind);
      if (isChosen && (sum === null || sum === 0)) return ['sum', `选择了${name}的，请填写数额`];
      if (!isChosen && sum !== null) return ['sum', `填写了${name}数额的，请选择该处罚种类`];
    }
    return null;
  });
}

/** The party is told one fine: the sum that counts is not contradicted by the words beside it. Told elsewhere so, it is a finding. */
export function saysOneFine<I extends PenaltyInput>(cite: Citation): Guard<OrdinaryPenalty, I> {
  return law<I>('处罚内容写明的罚款与数额一致', cite, ({ input: { fine, content } }) => {
    const other = fine === null ? null : otherFineIn(content ?? '', fine);
    return other === null ? null : ['other-fine', `处罚内容写明罚款${yuan(other)}，与罚款数额${yuan(fine ?? 0)}不一致`];
  });
}
