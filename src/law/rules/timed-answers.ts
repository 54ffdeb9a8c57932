import { addDays, type LocalDate } from '../local-date.ts';
import type { ObligationId } from '../profile.ts';
import type { RuleContext, SupervisionRule } from '../rule.ts';
import { majorPenaltyFiled } from './B01-major-penalty-filed.ts';
import { dueAfter } from './due-dates.ts';
import { mayStillRun, servedInTime } from './E01-served-in-time.ts';
import type { PenaltyFacts } from './facts.ts';
import { redressDuties, redressFollowed } from './O01-redress-followed.ts';
import { publishedInTime } from './P01-published-in-time.ts';
import { withdrawalDue, withdrawnInTime } from './P04-withdrawn-in-time.ts';
import type { RedressFacts } from './redress-facts.ts';

/** Rules that doubt an empty day once its period has ended: time alone changes their answer. */
const TIMED = [
  { rule: servedInTime, obligation: 'law.penalty-service', day: 'served' },
  { rule: publishedInTime, obligation: 'law.penalty-publicity', day: 'published' },
  { rule: majorPenaltyFiled, obligation: 'local.major-penalty-filing', day: 'recordFiled' },
] as const satisfies readonly { rule: SupervisionRule<PenaltyFacts>; obligation: ObligationId; day: keyof PenaltyFacts }[];

/** And one that doubts what still stands in public when its days are over. */
export const TIMED_RULES: readonly SupervisionRule<PenaltyFacts>[] = [...TIMED.map(({ rule }) => rule), withdrawnInTime];

/** What is still owed after 复议, 诉讼 or an own correction is late by the passing of days alone. */
export const TIMED_REDRESS_RULES: readonly SupervisionRule<RedressFacts>[] = [redressFollowed];

/** The days on which the timed rules of a decision rest. */
export type RecordedDays = Pick<PenaltyFacts, 'decidedOn' | 'undone' | (typeof TIMED)[number]['day']>;

/** Days after a decision, or after it was undone, for which a holiday notice that is missing is waited for. */
const PATIENCE_DAYS = 92;

/**
 * The next day after `context.today` on which a timed rule can answer otherwise than today: the day after the last day
 * of a period whose day is stated to be empty. null: time changes nothing any more.
 */
export function nextChange(facts: RecordedDays, context: RuleContext): LocalDate | null {
  let next = earlier(dayAfterWithdrawal(facts, context), dayAfterNotice(facts, context));
  for (const { obligation, day } of TIMED) {
    if (facts[day]?.on !== null) continue;
    next = earlier(next, dayAfterPeriod(obligation, facts.decidedOn, context));
  }
  return next;
}

function earlier(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  return a === null || (b !== null && b < a) ? b : a;
}

/** The day on which a decision can no longer be under way by a notice to the public that was begun in time. */
function dayAfterNotice({ decidedOn, served }: RecordedDays, context: RuleContext): LocalDate | null {
  const due = dueAfter('law.penalty-service', decidedOn, context);
  const last = due === null || due.dueOn === null ? null : mayStillRun(served, due.dueOn, context);
  return last === null || context.today > last ? null : addDays(last, 1);
}

/** The same for what has to follow from a redress: the day after the end of a period in which it was not done. */
export function nextRedressChange(facts: Pick<RedressFacts, 'redressed' | 'opinions'>, context: RuleContext): LocalDate | null {
  const days = redressDuties(facts).map(({ by, doneOn, from, obligation }) => {
    if (doneOn !== null) return null;
    if (by === null) return dayAfterPeriod(obligation, from, context);
    return context.today <= by ? addDays(by, 1) : null;
  });
  return days.filter((day) => day !== null).toSorted()[0] ?? null;
}

function dayAfterWithdrawal({ undone }: RecordedDays, { calendar, today }: RuleContext): LocalDate | null {
  if (undone === null || undone === 'stands' || undone.offlineOn !== null) return null;
  const due = withdrawalDue(undone, calendar);
  if (due === null) return today <= addDays(undone.effectOn, PATIENCE_DAYS) ? addDays(today, 1) : null;
  return today <= due ? addDays(due, 1) : null;
}

function dayAfterPeriod(obligation: ObligationId, startedOn: LocalDate, context: RuleContext): LocalDate | null {
  const due = dueAfter(obligation, startedOn, context);
  if (due === null || due.length === null) return null;
  if (due.dueOn === null || due.provisional) {
    return context.today <= addDays(startedOn, PATIENCE_DAYS) ? addDays(context.today, 1) : null;
  }
  return context.today <= due.dueOn ? addDays(due.dueOn, 1) : null;
}
