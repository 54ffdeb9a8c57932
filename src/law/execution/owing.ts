import { conditionsOf, type Stop } from '../conditions.ts';
import { surchargeStops } from '../disputing/index.ts';
import { deferralOn, missedFen } from '../instalments.ts';
import { lastDay, type Reckoning } from '../last-day.ts';
import type { LocalDate } from '../local-date.ts';
import type { Guard } from '../matter-kind.ts';
import { yuan } from '../penalty.ts';
import { countsOnUnpaid, surchargeUpTo, type Unpaid } from '../surcharge.ts';
import { PENALTY_67 } from './articles.ts';
import { addedSince, fineParts } from './fine-parts.ts';
import type { Executed } from './model.ts';
import type { ExecutingRoom } from './room.ts';

/** What is owed on a day, in fen. `surchargeFen`: accrued until then, less what was waived; paid or not. */
export type Owed = { readonly fineFen: number; readonly paidFen: number; readonly surchargeFen: number; readonly leftFen: number };

type Counting<S extends Executed> = Reckoning & { readonly state: S };

/** The last day to pay what was owed first, as the law counts it (67), before any deferral; 'unknown' while the calendar does not reach it. */
export function countedLastDay<S extends Executed>(room: ExecutingRoom<S>, c: Counting<S>): LocalDate | null | 'unknown' {
  const [first] = fineParts(room, c.state);
  return first === undefined ? null : lastDayFrom(first.from, c);
}

const lastDayFrom = (from: LocalDate, { profile, calendar }: Reckoning): LocalDate | null | 'unknown' =>
  lastDay('law.fine-payment', from, { profile, ...(calendar === undefined ? {} : { calendar }) });

/** The last day on which the party may still pay all of it without being late: the latest deferral's, or the counted one of what was owed last. */
export function lastDayToPay<S extends Executed>(room: ExecutingRoom<S>, c: Counting<S>): LocalDate | null | 'unknown' {
  const last = fineParts(room, c.state).at(-1);
  const counted = last === undefined ? null : lastDayFrom(last.from, c);
  const deferred = c.state.deferrals.map((d) => d.until);
  if (counted === 'unknown') return deferred.at(-1) ?? 'unknown';
  return counted === null ? null : ([counted, ...deferred].toSorted().at(-1) ?? counted);
}

/** What is owed on the day of the act; 'unknown' where the page cannot count. Nothing accrues before the decision has arrived. */
export function owedNow<S extends Executed>(room: ExecutingRoom<S>, c: Counting<S> & { readonly legalDate: LocalDate }): Owed | 'unknown' {
  const counted = countedLastDay(room, c);
  if (counted === 'unknown') return 'unknown';
  const { fineFen, dueFen, paidFen } = room.money(c.state);
  const surchargeFen = Math.max(0, accruedFen(room, c, counted) - waivedFen(c.state));
  return { fineFen, paidFen, surchargeFen, leftFen: Math.max(0, dueFen + surchargeFen - paidFen) };
}

function accruedFen<S extends Executed>(
  room: ExecutingRoom<S>,
  c: Counting<S> & { readonly legalDate: LocalDate },
  counted: LocalDate | null,
): number {
  return counted === null ? 0 : surchargeUpTo(unpaidOf(room, c, counted), c.legalDate);
}

/** What 加处罚款 is counted from; `counted`: the last day to pay what was owed first. */
export function unpaidOf<S extends Executed>(room: ExecutingRoom<S>, c: Counting<S>, counted: LocalDate): Unpaid {
  const { state: s, profile } = c;
  const { fineFen, dueFen, payments } = room.money(s);
  const [, ...later] = fineParts(room, s);
  const added = later.flatMap(({ fen, from }) => {
    const last = lastDayFrom(from, c);
    // Whoever has counted the first of these days can count the others.
    return last === null || last === 'unknown' ? [] : [{ fen, from, lastDay: last }];
  });
  return {
    ...{ fineFen, dueFen, payments, deferrals: s.deferrals, stops: surchargeStops(s) },
    ...{ lastDay: counted, onUnpaid: countsOnUnpaid(profile, counted), added },
  };
}

/**
 * The day on which nothing was owed any more, what had been added to the fine among it; null while something is, where nothing
 * ever came in, or where it cannot be counted. A fine that was paid late is not performed before its surcharge is (强制法 53, 45).
 */
export function clearedOn<S extends Executed>(room: ExecutingRoom<S>, c: Counting<S>): LocalDate | null {
  const counted = countedLastDay(room, c);
  if (counted === 'unknown') return null;
  const { dueFen, receipts } = room.money(c.state);
  const { agreements } = c.state;
  const cleared = (day: LocalDate): boolean => {
    const paid = receipts.reduce((sum, p) => (p.on <= day ? sum + p.fen : sum), 0);
    const waived = agreements.reduce((sum, a) => (a.on <= day ? sum + a.waivedFen : sum), 0);
    return dueFen + Math.max(0, accruedFen(room, { ...c, legalDate: day }, counted) - waived) <= paid;
  };
  // Only on these days can the rest have come down to nothing.
  const days = receipts.length === 0 ? [] : [...receipts, ...agreements].map(({ on }) => on).toSorted();
  return days.find(cleared) ?? null;
}

/** What of the fine and the illegal income is still to be paid, whatever was added to it. */
export function restFen<S extends Executed>({ money }: ExecutingRoom<S>, s: S): number {
  const { dueFen, payments } = money(s);
  return Math.max(0, dueFen - payments.reduce((sum, p) => sum + p.fen, 0));
}

/** A part of the plan was not paid on its day, though the plan goes on for the rest. */
export function hasMissed<S extends Executed>(room: ExecutingRoom<S>, s: S, day: LocalDate): boolean {
  const deferral = deferralOn(s.deferrals, day);
  return deferral !== null && missedFen(deferral, restFen(room, s) - addedSince(room, s, deferral.on), day) > 0;
}

/** 强制法 42: the surcharge alone can be reduced, never the fine. */
export function waivedFen(s: Executed): number {
  return s.agreements.reduce((sum, a) => sum + a.waivedFen, 0);
}

/** 67, 72: the fine, the illegal income and what was added are all there. */
export function nothingLeft<S extends Executed>(room: ExecutingRoom<S>): Guard<S, null> {
  return conditionsOf<S>().law<null>('罚款、加处罚款和没收违法所得均已缴清', PENALTY_67, (c): Stop => {
    const owed = owedNow(room, c);
    if (owed === 'unknown') return 'unknown';
    return owed.leftFen === 0 ? null : ['unpaid', `尚有${yuan(owed.leftFen)}没有缴纳`];
  });
}
