import { type Deferral, deferralOn, missedFen, missedParts, totalFen } from './instalments.ts';
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
  /** Parts of the fine that a change added to it, in their order, with fifteen days of their own; left out: there is none. */
  readonly added?: readonly AddedPart[];
};

/** What a change added to the fine, from the day of its effect. */
export type AddedPart = { readonly fen: number; readonly from: LocalDate; readonly lastDay: LocalDate };

/** A part of the fine behind `beforeFen` of it that are owed, and paid, earlier. */
type Part = { readonly fen: number; readonly beforeFen: number; readonly from: LocalDate | null; readonly lastDay: LocalDate };

/**
 * 加处罚款 up to a day, in whole fen in the party's favour, never above the fine itself (处罚法 72(1), 强制法 45). A deferral
 * approved after the last day stops the count from its approval on and does away with nothing.
 */
export function surchargeUpTo(unpaid: Unpaid, on: LocalDate): number {
  return partsOf(unpaid).reduce((sum, part) => sum + ofPart(unpaid, part, on), 0);
}

function partsOf({ fineFen, lastDay, added = [] }: Unpaid): readonly Part[] {
  const firstFen = fineFen - totalFen(added);
  const later = added.map((part, i) => ({ ...part, beforeFen: firstFen + totalFen(added.slice(0, i)) }));
  return [{ fen: firstFen, beforeFen: 0, from: null, lastDay }, ...later];
}

/** Payments go to the earlier parts first. */
const paidOf = ({ fen, beforeFen }: Pick<Part, 'fen' | 'beforeFen'>, paid: number): number => Math.min(fen, Math.max(0, paid - beforeFen));

function ofPart(unpaid: Unpaid, part: Part, on: LocalDate): number {
  const { payments, stops } = unpaid;
  let sum = 0;
  for (let day = addDays(part.lastDay, 1); day <= on; day = addDays(day, 1)) {
    if (stops.some((s) => s.from <= day && (s.until === null || day <= s.until))) continue;
    const paid = payments.reduce((total, p) => (p.on < day ? total + p.fen : total), 0);
    // Nothing is added to a fine that is paid, whatever it is counted on.
    if (paidOf(part, paid) >= part.fen) break;
    sum += Math.floor((lateFen(unpaid, part, paid, day) * PERCENT_A_DAY) / 100);
    if (sum >= part.fen) return part.fen;
  }
  return sum;
}

/** Of which sum a day's part is taken: all of it that is late on the day; payments go to the fine before the illegal income. */
function lateFen({ fineFen, dueFen, deferrals, onUnpaid, added = [] }: Unpaid, part: Part, paid: number, day: LocalDate): number {
  const left = part.fen - paidOf(part, paid);
  const deferral = deferralOn(deferrals, day);
  if (deferral === null) return onUnpaid ? left : part.fen;
  // The plan was made of the fine as it was: while it runs nothing is late of what came to it later.
  if (part.from !== null && part.from > deferral.on) return 0;
  const later = totalFen(added.filter(({ from }) => from > deferral.on));
  const rest = dueFen - later - (paid - paidOf({ fen: later, beforeFen: fineFen - later }, paid));
  const leftBefore = part.beforeFen - Math.min(part.beforeFen, paid);
  const late = Math.min(left, Math.max(0, missedFen(deferral, rest, day) - leftBefore));
  if (onUnpaid || late === 0) return late;
  return Math.min(part.fen, Math.max(0, missedParts(deferral, rest, day) - part.beforeFen));
}

/** 72(1) says 罚款数额 and nothing of a fine paid in part: on the rest, until the city says otherwise (待核定). */
export function countsOnUnpaid(profile: Profile, on: LocalDate): boolean {
  return parameterOf(profile, 'E06.on-unpaid', on)?.value !== 0;
}
