import { countsOnUnpaid, type LocalDate, type Profile, surchargeStops, surchargeUpTo } from '#law';
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

/** Until when the party may pay: the latest deferral's last day, or the one counted from service if that is later. */
export function payBy(s: S, counted: LocalDate): LocalDate {
  return [counted, ...s.deferrals.map((d) => d.until)].toSorted().at(-1) ?? counted;
}

/**
 * What is owed on a day. `counted`: the last day to pay as the law counts it, before any deferral; null while the decision
 * has not been served.
 */
export function owedOn(s: S, counted: LocalDate | null, on: LocalDate, profile: Profile): Owed {
  const [fineFen, paid] = [fineOf(s), paidFen(s)];
  const unpaid = { fineFen, payments: s.payments, deferrals: s.deferrals, stops: surchargeStops(s) };
  const accrued = counted === null ? 0 : surchargeUpTo({ ...unpaid, lastDay: counted, onUnpaid: countsOnUnpaid(profile, counted) }, on);
  const surcharge = Math.max(0, accrued - waivedFen(s));
  return { fineFen, paidFen: paid, surchargeFen: surcharge, leftFen: Math.max(0, dueSum(s) + surcharge - paid) };
}

/** 强制法 42: the surcharge alone can be reduced, never the fine. */
function waivedFen(s: S): number {
  return s.agreements.reduce((sum, a) => sum + a.waivedFen, 0);
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
