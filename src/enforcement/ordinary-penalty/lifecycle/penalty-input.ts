import { type Citation, extentOf, type Guard, numbersIn, otherFineIn, type PenaltyTerm, termsLack, yuan } from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import { DISPOSAL_LABELS, type Good } from '../model-custody.ts';
import type { Kind, Penalty } from '../model-deciding.ts';
import { form, law } from './conditions.ts';

export type PenaltyInput = {
  readonly kinds: readonly Kind[] | null;
  readonly fine: number | null;
  readonly income: number | null;
  readonly goods: number | null;
  readonly content: string | null;
  readonly terms?: readonly PenaltyTerm[] | null;
  /** Numbers of the ledger of 涉案财物. */
  readonly things?: string | null;
};

/** What was typed as a penalty; null where no kind was chosen. */
export function penaltyOf({ kinds, fine, income, goods, content, terms, things }: PenaltyInput): Penalty | null {
  if (kinds === null) return null;
  const extent = extentOf({ terms: terms ?? null, things: things ?? null });
  return { kinds, fineFen: fine, incomeFen: income, goodsFen: goods, content: content ?? '', ...extent };
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

/**
 * 44, 59(3): a licence is named and a length is told apart from the words, so that what is decided can be held against what was
 * told. What was done elsewhere without them is recorded as it was: how heavy it is then stays unanswered.
 */
export function termsFit<I extends PenaltyInput>(cite: Citation): Guard<OrdinaryPenalty, I> {
  return law<I>('处罚所涉的证照、限制和期限逐项写明', cite, ({ input: { kinds, terms }, reported }) => {
    if (reported === true && terms == null) return null;
    const lack = termsLack(kinds ?? [], terms ?? []);
    return lack === null ? null : ['terms', lack];
  });
}

/** 74: whoever confiscates says which of the things on file; each lies somewhere, and somebody keeps it. */
export function thingsNamed<I extends PenaltyInput>(cite: Citation): Guard<OrdinaryPenalty, I> {
  return law<I>('没收的财物在涉案财物台账上', cite, ({ state, input: { kinds, things }, reported }) => {
    const isTaken = kinds?.includes('CF05') === true;
    if (things == null)
      return isTaken && reported !== true
        ? ['things', '没收非法财物的，请填写没收的财物在涉案财物台账上的序号；还没有登记的，先办理“涉案财物入库”']
        : null;
    if (!isTaken) return ['things', '没有选择没收非法财物，不填没收的财物'];
    const numbers = numbersIn(things);
    if (numbers === null) return ['things', '没收的财物应当填写涉案财物台账的序号，例如“1、3”'];
    const unknown = numbers.find((no) => !state.goods.some((good) => good.no === no));
    if (unknown !== undefined) return ['things', `本案涉案财物台账没有第${unknown}号物品`];
    const gone = state.goods.find((good) => numbers.includes(good.no) && good.ended !== null);
    return gone === undefined ? null : ['things', `第${gone.no}号物品“${gone.name}”已经${endedWords(gone)}，不能没收`];
  });
}

const endedWords = ({ ended }: Good): string => (ended === null ? '' : DISPOSAL_LABELS[ended.how]);
