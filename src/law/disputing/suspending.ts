import type { Reckoning } from '../last-day.ts';
import { daysBetween, type LocalDate } from '../local-date.ts';
import { isAskedOn } from '../profile.ts';
import type { Dispute, Suspension } from './model.ts';

/** The suspension that has not ended; null: the hearing of the 复议 goes on. */
export function suspensionOf({ suspensions = [] }: Pick<Dispute, 'suspensions'>): Suspension | null {
  return suspensions.find(({ until }) => until === null) ?? null;
}

/** What the suspensions of a 复议 do to the period in which it is decided. */
export type Paused = { readonly days: number; readonly since: LocalDate | null };

/**
 * Days that are no part of the period of decision, and since when it stands still (null: it runs). 39 stops the hearing and does not say
 * in as many words that 62 counts without it (待核定): a city may have it counted. `before`: the period was over then for another reason.
 */
export function pausedIn({ suspensions = [], acceptedOn }: Dispute, before: LocalDate | null, { profile }: Reckoning): Paused {
  const isLeftOut = acceptedOn !== null && isAskedOn(profile, 'KE-28.without-suspension', acceptedOn);
  const these = isLeftOut ? suspensions.filter(({ from }) => before === null || from < before) : [];
  return {
    days: these.reduce((sum, { from, until }) => sum + (until === null ? 0 : daysBetween(from, until)), 0),
    since: these.find(({ until }) => until === null)?.from ?? null,
  };
}
