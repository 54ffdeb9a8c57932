import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRefusal, type LawCalendar, type LocalDate, localDate, type NoticeDay, parseLocalDate, type Refusal, refuse, yearOf } from '#law';
import type { Queryable } from '#platform/db';
import { packageRoot } from '#platform/package-root';
import { insertRows } from './insert.ts';

/** One year's notice of the State Council: days off and weekend days to be worked. */
export type HolidayNotice = {
  readonly year: number;
  readonly source: string;
  readonly days: readonly (readonly [date: string, name: string, off: boolean])[];
};

/**
 * The notices shipped with the product, by year. A year without a file is not guessed. Days of December may stand in
 * the next year's notice, so a day belongs to the calendar and not to its file.
 */
export async function shippedNotices(): Promise<readonly HolidayNotice[]> {
  const folder = join(packageRoot(), 'data', 'holidays');
  const files = (await readdir(folder)).filter((name) => /^\d{4}\.json$/.test(name)).sort();
  return Promise.all(files.map(async (name) => shipped(name, JSON.parse(await readFile(join(folder, name), 'utf8')))));
}

function shipped(file: string, value: unknown): HolidayNotice {
  const notice = readNotice(value);
  if (isRefusal(notice)) throw new Error(`${file}: ${notice.reason}`);
  return notice;
}

/** A notice as its file says it, or what is wrong with the file: the one border for shipped and for loaded notices. */
export function readNotice(value: unknown): HolidayNotice | Refusal {
  const year: unknown = field(value, 'year');
  const source: unknown = field(value, 'source');
  const days: unknown = field(value, 'days');
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2100) return wrong('“year”应为四位年份');
  if (typeof source !== 'string' || source.trim() === '') return wrong('“source”应写明放假安排通知的名称');
  if (!Array.isArray(days) || days.length === 0) return wrong('“days”应列出放假和调休上班的日期');
  const read: HolidayNotice['days'][number][] = [];
  for (const [i, day] of days.entries()) {
    const known = readDay(day, year);
    if (known === null) return wrong(`“days”第${i + 1}项应为 ["${year}-01-01", "元旦", true]，true 为放假，false 为调休上班`);
    read.push(known);
  }
  const twice = read.find(([date], i) => read.findIndex(([other]) => other === date) !== i);
  return twice === undefined ? { year, source, days: read } : wrong(`${twice[0]}写了两次`);
}

function wrong(what: string): Refusal {
  return refuse('notice-file', null, `放假安排文件有误：${what}。`);
}

/** New Year's days may stand in the notice of the year before or after. */
function readDay(value: unknown, year: number): HolidayNotice['days'][number] | null {
  const [date, name, off]: unknown[] = Array.isArray(value) ? value : [];
  const day = typeof date === 'string' ? parseLocalDate(date) : null;
  if (day === null || typeof name !== 'string' || name === '' || typeof off !== 'boolean') return null;
  return Math.abs(yearOf(day) - year) <= 1 ? [day, name, off] : null;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The notices as a calendar, for code that counts without a database. */
export function calendarOf(notices: readonly HolidayNotice[]): LawCalendar {
  const notice = new Map<LocalDate, NoticeDay>();
  for (const n of notices) for (const [date, name, off] of n.days) notice.set(localDate(date), { name, off });
  return { loadedYears: new Set(notices.map((n) => n.year)), notice };
}

/** Writes notices that are not loaded yet; run as the owner. */
export async function loadHolidays(client: Queryable, notices: readonly HolidayNotice[], now: number): Promise<void> {
  const loaded = await client.query<{ year: number }>('select year from calendar_year');
  const years = new Set(loaded.rows.map((row) => row.year));
  const fresh = notices.filter((n) => !years.has(n.year));
  const instant = new Date(now).toISOString();
  await insertRows(
    client,
    'calendar_year',
    ['year', 'source', 'loaded_at'],
    fresh.map((n) => [n.year, n.source, instant]),
  );
  await insertRows(
    client,
    'calendar_day',
    ['day', 'name', 'off'],
    fresh.flatMap((n) => n.days.map((d) => [...d])),
  );
}
