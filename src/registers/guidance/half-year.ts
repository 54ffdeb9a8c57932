import { type LocalDate, localDate, yearOf } from '#law';

/** "2026-1" for the half-year in which a day lies. */
export function halfOf(day: LocalDate): string {
  return `${yearOf(day)}-${day.slice(5, 7) <= '06' ? 1 : 2}`;
}

/** First and last day of "2026-1". */
export function daysOfHalf(half: string): { readonly from: LocalDate; readonly through: LocalDate } {
  const year = half.slice(0, 4);
  return half.endsWith('-1')
    ? { from: localDate(`${year}-01-01`), through: localDate(`${year}-06-30`) }
    : { from: localDate(`${year}-07-01`), through: localDate(`${year}-12-31`) };
}
