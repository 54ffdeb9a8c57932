import { type LocalDate, letterInHand, withoutLetter } from '#law';
import type { OrdinaryPenalty } from '../model.ts';

type S = OrdinaryPenalty;

/** A notice on its way tells of a penalty that nobody proposes any more; what orders to correct or preserves is served as before. */
export function withoutNotice(s: S): S {
  return letterInHand(s)?.kind === 'notice' ? withoutLetter(s) : s;
}

/**
 * A hearing that was asked for and not held: it ends with the day on which the case goes elsewhere, and nobody has waived
 * it. The next notice gives the right to a new one (处罚法 63, 64).
 */
export function withoutHearing(s: S, on: LocalDate): S {
  return s.hearing === null || s.hearing.doneOn !== null ? s : { ...s, hearing: { ...s.hearing, heldOn: null, hostId: null, doneOn: on } };
}

/** The days of a lawful pause are no part of the period (60), however the pause comes to its end. */
export function withoutPause(s: S, on: LocalDate): S {
  return { ...s, pauses: s.pauses.map((p) => (p.until === null ? { ...p, until: on } : p)) };
}

/** The case leaves the inquiry, for a time or for good: nothing that was in hand in it waits or runs any more. */
export function putDown(s: S, on: LocalDate): S {
  return { ...withoutPause(withoutHearing(withoutNotice(s), on), on), sentForReviewOn: null };
}
