import { type LocalDate, localDate } from '../local-date.ts';
import type { Profile } from '../profile.ts';
import { BAYANNUR_2026 } from './bayannur.ts';
import { SECOND_CITY } from './second-city.ts';

export { BAYANNUR_2026 } from './bayannur.ts';
export { SECOND_CITY } from './second-city.ts';

type Edition = { readonly profile: Profile; readonly from: LocalDate };

/** Every edition ever shipped, oldest first per city; an edition is never edited once released. */
const EDITIONS: readonly Edition[] = [
  { profile: BAYANNUR_2026, from: localDate('2021-07-15') },
  { profile: SECOND_CITY, from: localDate('2024-01-01') },
];

/**
 * The edition of a city's parameters for a legal date: the latest one that had begun, or the first one for earlier
 * days (its terms carry their own days in force). null: no profile is shipped for that city.
 */
export function profileFor(city: number, on: LocalDate): Profile | null {
  const own = EDITIONS.filter((e) => e.profile.city === city);
  return (own.findLast((e) => e.from <= on) ?? own[0])?.profile ?? null;
}

/** By the id that a person or a stored act names. */
export function profileById(id: string): Profile | null {
  return EDITIONS.find((e) => e.profile.id === id)?.profile ?? null;
}
