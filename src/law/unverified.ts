import type { Citation } from './citation.ts';
import { condition, type Stop } from './conditions.ts';
import type { LocalDate } from './local-date.ts';
import type { BaseState, Guard, GuardCase } from './matter-kind.ts';
import { type Grade, isAskedOn } from './profile.ts';

type Unverified<S extends BaseState, I> = {
  /** The sentence that it tests; that it is unverified is added to it. */
  readonly name: string;
  /** The article nearest to it. */
  readonly cite: Citation;
  /** The city's yes or no to it. */
  readonly parameter: string;
  readonly grade?: Grade;
  /** The day of which the parameter is asked; absent: that of the act. */
  readonly day?: (c: GuardCase<S, I>) => LocalDate;
};

/**
 * What no text read so far asks for in as many words (待核定): it refuses only where the city's parameter of the day says so, and leaves
 * an orange finding where a report has missed it.
 */
export function unverified<S extends BaseState, I>(
  { name, cite, parameter, grade = 'ours', day = ({ legalDate }) => legalDate }: Unverified<S, I>,
  stops: (c: GuardCase<S, I>) => Stop,
): Guard<S, I> {
  const asked = condition<S, I>(`${name}（待核定）`, 'law', cite, (c) => (isAskedOn(c.profile, parameter, day(c)) ? stops(c) : null));
  return { ...asked, severity: 'orange', grade };
}
