import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LawCalendar, type LocalDate, localDate, type NoticeDay } from '#law';
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
  return Promise.all(files.map(async (name) => readNotice(name, JSON.parse(await readFile(join(folder, name), 'utf8')))));
}

function readNotice(file: string, value: unknown): HolidayNotice {
  const year: unknown = field(value, 'year');
  const source: unknown = field(value, 'source');
  const days: unknown = field(value, 'days');
  if (typeof year !== 'number' || typeof source !== 'string' || !Array.isArray(days)) throw new Error(`not a holiday notice: ${file}`);
  return { year, source, days: days.map((day) => readDay(file, day)) };
}

function readDay(file: string, value: unknown): readonly [string, string, boolean] {
  const [date, name, off]: unknown[] = Array.isArray(value) ? value : [];
  if (typeof date !== 'string' || typeof name !== 'string' || typeof off !== 'boolean') throw new Error(`not a day of a notice: ${file}`);
  return [localDate(date), name, off];
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
