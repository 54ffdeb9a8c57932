import { addDays, type LocalDate } from './local-date.ts';

/** 72(1): per cent of the fine for each day. */
const PERCENT_A_DAY = 3;

/** Money paid on a fine, in fen. */
export type PaidOn = { readonly on: LocalDate; readonly fen: number };

/**
 * The surcharge on a fine up to a day, in fen (处罚法 72(1), 73¶3): for each day after the last one to pay, on what of the
 * fine is unpaid on that day, without days that are stopped (复议、诉讼), and never above the fine itself (强制法 45).
 */
export function surchargeFen(
  fine: number,
  payments: readonly PaidOn[],
  { last, on }: { readonly last: LocalDate; readonly on: LocalDate },
  isStopped: (day: LocalDate) => boolean = () => false,
): number {
  let sum = 0;
  for (let day = addDays(last, 1); day <= on; day = addDays(day, 1)) {
    if (isStopped(day)) continue;
    const paid = payments.filter((p) => p.on < day).reduce((total, p) => total + p.fen, 0);
    // Whole fen in the party's favour.
    sum += Math.floor((Math.max(0, fine - paid) * PERCENT_A_DAY) / 100);
    if (sum >= fine) return fine;
  }
  return sum;
}
