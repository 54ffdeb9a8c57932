import { addDays, type LocalDate } from '../local-date.ts';
import { type ObligationId, parameterOf } from '../profile.ts';
import type { RuleContext, SupervisionRule } from '../rule.ts';
import type { CaseProcessFacts } from './case-facts.ts';
import { recordPeriod, summaryOnRecord } from './D09-summary-on-record.ts';
import { dueAfter } from './due-dates.ts';
import { collectedHandedIn } from './E05-collected-handed-in.ts';
import { courtAskedInTime } from './E07-court-asked-in-time.ts';
import { confiscatedDisposed } from './E09-confiscated-disposed.ts';
import { filedWhenDue } from './F04-filed-when-due.ts';
import { keepsMoving } from './F08-keeps-moving.ts';
import { preservationSettled } from './I02-preservation-settled.ts';
import { crimeHandedOnInTime, crimeSteps } from './T02-crime-handed-on-in-time.ts';
import { transferAnswered } from './T03-transfer-answered.ts';
import { workingDaysAfter } from './working-days-after.ts';

/** Rules about a whole case whose answer time alone changes: something is still to be done when its period has ended. */
export const TIMED_CASE_RULES: readonly SupervisionRule<CaseProcessFacts>[] = [
  filedWhenDue,
  keepsMoving,
  preservationSettled,
  summaryOnRecord,
  collectedHandedIn,
  courtAskedInTime,
  confiscatedDisposed,
  crimeHandedOnInTime,
  transferAnswered,
];

/** The next day after `context.today` on which one of them can answer otherwise than today; null: time changes nothing. */
export function nextCaseChange(facts: CaseProcessFacts, context: RuleContext): LocalDate | null {
  const days = [...stepsOpen(facts, context), ...moneyOpen(facts, context), ...silence(facts, context), ...handedOn(facts, context)];
  return days.filter((day) => day !== null && day > context.today).toSorted()[0] ?? null;
}

const after = (day: LocalDate | null): LocalDate | null => (day === null ? null : addDays(day, 1));

/** The day after the last of a period; a year whose holiday notice is missing is asked again when it may be there. */
function afterPeriod(obligation: ObligationId, from: LocalDate, context: RuleContext): LocalDate | null {
  const due = dueAfter(obligation, from, context);
  if (due === null || due.length === null) return null;
  return due.dueOn === null || due.provisional ? addDays(context.today, WAIT_DAYS) : addDays(due.dueOn, 1);
}
/** Between two looks for a holiday notice. */
const WAIT_DAYS = 7;

function stepsOpen(facts: CaseProcessFacts, context: RuleContext): readonly (LocalDate | null)[] {
  const { sufficientOn, settledOn, procedure, outcome, decidedOn, recordedOn } = facts;
  const isToRecord = procedure === 'summary' && outcome === 'penalty' && recordedOn === null;
  const filing = sufficientOn === null || settledOn !== null ? null : workingDaysAfter('F04.working-days', sufficientOn, context);
  return [
    filing === 'calendar' ? addDays(context.today, WAIT_DAYS) : after(filing),
    !isToRecord || decidedOn === null ? null : afterPeriod(recordPeriod(facts.citations, decidedOn), decidedOn, context),
    ...facts.preservations.filter((p) => p.settledOn === null).map((p) => afterPeriod('law.preservation', p.on, context)),
  ];
}

function moneyOpen(facts: CaseProcessFacts, context: RuleContext): readonly (LocalDate | null)[] {
  const { windowFrom, performedOn, appliedOn } = facts;
  const days = parameterOf(context.profile, 'E09.days', context.today)?.value ?? null;
  return [
    windowFrom === null || performedOn !== null || appliedOn !== null ? null : afterPeriod('law.court-application', windowFrom, context),
    ...facts.handedIn.map(({ on, handedInOn, bankedOn }) => {
      if (handedInOn === null) return afterPeriod('law.collected-hand-in', on, context);
      return bankedOn === null ? afterPeriod('law.collected-bank', handedInOn, context) : null;
    }),
    ...facts.confiscated.map((c) => (c.endedOn !== null || days === null ? null : addDays(c.effectOn, days + 1))),
  ];
}

function silence({ filedOn, movesOn, lastRecordOn }: CaseProcessFacts, { profile }: RuleContext): readonly (LocalDate | null)[] {
  if (filedOn === null || !movesOn) return [];
  const of = (name: string, from: LocalDate | null): LocalDate | null => {
    const days = parameterOf(profile, name, filedOn)?.value ?? null;
    return days === null || from === null ? null : addDays(from, days + 1);
  };
  return [of('F08.silent-days', lastRecordOn), of('F08.open-days', filedOn)];
}

function handedOn({ crimeTransfers, answered }: CaseProcessFacts, context: RuleContext): readonly (LocalDate | null)[] {
  const isAwaited = answered !== null && answered.decidedOn !== null && answered.toldOn === null;
  return [
    ...crimeTransfers.flatMap((one) => crimeSteps(one, context).map(({ doneOn, lastDay }) => (doneOn === null ? after(lastDay) : null))),
    isAwaited ? afterPeriod('local.transfer-notice', answered.decidedOn, context) : null,
  ];
}
