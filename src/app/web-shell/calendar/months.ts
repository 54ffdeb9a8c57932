import { addDays, addMonths, daysBetween, type LocalDate, localDate, monthOf, parseLocalDate, weekday, yearOf } from '#law';

/** Weeks of a month from Monday to Sunday, with the days of its neighbours that fill them. */
export function weeksOf(month: LocalDate): readonly (readonly LocalDate[])[] {
  const first = addDays(month, 1 - weekday(month));
  const end = addDays(addMonths(month, 1), -1);
  const last = addDays(end, 7 - weekday(end));
  const weeks = (daysBetween(first, last) + 1) / 7;
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, day) => addDays(first, week * 7 + day)));
}

/** The first day of the month named "2026-03", or of the month of today. */
export function monthNamed(text: string | null, today: string): LocalDate {
  return parseLocalDate(`${text ?? ''}-01`) ?? parseLocalDate(`${today.slice(0, 7)}-01`) ?? localDate('2026-01-01');
}

export function monthWords(month: LocalDate): string {
  return `${yearOf(month)}年${monthOf(month)}月`;
}
