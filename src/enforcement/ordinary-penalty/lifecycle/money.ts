import { daysBetween, type LocalDate, surchargeFen } from '#law';
import type { OrdinaryPenalty } from '../model.ts';

type S = OrdinaryPenalty;

export type Owed = { readonly fineFen: number; readonly paidFen: number; readonly surchargeFen: number; readonly leftFen: number };

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

/** The last day to pay: the deferral's, else the one counted from service; null while the decision has not been served. */
export function payBy(s: S, counted: LocalDate | null): LocalDate | null {
  return s.deferrals.at(-1)?.until ?? counted;
}

function isStopped(s: S, day: LocalDate): boolean {
  return s.disputes.some((d) => d.from <= day && (d.until === null || day <= d.until));
}

export function owedOn(s: S, last: LocalDate | null, on: LocalDate): Owed {
  const surcharge =
    last === null || daysBetween(last, on) <= 0 ? 0 : surchargeFen(fineOf(s), s.payments, { last, on }, (day) => isStopped(s, day));
  const paid = paidFen(s);
  return { fineFen: fineOf(s), paidFen: paid, surchargeFen: surcharge, leftFen: Math.max(0, dueSum(s) + surcharge - paid) };
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
