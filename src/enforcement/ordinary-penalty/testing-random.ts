import { expect } from 'vitest';
import { type ActingPost, addDays, isRefusal, rowOf } from '#law';
import type { Rehearsal } from '#testing/rehearsal';
import { CAST, type Input, KIND, settled } from './testing.ts';

/** An act as somebody would try it, lawful or not; its input may depend on where the case stands. */
export type Try = readonly [act: string, input: (r: Rehearsal) => Input];
export type Play = {
  readonly starts: readonly (() => Rehearsal)[];
  readonly tries: readonly Try[];
  /** Whoever may do it first does it. */
  readonly people: readonly ActingPost[];
  /** By how many days time may go on. */
  readonly days: readonly number[];
};
/** One game: where it begins and what is tried, each number choosing among what is open then. */
type Moves = { readonly start: number; readonly moves: readonly number[] };

/**
 * Plays a case as people would, in any order: what the law allows is done, everything else is refused. `each` sees every
 * attempt before it is made. Answers the case at the end.
 */
export function playing({ starts, tries, people, days }: Play) {
  return ({ start, moves }: Moves, each: (at: Rehearsal, act: string, input: Input) => void): Rehearsal => {
    const first = starts[start % starts.length];
    if (first === undefined) throw new Error('nowhere to start');
    let at = settled(first());
    for (const move of moves) {
      const open = tries.filter(([name]) => rowOf(KIND, name)?.from.includes(at.state.status));
      const one = open[move % (open.length + days.length)];
      if (one === undefined) {
        at = settled(at.on(addDays(at.today, days[move % days.length] ?? 1)));
        continue;
      }
      const [act, make] = one;
      const input = make(at);
      each(at, act, input);
      const by = people.find((person) => at.tries(person, act, input) === null);
      if (by !== undefined) at = settled(at.does(by, act, input));
    }
    return at;
  };
}

/** What the conditions refuse whoever performs it is taken from whoever reports it: only what fits nothing (`formCodes`) is not. */
export function reportedToo(at: Rehearsal, act: string, input: Input, formCodes: readonly string[]): boolean {
  if (rowOf(KIND, act)?.reportedBy === undefined) return false;
  const numbered = 'ownNumber' in input ? { ...input, ownNumber: '临市监〔2026〕9号' } : input;
  const reported = at.tries(CAST.handlerA, act, numbered, { reported: true });
  if (isRefusal(reported)) expect(formCodes, act).toContain(reported.refused);
  return reported === null;
}
