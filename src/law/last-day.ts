import { type LawCalendar, rollForward } from './calendar.ts';
import { deriveDue } from './clock.ts';
import { type LocalDate, yearOf } from './local-date.ts';
import { type ObligationId, type Profile, termsOf } from './profile.ts';

/** What days are counted by: the city's parameters, and the holiday notices as loaded where whoever asks has them. */
export type Reckoning = { readonly profile: Profile; readonly calendar?: LawCalendar };

/**
 * The last day of a period that somebody may still use, by the terms of the day on which it starts: an act that has to wait
 * for it waits until then. A year whose holiday notice is not loaded stops no act: its weekends alone are counted.
 * null: the city has no such period. 'unknown': whoever asks has no calendar.
 */
export function lastDay(obligation: ObligationId, from: LocalDate, { profile, calendar }: Reckoning): LocalDate | null | 'unknown' {
  const terms = termsOf(profile, obligation, from);
  if (terms === null || terms.length === null) return null;
  if (calendar === undefined) return 'unknown';
  const due = deriveDue(terms, from, calendar, profile.rollOn);
  if (due === null || !due.provisional) return due?.dueOn ?? null;
  const years = [yearOf(from), yearOf(from) + 1, yearOf(from) + 2];
  const weekends = { ...calendar, loadedYears: new Set([...calendar.loadedYears, ...years]) };
  return deriveDue(terms, from, weekends, profile.rollOn)?.dueOn ?? null;
}

/** The last day on which an act is still in time; null where it is not known for certain: nobody is late before it is. */
export function latestDay(obligation: ObligationId, from: LocalDate, { profile, calendar }: Reckoning): LocalDate | null | 'unknown' {
  const terms = termsOf(profile, obligation, from);
  if (terms === null || terms.length === null) return null;
  if (calendar === undefined) return 'unknown';
  const due = deriveDue(terms, from, calendar, profile.rollOn);
  return due === null || due.provisional ? null : due.dueOn;
}

/**
 * The day on which a period ends that was counted to `day`: the working day after, where that is a day of rest (民诉法 85). Where a
 * notice on the way is not loaded, by the weekends alone.
 */
export function restOver(day: LocalDate, { profile, calendar }: Required<Reckoning>): LocalDate {
  const weekends = { ...calendar, loadedYears: new Set([...calendar.loadedYears, yearOf(day), yearOf(day) + 1]) };
  const rolled = rollForward(calendar, day, profile.rollOn) ?? rollForward(weekends, day, profile.rollOn);
  return rolled?.to ?? day;
}
