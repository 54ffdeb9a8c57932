import { addWorkingDays } from '../calendar.ts';
import type { LocalDate } from '../local-date.ts';
import { parameterOf } from '../profile.ts';
import type { RuleContext } from '../rule.ts';

/** The last of so many working days as a parameter of the day gives them; null: no such parameter; 'calendar': a year is not loaded. */
export function workingDaysAfter(
  parameter: string,
  from: LocalDate,
  { profile, calendar }: Pick<RuleContext, 'profile' | 'calendar'>,
): LocalDate | null | 'calendar' {
  const days = parameterOf(profile, parameter, from);
  return days === null ? null : (addWorkingDays(calendar, from, days.value) ?? 'calendar');
}
