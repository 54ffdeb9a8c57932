import { PENALTY_KIND_LABELS, type PenaltyKind, yuan } from '../penalty.ts';
import { termWords } from '../penalty-terms.ts';
import type { PenaltyWeight } from '../penalty-weight.ts';

/** What was told and what is now to be, side by side: 告知的是罚款2,000元，决定的是罚款3,000元. */
export function besideTold(told: PenaltyWeight, now: PenaltyWeight, is: '决定' | '现在拟处罚'): string {
  return `告知的是${penaltyWords(told)}，${is}的是${penaltyWords(now)}`;
}

/** How a sum and a confiscated thing are told: to the party both in words, to whoever reads the case things by their numbers. */
type Telling = { readonly sum?: (fen: number) => string; readonly things?: (numbers: readonly number[]) => string };
const byNumber = (numbers: readonly number[]): string => `台账第${numbers.join('、')}号`;

/** 警告、罚款2,000元、暂扣许可证件（…，1个月）; 没有处罚 where nothing stands. */
export function penaltyWords(standing: PenaltyWeight | null, { sum = yuan, things = byNumber }: Telling = {}): string {
  if (standing === null || standing.kinds.length === 0) return '没有处罚';
  const { fineFen, incomeFen, goodsFen } = standing;
  const sums: Readonly<Partial<Record<string, number | null>>> = { CF03: fineFen, CF04: incomeFen, CF05: goodsFen };
  return standing.kinds
    .map((kind) => {
      const fen = sums[kind];
      return `${PENALTY_KIND_LABELS[kind]}${fen == null ? '' : sum(fen)}${extentWords(standing, kind, things)}`;
    })
    .join('、');
}

/** （道路运输经营许可证，编号123，3个月）; （台账第1、2号） of what is confiscated; nothing where it was not told. */
export function extentWords({ terms, things }: Pick<PenaltyWeight, 'terms' | 'things'>, kind: PenaltyKind, thingWords = byNumber): string {
  if (kind === 'CF05') return things === undefined ? '' : `（${thingWords(things)}）`;
  const own = (terms ?? []).filter((term) => term.kind === kind);
  return own.length === 0 ? '' : `（${own.map(termWords).join('；')}）`;
}
