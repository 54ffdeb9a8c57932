import { PENALTY_KIND_LABELS, yuan } from '../penalty.ts';
import type { Standing } from './model.ts';

/** What was told and what is now to be, side by side: 告知的是罚款2,000元，决定的是罚款3,000元. */
export function besideTold(told: Omit<Standing, 'content'>, now: Omit<Standing, 'content'>, is: '决定' | '现在拟处罚'): string {
  return `告知的是${penaltyWords(told)}，${is}的是${penaltyWords(now)}`;
}

/** 警告、罚款2,000元; 没有处罚 where nothing stands. `sum`: how a sum is told. */
export function penaltyWords(standing: Omit<Standing, 'content'> | null, sum: (fen: number) => string = yuan): string {
  if (standing === null || standing.kinds.length === 0) return '没有处罚';
  const { fineFen, incomeFen, goodsFen } = standing;
  const sums: Readonly<Partial<Record<string, number | null>>> = { CF03: fineFen, CF04: incomeFen, CF05: goodsFen };
  return standing.kinds.map((kind) => `${PENALTY_KIND_LABELS[kind]}${sums[kind] == null ? '' : sum(sums[kind] ?? 0)}`).join('、');
}
