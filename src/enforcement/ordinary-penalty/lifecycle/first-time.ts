import { earlierNeeds, type InputOf, type Need, notFirst } from '#law';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_33 } from './articles.ts';
import { law } from './conditions.ts';

type S = OrdinaryPenalty;
type DecideNone = InputOf<(typeof FORMS)['decide-none']>;

export const firstNeeds = (s: S | null, { reason }: DecideNone): readonly Need[] => (s === null ? [] : earlierNeeds(s.party.mark, reason));

export const FIRST = law<DecideNone>('以初次违法不予处罚的，没有以前的处罚决定，或者写明理由', ART_33, ({ state, input, facts }) =>
  input.reason === 'first' ? notFirst(state.party.mark, input.stillFirst ?? null, facts) : null,
);
