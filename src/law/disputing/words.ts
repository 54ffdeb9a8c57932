import { PENALTY_KIND_LABELS, yuan } from '../penalty.ts';
import type { Standing } from './model.ts';

/** 警告、罚款2,000元; 没有处罚 where nothing stands. `sum`: how a sum is told. */
export function penaltyWords(standing: Omit<Standing, 'content'> | null, sum: (fen: number) => string = yuan): string {
  if (standing === null || standing.kinds.length === 0) return '没有处罚';
  const { fineFen, incomeFen, goodsFen } = standing;
  const sums: Readonly<Partial<Record<string, number | null>>> = { CF03: fineFen, CF04: incomeFen, CF05: goodsFen };
  return standing.kinds.map((kind) => `${PENALTY_KIND_LABELS[kind]}${sums[kind] == null ? '' : sum(sums[kind] ?? 0)}`).join('、');
}
