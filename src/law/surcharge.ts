import { type Deferral, deferralOn, missedFen, missedParts } from './instalments.ts';
import { addDays, type LocalDate } from './local-date.ts';
import { type Profile, parameterOf } from './profile.ts';

/** 处罚法 72(1): three per cent for each day. */
const PERCENT_A_DAY = 3;

type Span = { readonly from: LocalDate; readonly until: LocalDate | null };

/** A fine that was not paid in time, as far as the surcharge depends on it; sums in fen. */
export type Unpaid = {
  readonly fineFen: number;
  /** The fine and the illegal income: what instalments are parts of. */
  readonly dueFen: number;
  /** What was paid of the fine, by days. */
  readonly payments: readonly { readonly on: LocalDate; readonly fen: number }[];
  /** The last day to pay as the law counts it, before any deferral. */
  readonly lastDay: LocalDate;
  /** 延期、分期 (66¶2): from its approval until its last day nothing is added but to a part that was missed; what had accrued before stays. */
  readonly deferrals: readonly Deferral[];
  /** 复议、诉讼 (73¶3), or 停止执行: not counted from the first to the last day of each. */
  readonly stops: readonly Span[];
  /** Counted on what is unpaid that day rather than on the whole fine. */
  readonly onUnpaid: boolean;
};

/**
 * 加处罚款 up to a day, in whole fen in the party's favour, never above the fine itself (处罚法 72(1), 强制法 45). A deferral
 * approved after the last day stops the count from its approval on and does away with nothing.
 */
export function surchargeUpTo(unpaid: Unpaid, on: LocalDate): number {
  const { fineFen, payments, lastDay, stops } = unpaid;
  let sum = 0;
  for (let day = addDays(lastDay, 1); day <= on; day = addDays(day, 1)) {
    if (stops.some((s) => s.from <= day && (s.until === null || day <= s.until))) continue;
    const paid = payments.reduce((total, p) => (p.on < day ? total + p.fen : total), 0);
    // Nothing is added to a fine that is paid, whatever it is counted on.
    if (paid >= fineFen) break;
    sum += Math.floor((lateFen(unpaid, paid, day) * PERCENT_A_DAY) / 100);
    if (sum >= fineFen) return fineFen;
  }
  return sum;
}

/** Of which sum a day's part is taken: all of the fine that is late on it; payments go to the fine before the illegal income. */
function lateFen({ fineFen, dueFen, deferrals, onUnpaid }: Unpaid, paid: number, day: LocalDate): number {
  const left = fineFen - paid;
  const deferral = deferralOn(deferrals, day);
  if (deferral === null) return onUnpaid ? left : fineFen;
  const late = Math.min(left, missedFen(deferral, dueFen - paid, day));
  return onUnpaid || late === 0 ? late : Math.min(fineFen, missedParts(deferral, dueFen - paid, day));
}

/** 72(1) says 罚款数额 and nothing of a fine paid in part: on the rest, until the city says otherwise (待核定). */
export function countsOnUnpaid(profile: Profile, on: LocalDate): boolean {
  return parameterOf(profile, 'E06.on-unpaid', on)?.value !== 0;
}
