import { yuanTwice } from '../amount-in-words.ts';
import type { Reckoning } from '../last-day.ts';
import type { LocalDate } from '../local-date.ts';
import { yuan } from '../penalty.ts';
import { dayWords } from '../sheet.ts';
import { countsOnUnpaid } from '../surcharge.ts';
import type { Executed } from './model.ts';
import { countedLastDay, type Owed, owedNow, waivedFen } from './owing.ts';
import type { ExecutingRoom } from './room.ts';

/** A paper of a day, as far as what is owed on it can be counted. */
type OnDay<S extends Executed> = Reckoning & { readonly state: S; readonly legalDate: LocalDate };

/** 强制法 35(3): which sum is to be paid, confiscated income with the fine, and what has been added to the fine until the day. */
export function sumsUrged<S extends Executed>(room: ExecutingRoom<S>, c: OnDay<S>): readonly string[] {
  const { fineFen, dueFen, paidFen } = room.money(c.state);
  if (dueFen === 0) return [];
  const what =
    fineFen === 0 ? '没收违法所得' : fineFen === dueFen ? '罚款' : `罚款${yuan(fineFen)}、没收违法所得${yuan(dueFen - fineFen)}，共计`;
  return [`${what}${yuanTwice(dueFen)}，已缴纳${yuan(paidFen)}${surchargeWords(room, c)}。`];
}

/** The same for the court, which is told what was to be paid and what of it is left. */
export function sumsApplied<S extends Executed>(room: ExecutingRoom<S>, c: OnDay<S>): string {
  const { dueFen, paidFen } = room.money(c.state);
  return `应缴${yuanTwice(dueFen)}，已缴纳${yuan(paidFen)}${surchargeWords(room, c)}。`;
}

/** 加处罚款 up to the day of the paper, the day beside the sum (处罚法 72(1), 强制法 45); how it runs alone where it cannot be counted. */
function surchargeWords<S extends Executed>(room: ExecutingRoom<S>, c: OnDay<S>): string {
  if (room.money(c.state).fineFen === 0) return '';
  const rate = '；加处罚款自缴款期限届满的次日起每日按罚款数额的百分之三计算，不超出罚款的数额';
  const owed = owedNow(room, c);
  if (owed === 'unknown') return rate;
  const day = dayWords(c.legalDate);
  const left = `；至该日尚应缴纳合计${yuanTwice(owed.leftFen)}`;
  return `${rate}${onTheRest(room, c, owed)}，计算至${day}（含当日）为${yuanTwice(owed.surchargeFen)}${reduced(c.state)}${left}`;
}

/** A fine of which a part has come in: what the rate is taken of is the organ's reckoning, so the paper says which it is. */
function onTheRest<S extends Executed>(room: ExecutingRoom<S>, c: OnDay<S>, { paidFen }: Owed): string {
  const counted = countedLastDay(room, c);
  if (paidFen === 0 || counted === null || counted === 'unknown') return '';
  return countsOnUnpaid(c.profile, counted) ? '，已经缴纳一部分的按尚未缴纳的罚款计算' : '';
}

/** 强制法 42. */
function reduced(s: Executed): string {
  const fen = waivedFen(s);
  return fen === 0 ? '' : `（已减去减免的${yuan(fen)}）`;
}
