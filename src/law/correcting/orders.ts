import type { LocalDate } from '../local-date.ts';
import type { Correcting, CorrectionOrder } from './model.ts';
import type { CorrectingRoom } from './room.ts';

export const ordersOf = (s: Correcting): readonly CorrectionOrder[] => s.corrections ?? [];

/** The last day to correct: never before the order has arrived. null: it has not. */
export function deadlineOf<S extends Correcting>(room: CorrectingRoom<S>, s: S, order: CorrectionOrder): LocalDate | null {
  const arrivedOn = room.arrivedOn(s, order);
  if (arrivedOn === null) return null;
  return order.by === null || order.by < arrivedOn ? arrivedOn : order.by;
}

/** With the party, and still standing. */
function isInForce<S extends Correcting>(room: CorrectingRoom<S>, s: S, order: CorrectionOrder): boolean {
  return room.arrivedOn(s, order) !== null && (order.ofDecision !== true || room.decisionStands(s, order));
}

/** Orders that nobody has checked. */
export function uncheckedOrders<S extends Correcting>(room: CorrectingRoom<S>, s: S): readonly CorrectionOrder[] {
  return ordersOf(s).filter((o) => o.checkedOn === null && o.followed === undefined && isInForce(room, s, o));
}

/** Orders found not obeyed, upon which nothing has followed. */
export function disobeyedOrders<S extends Correcting>(room: CorrectingRoom<S>, s: S): readonly CorrectionOrder[] {
  return ordersOf(s).filter((o) => o.corrected === false && o.followed === undefined && isInForce(room, s, o));
}

/** One order more, as the next of the case. */
export function withOrder<S extends Correcting>(s: S, order: Omit<CorrectionOrder, 'no' | 'checkedOn' | 'corrected'>): S {
  return { ...s, corrections: [...ordersOf(s), { no: ordersOf(s).length + 1, ...order, checkedOn: null, corrected: null }] };
}

/** The order that repeats one that was not obeyed: what follows upon that one is the repetition. */
export function withRepetition<S extends Correcting>(s: S, again: number | null, on: LocalDate): S {
  if (again === null) return s;
  return withNote(s, again, { followed: { on, how: 'again', words: repeatedBy(ordersOf(s).length) } });
}

const repeatedBy = (no: number): string => `第${no}次责令改正`;

/** The last order goes to nobody and is none: what it would have repeated stands as before it, earlier repetitions stay. */
export function withoutLastOrder<S extends Correcting>(s: S): S {
  const words = repeatedBy(ordersOf(s).length);
  const corrections = ordersOf(s)
    .slice(0, -1)
    .map(({ followed, ...order }) =>
      followed === undefined || (followed.how === 'again' && followed.words === words) ? order : { ...order, followed },
    );
  return { ...s, corrections };
}

/** The same case with something noted of one of its orders. */
export function withNote<S extends Correcting>(s: S, no: number, note: Partial<CorrectionOrder>): S {
  return { ...s, corrections: ordersOf(s).map((o) => (o.no === no ? { ...o, ...note } : o)) };
}
