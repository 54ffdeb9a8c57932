import { addWorkingDays, type LawCalendar, type RollOn, rollForward } from './calendar.ts';
import type { Citation } from './citation.ts';
import { addDays, addMonths, addYears, daysBetween, type LocalDate } from './local-date.ts';
import type { ClockUnit, Grade, ObligationId, ObligationTerms } from './profile.ts';

export type Ladder =
  | { readonly kind: 'days-before'; readonly days: readonly number[] }
  | { readonly kind: 'percent'; readonly at: readonly number[] };

export const DAYS_LADDER: Ladder = { kind: 'days-before', days: [10, 5, 1] };
export const PERCENT_LADDER: Ladder = { kind: 'percent', at: [70, 90] };

/** A period fixed by law, as data. Its length, article and grade are the profile's, found by the obligation. */
export type StatutoryClock = {
  readonly id: string;
  readonly name: string;
  readonly obligation: ObligationId;
  readonly startsOn: string;
  readonly stopsOn: string;
  readonly ladder: Ladder;
};

/** How a due date came about: everything a person needs to count it again by hand. */
export type Derivation = {
  readonly startedOn: LocalDate;
  readonly length: number;
  readonly unit: ClockUnit;
  readonly cite: Citation | null;
  readonly grade: Grade;
  readonly rollOn: RollOn | null;
  /** Last day before rolling; null only while working days cannot be counted. */
  readonly rawDue: LocalDate | null;
  readonly rolledOver: readonly { readonly day: LocalDate; readonly because: string }[];
  /** An earlier date that the issuer set itself; it governs, both are kept. */
  readonly issuerDate: LocalDate | null;
  readonly dueOn: LocalDate | null;
  /** 暂定(放假安排未载入): recomputed when the notice is loaded, never overdue before. */
  readonly provisional: boolean;
};

/**
 * The starting day is not counted (民法典 201); a last day that is no working day moves to the next one where the
 * clock says so (民法典 203, by analogy); a shorter date set by the issuer governs.
 */
export function deriveDue(
  terms: ObligationTerms,
  startedOn: LocalDate,
  calendar: LawCalendar,
  rollOn: RollOn,
  issuerDate: LocalDate | null = null,
): Derivation | null {
  if (terms.length === null || terms.unit === null || terms.unit === 'h') return null;
  const rawDue = lastDay(terms.unit, terms.length, startedOn, calendar);
  const rolled = rawDue !== null && terms.roll ? rollForward(calendar, rawDue, rollOn) : null;
  const provisional = rawDue === null || (terms.roll && rolled === null);
  const counted = rolled?.to ?? rawDue;
  const dueOn = issuerDate !== null && (counted === null || issuerDate < counted) ? issuerDate : counted;
  return {
    startedOn,
    length: terms.length,
    unit: terms.unit,
    cite: terms.cite,
    grade: terms.grade,
    rollOn: terms.roll ? rollOn : null,
    rawDue,
    rolledOver: rolled?.over ?? [],
    issuerDate,
    dueOn,
    provisional: provisional && dueOn !== issuerDate,
  };
}

function lastDay(unit: ClockUnit, length: number, from: LocalDate, calendar: LawCalendar): LocalDate | null {
  switch (unit) {
    case 'd':
      return addDays(from, length);
    case 'wd':
      return addWorkingDays(calendar, from, length);
    case 'month':
      return addMonths(from, length);
    case 'y':
      return addYears(from, length);
    case 'h':
      return null;
  }
}

/** 时限灯: another scale than the grade of a finding. */
export const LAMP_LABELS = { green: '时限内', yellow: '临近', red: '逾期', grey: '暂定', done: '已完成' } as const;
export type Lamp = keyof typeof LAMP_LABELS;

export type ClockReading = {
  readonly lamp: Lamp;
  /** Days left; negative once overdue; null while the date is unknown. */
  readonly daysLeft: number | null;
};

/** Overdue begins at 00:00 after the due date; on the due date itself everything is still in time. */
export function readClock(
  due: Pick<Derivation, 'startedOn' | 'dueOn' | 'provisional'>,
  ladder: Ladder,
  today: LocalDate,
  stoppedOn: LocalDate | null,
): ClockReading {
  if (due.dueOn === null) return { lamp: stoppedOn === null ? 'grey' : 'done', daysLeft: null };
  const daysLeft = daysBetween(stoppedOn ?? today, due.dueOn);
  if (due.provisional) return { lamp: stoppedOn === null ? 'grey' : 'done', daysLeft };
  if (daysLeft < 0) return { lamp: 'red', daysLeft };
  if (stoppedOn !== null) return { lamp: 'done', daysLeft };
  const first = warningDays(ladder, due.startedOn, due.dueOn)[0];
  return { lamp: first !== undefined && today >= first ? 'yellow' : 'green', daysLeft };
}

/** The days on which the ladder warns, in order; days before the start do not warn. */
export function warningDays(ladder: Ladder, startedOn: LocalDate, dueOn: LocalDate): readonly LocalDate[] {
  const span = daysBetween(startedOn, dueOn);
  const days =
    ladder.kind === 'days-before'
      ? ladder.days.map((n) => addDays(dueOn, -n))
      : ladder.at.map((percent) => addDays(startedOn, Math.ceil((span * percent) / 100)));
  return days.filter((day) => day > startedOn).sort();
}
