import { addDays, type LocalDate, weekday, yearOf } from './local-date.ts';

/** One day that a holiday notice names: a day off, or a weekend day to be worked (调休). */
export type NoticeDay = { readonly name: string; readonly off: boolean };

/**
 * Working days as the State Council's yearly notices fix them. A year whose notice is not loaded is not guessed:
 * questions about it answer null.
 */
export type LawCalendar = {
  readonly loadedYears: ReadonlySet<number>;
  readonly notice: ReadonlyMap<LocalDate, NoticeDay>;
};

/** rest-days: every day off counts (weekends and holidays); holidays: only days that a notice names as off. */
export type RollOn = 'rest-days' | 'holidays';

export type DayKind = 'working' | 'weekend' | 'holiday' | 'make-up';
export const DAY_KIND_LABELS = { working: '工作日', weekend: '休息日', holiday: '放假', 'make-up': '调休上班' } as const satisfies Record<
  DayKind,
  string
>;

export function dayKind(calendar: LawCalendar, date: LocalDate): DayKind | null {
  if (!calendar.loadedYears.has(yearOf(date))) return null;
  const notice = calendar.notice.get(date);
  if (notice !== undefined) return notice.off ? 'holiday' : 'make-up';
  return weekday(date) >= 6 ? 'weekend' : 'working';
}

/** null: the year's notice is not loaded, nobody can say. */
export function isWorkingDay(calendar: LawCalendar, date: LocalDate): boolean | null {
  const kind = dayKind(calendar, date);
  return kind === null ? null : kind === 'working' || kind === 'make-up';
}

/**
 * The n-th working day after `date` (the day itself is not counted, 民法典 201); null when the way leads
 * through a year whose notice is not loaded.
 */
export function addWorkingDays(calendar: LawCalendar, date: LocalDate, n: number): LocalDate | null {
  let day = date;
  let left = n;
  while (left > 0) {
    day = addDays(day, 1);
    const working = isWorkingDay(calendar, day);
    if (working === null) return null;
    if (working) left -= 1;
  }
  return day;
}

export type Roll = {
  readonly to: LocalDate;
  /** The days passed over, each with why; empty when the day stands. */
  readonly over: readonly { readonly day: LocalDate; readonly because: string }[];
};

/**
 * A last day that is no working day moves to the next working day (民法典 203, by analogy). null: the notice
 * of that year is not loaded, the due date stays provisional.
 */
export function rollForward(calendar: LawCalendar, date: LocalDate, rollOn: RollOn): Roll | null {
  const over: { day: LocalDate; because: string }[] = [];
  let day = date;
  for (;;) {
    const kind = dayKind(calendar, day);
    if (kind === null) return null;
    const rests = rollOn === 'rest-days' ? kind === 'holiday' || kind === 'weekend' : kind === 'holiday';
    if (!rests) return { to: day, over };
    over.push({ day, because: calendar.notice.get(day)?.name ?? '休息日' });
    day = addDays(day, 1);
  }
}
