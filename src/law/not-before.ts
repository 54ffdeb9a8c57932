import type { Citation } from './citation.ts';
import { condition } from './conditions.ts';
import type { LocalDate } from './local-date.ts';
import type { BaseState, Guard } from './matter-kind.ts';

/**
 * What is entered here is not dated before that without which it could not have been; a unit's own system tells its days as they
 * were. `sinceOf` answers the day of that, null where there is none. For entries alone: no step is dated before the last step anyway.
 */
export function notBefore<S extends BaseState, I>(
  what: string,
  cite: Citation,
  sinceOf: (s: S, input: I) => LocalDate | null,
): Guard<S, I> {
  return condition<S, I>(`办理日期不早于${what}`, 'form', cite, ({ state, input, legalDate, reported }) => {
    const since = reported === true ? null : sinceOf(state, input);
    return since === null || legalDate >= since ? null : ['too-soon', `办理日期（${legalDate}）早于${what}（${since}）`];
  });
}
