import type { LocalDate } from '../local-date.ts';
import type { Correcting, CorrectionOrder, Followed } from './model.ts';
import { deadlineOf, ordersOf } from './orders.ts';
import type { CorrectingRoom } from './room.ts';

/** How an order to correct stands, but for the passing of days; `ended`: closed, or its decision fell, with nobody to look any more. */
export const STANDINGS = ['unserved', 'open', 'corrected', 'disobeyed', 'followed', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

/** An order as a ledger tells it. */
export type OrderLine = {
  readonly no: number;
  readonly standing: Standing;
  readonly content: string;
  /** Of the paper that brings it; null: not signed. */
  readonly paper: string | null;
  readonly servedOn: LocalDate | null;
  readonly lastDay: LocalDate | null;
  readonly checkedOn: LocalDate | null;
  readonly followed: { readonly on: LocalDate; readonly how: Followed | 'again'; readonly words: string } | null;
};

/** The orders of one case, in their order. */
export function orderLines<S extends Correcting>(room: CorrectingRoom<S>, s: S): readonly OrderLine[] {
  return ordersOf(s).map((order) => ({
    no: order.no,
    standing: standingOf(room, s, order),
    content: order.content,
    paper: room.numberOf(s, order),
    servedOn: room.arrivedOn(s, order),
    lastDay: deadlineOf(room, s, order),
    checkedOn: order.checkedOn,
    followed: order.followed ?? null,
  }));
}

/** What was done stays told after the case was closed; what was left undone then is nobody's any more. */
function standingOf<S extends Correcting>(room: CorrectingRoom<S>, s: S, order: CorrectionOrder): Standing {
  if (order.followed !== undefined) return 'followed';
  if (order.corrected === true) return 'corrected';
  if (room.closedOn(s) !== null || (order.ofDecision === true && !room.decisionStands(s, order))) return 'ended';
  if (room.arrivedOn(s, order) === null) return 'unserved';
  return order.corrected === false ? 'disobeyed' : 'open';
}

/** Later than any last day: that of an order which has not been served. */
const NO_DAY = 'infinity';

/** The orders of one case as typed columns: as many entries as there are orders, in each column in their order. */
export type OrderColumns = {
  readonly order_states: readonly Standing[];
  readonly order_days: readonly string[];
  readonly order_words: readonly string[];
};

export function orderColumns<S extends Correcting>(room: CorrectingRoom<S>, s: S): OrderColumns {
  const lines = orderLines(room, s);
  return {
    order_states: lines.map(({ standing }) => standing),
    order_days: lines.map(({ lastDay }) => lastDay ?? NO_DAY),
    order_words: lines.map(({ content }) => content),
  };
}
