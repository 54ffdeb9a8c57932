/** A civil day in Asia/Shanghai, "YYYY-MM-DD". Never an instant, never a `Date` outside this file. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;

/** The day as given, or null when the text is no real day of the calendar. */
export function parseLocalDate(text: string): LocalDate | null {
  const m = SHAPE.exec(text);
  if (m === null) return null;
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
  const isReal = year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isReal ? (text as LocalDate) : null;
}

/** For literals in code and data: a text that is no day is a bug. */
export function localDate(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === null) throw new Error(`not a day: ${text}`);
  return parsed;
}

export function ymd(year: number, month: number, day: number): LocalDate | null {
  return parseLocalDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return iso(utc(date) + days * DAY) as LocalDate;
}

/** Whole days from `a` to `b`: negative when b is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return Math.round((utc(b) - utc(a)) / DAY);
}

/** The same day of the month n months later, or the last day of a shorter month (民法典 202). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const total = yearOf(date) * 12 + (monthOf(date) - 1) + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  const day = Math.min(dayOf(date), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12);
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: LocalDate): number {
  return new Date(utc(date)).getUTCDay() || 7;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7));
}

export function dayOf(date: LocalDate): number {
  return Number(date.slice(8, 10));
}

const SHANGHAI_OFFSET = 8 * 3_600_000;

/** The civil day in Asia/Shanghai of an instant given in milliseconds since the epoch (UTC+8 all year since 1992). */
export function shanghaiDay(epochMs: number): LocalDate {
  return iso(epochMs + SHANGHAI_OFFSET) as LocalDate;
}

/** 00:00 Asia/Shanghai of a day, in milliseconds since the epoch. */
export function shanghaiMidnight(date: LocalDate): number {
  return utc(date) - SHANGHAI_OFFSET;
}

/** 2026年3月16日, as documents write a day. */
export function chineseDay(date: LocalDate): string {
  return `${yearOf(date)}年${monthOf(date)}月${dayOf(date)}日`;
}

function utc(date: LocalDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date));
}

function iso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
