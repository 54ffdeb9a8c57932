import { PENALTY_KIND_LABELS, type PenaltyKind, yuan } from '../penalty.ts';
import { termWords } from '../penalty-terms.ts';
import type { PenaltyWeight } from '../penalty-weight.ts';

/** What was told and what is now to be, side by side: 告知的是罚款2,000元，决定的是罚款3,000元. */
export function besideTold(told: PenaltyWeight, now: PenaltyWeight, is: '决定' | '现在拟处罚'): string {
  return `告知的是${penaltyWords(told)}，${is}的是${penaltyWords(now)}`;
}

/** 警告、罚款2,000元、暂扣许可证件（…，1个月）; 没有处罚 where nothing stands. `sum`: how a sum is told. */
export function penaltyWords(standing: PenaltyWeight | null, sum: (fen: number) => string = yuan): string {
  if (standing === null || standing.kinds.length === 0) return '没有处罚';
  const { fineFen, incomeFen, goodsFen } = standing;
  const sums: Readonly<Partial<Record<string, number | null>>> = { CF03: fineFen, CF04: incomeFen, CF05: goodsFen };
  return standing.kinds
    .map((kind) => `${PENALTY_KIND_LABELS[kind]}${sums[kind] == null ? '' : sum(sums[kind] ?? 0)}${extentWords(standing, kind)}`)
    .join('、');
}

/** （道路运输经营许可证，编号123，3个月）; （台账第1、2号） of what is confiscated; nothing where it was not told. */
export function extentWords({ terms, things }: Pick<PenaltyWeight, 'terms' | 'things'>, kind: PenaltyKind): string {
  if (kind === 'CF05') return things === undefined ? '' : `（台账第${things.join('、')}号）`;
  const own = (terms ?? []).filter((term) => term.kind === kind);
  return own.length === 0 ? '' : `（${own.map(termWords).join('；')}）`;
}
