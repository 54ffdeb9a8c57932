/** A civil day in Asia/Shanghai, "YYYY-MM-DD". Never an instant, never a `Date` outside this file. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const DAY = 86_400_000;

/** The day as given, or null when the text is no real day of the calendar. */
export function parseLocalDate(text: string): LocalDate | null {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return null;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const isReal = year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isReal ? (text as LocalDate) : null;
}

const HYPHEN = 45;
const ZERO = 48;

/** The number that these characters write; NaN where one is no digit. Millions of days are read: no pattern, no pieces. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** For literals in code and data: a text that is no day is a bug. */
export function localDate(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === null) throw new Error(`not a day: ${text}`);
  return parsed;
}

export function ymd(year: number, month: number, day: number): LocalDate | null {
  return parseLocalDate(written(year, month, day));
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return days === 0 ? date : (iso(utc(date) + days * DAY) as LocalDate);
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
  return written(year, month, day) as LocalDate;
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
  return digits(date, 0, 4);
}

export function monthOf(date: LocalDate): number {
  return digits(date, 5, 7);
}

export function dayOf(date: LocalDate): number {
  return digits(date, 8, 10);
}

const SHANGHAI_OFFSET = 8 * 3_600_000;

/** The civil day in Asia/Shanghai of an instant given in milliseconds since the epoch (UTC+8 all year since 1992). */
export function shanghaiDay(epochMs: number): LocalDate {
  return iso(epochMs + SHANGHAI_OFFSET) as LocalDate;
}

/** The civil day in Asia/Shanghai of an instant as acts keep it (ISO 8601, UTC). */
export function dayOfInstant(instant: string): LocalDate {
  const day = instant.slice(0, 10) as LocalDate;
  return Number(instant.slice(11, 13)) >= 16 ? addDays(day, 1) : day;
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
  const date = new Date(ms);
  return written(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function written(year: number, month: number, day: number): string {
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${two(month)}-${two(day)}`;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}
