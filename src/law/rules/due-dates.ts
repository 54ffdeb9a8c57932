import type { LawCalendar } from '../calendar.ts';
import { type Derivation, deriveDue } from '../clock.ts';
import type { LocalDate } from '../local-date.ts';
import { type ObligationId, type Profile, termsOf } from '../profile.ts';
import type { RuleContext } from '../rule.ts';

type Days = Map<LocalDate, Derivation | null>;
type Obligations = Map<ObligationId, Days>;
/** Records of one city share few days: a due date is derived once per profile, calendar, obligation and day. */
const derived = new WeakMap<Profile, WeakMap<LawCalendar, Obligations>>();

/** The period of an obligation begun on a day, by the terms of that day; null: no such duty, or no length, on that day. */
export function dueAfter(obligation: ObligationId, startedOn: LocalDate, context: RuleContext): Derivation | null {
  const days = daysOf(obligation, context);
  const known = days.get(startedOn);
  if (known !== undefined) return known;
  const terms = termsOf(context.profile, obligation, startedOn);
  const due = terms === null ? null : deriveDue(terms, startedOn, context.calendar, context.profile.rollOn);
  days.set(startedOn, due);
  return due;
}

/**
 * Whether a day lies behind the period; 'calendar': it may, a holiday notice is missing. Days of rest only ever lengthen a
 * period: up to its last day before they are looked at, nobody has to know them.
 */
export function isBehind(due: Derivation, day: LocalDate): boolean | 'calendar' {
  if (due.rawDue !== null && day <= due.rawDue) return false;
  if (due.dueOn === null || due.provisional) return 'calendar';
  return day > due.dueOn;
}

function daysOf(obligation: ObligationId, { profile, calendar }: RuleContext): Days {
  let byCalendar = derived.get(profile);
  if (byCalendar === undefined) {
    byCalendar = new WeakMap();
    derived.set(profile, byCalendar);
  }
  let obligations = byCalendar.get(calendar);
  if (obligations === undefined) {
    obligations = new Map();
    byCalendar.set(calendar, obligations);
  }
  let days = obligations.get(obligation);
  if (days === undefined) {
    days = new Map();
    obligations.set(obligation, days);
  }
  return days;
}
