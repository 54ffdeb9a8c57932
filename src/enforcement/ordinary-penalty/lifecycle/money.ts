import type { OrdinaryPenalty } from '../model.ts';

type S = OrdinaryPenalty;

export function fineOf(s: S): number {
  const penalty = s.decision?.penalty ?? null;
  return penalty?.fineFen ?? 0;
}

/** Money that the decision takes: the fine and the illegal income; goods are disposed of, not paid. */
export function dueSum(s: S): number {
  return fineOf(s) + (s.decision?.penalty?.incomeFen ?? 0);
}

export function paidFen(s: S): number {
  return s.payments.reduce((sum, p) => sum + p.fen, 0);
}
