import type { LocalDate } from '#law';
import type { Stretch } from '../model.ts';

/** The period begins to run, once more where it ran before. */
export function opened(stretches: readonly Stretch[], since: LocalDate, by: LocalDate | null = null): readonly Stretch[] {
  return [...ended(stretches, since), { no: stretches.length + 1, since, until: null, by }];
}

/** What still runs has come to its end. */
export function ended(stretches: readonly Stretch[], until: LocalDate): readonly Stretch[] {
  return stretches.map((one) => (one.until === null ? { ...one, until } : one));
}
