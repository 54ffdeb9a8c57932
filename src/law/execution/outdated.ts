import { letterInHand, withoutLetter } from './letters.ts';
import type { Executed } from './model.ts';

/** The letter in hand goes to nobody any more: nobody was reminded by it (强制法 54), and nothing is changed by it (处罚法 75). */
export function withoutUnsent<S extends Executed>(s: S): S {
  const letter = letterInHand(s);
  if (letter === null) return s;
  return { ...withoutLetter(s), amendment: null, urgings: s.urgings.filter(({ letterNo }) => letterNo !== letter.no) };
}

/** A reminder that has not gone out yet speaks of nothing once there is nothing more to be paid; should something be owed again, it is another. */
export function withoutReminder<S extends Executed>(s: S): S {
  return letterInHand(s)?.kind === 'urging' ? withoutUnsent(s) : s;
}

/**
 * A decision that has been changed is no longer the one of which a reminder, or a change by the organ itself, on its way to the
 * party speaks (处罚法 75, 强制法 54): neither goes out any more, and nobody was reminded. An order to correct, or a slip put
 * right, is not about what the change was about and is served as before. A letter that has arrived is not touched.
 */
export function withoutOutdated<S extends Executed>(s: S): S {
  const kind = letterInHand(s)?.kind;
  return kind === 'urging' || kind === 'amending' ? withoutUnsent(s) : s;
}
