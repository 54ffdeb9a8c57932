import type { LocalDate } from '#law';
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

/** The day on which the money that the decision takes was all there; null while some is left, or where it takes none. */
export function paidUpOn(s: S): LocalDate | null {
  const due = dueSum(s);
  let paid = 0;
  for (const one of s.payments) {
    paid += one.fen;
    if (paid >= due) return one.on;
  }
  return null;
}
