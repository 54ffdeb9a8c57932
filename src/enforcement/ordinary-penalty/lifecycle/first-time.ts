import type { InputOf, Need } from '#law';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_33 } from './articles.ts';
import { law } from './conditions.ts';

type S = OrdinaryPenalty;
type DecideNone = InputOf<(typeof FORMS)['decide-none']>;

/** A party that bears no number cannot be compared; the page says so. */
export function earlierNeeds(s: S | null, { reason }: DecideNone): readonly Need[] {
  return s === null || s.party.mark === null || reason !== 'first' ? [] : [{ register: 'earlier', key: s.party.mark }];
}

/**
 * 33¶1: 初次违法. What counts as the first (of the same kind, within which years) the article leaves open: an earlier penalty
 * does not by itself forbid it, but it is answered for.
 */
export const FIRST = law<DecideNone>('以初次违法不予处罚的，没有以前的处罚决定，或者写明理由', ART_33, ({ state, input, facts }) => {
  const { mark } = state.party;
  if (input.reason !== 'first' || mark === null || (input.stillFirst ?? null) !== null) return null;
  if (facts.earlier === undefined) return 'unknown';
  const earlier = facts.earlier.get(mark) ?? [];
  if (earlier.length === 0) return null;
  const named = earlier.slice(0, NAMED).map(({ number, cause, decidedOn }) => `${decidedOn}${number ?? '（无文号）'}（${cause}）`);
  const more = earlier.length > NAMED ? `等${earlier.length}件` : '';
  return ['not-first', `当事人以前有处罚决定：${named.join('、')}${more}。不是初次违法的，不得以此不予处罚；仍属初次违法的，写明理由`];
});
const NAMED = 3;
