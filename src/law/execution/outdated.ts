import { letterInHand, withoutLetter } from './letters.ts';
import type { Executed } from './model.ts';

/**
 * A decision that has been changed is no longer the one of which a reminder, or a change by the organ itself, on its way to the
 * party speaks (处罚法 75, 强制法 54): neither goes out any more, and nobody was reminded. An order to correct, or a slip put
 * right, is not about what the change was about and is served as before. A letter that has arrived is not touched.
 */
export function withoutOutdated<S extends Executed>(s: S): S {
  const letter = letterInHand(s);
  if (letter?.kind !== 'urging' && letter?.kind !== 'amending') return s;
  return { ...withoutLetter(s), amendment: null, urgings: s.urgings.filter(({ letterNo }) => letterNo !== letter.no) };
}
