import type { Citation } from './citation.ts';
import { conditionsOf, type Stop } from './conditions.ts';
import type { BaseState, Guard } from './matter-kind.ts';

/** An act about one of several things, which its form names by number. */
export type Occasion<S extends BaseState, T> = {
  readonly name: string;
  readonly cite: Citation;
  readonly several: (s: S) => readonly T[];
  /** What stands in the way of the act about one of them. */
  readonly lets: (one: T, s: S) => Stop;
  /** Said where there are none at all. */
  readonly none: Stop;
};

/**
 * Such an act is open while one of the things lets it, so that nobody is offered a form that refuses whatever is typed. Where none
 * does, the page says what stands in the way of the newest.
 */
export function occasion<S extends BaseState, T>({ name, cite, several, lets, none }: Occasion<S, T>): Guard<S, null> {
  return conditionsOf<S>().form<null>(name, cite, ({ state }) => {
    const stops = several(state).map((one) => lets(one, state));
    return stops.includes(null) ? null : (stops.at(-1) ?? none);
  });
}
