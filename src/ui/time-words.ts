import { addDays, type LocalDate, parseLocalDate, shanghaiDay, shanghaiMidnight, weekday } from '#law';

const WEEKDAYS = '一二三四五六日';

/** 星期三 of a day. */
export function weekdayWord(day: LocalDate): string {
  return `星期${WEEKDAYS.charAt(weekday(day) - 1)}`;
}

/** An instant as its day in Asia/Shanghai, whatever the browser's own zone. */
export function dayOfInstant(instant: string): LocalDate {
  return shanghaiDay(Date.parse(instant));
}

/** 2026-03-16 09:05, in Asia/Shanghai. */
export function instantWords(instant: string): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return '';
  const minutes = Math.floor((ms - shanghaiMidnight(shanghaiDay(ms))) / 60_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${shanghaiDay(ms)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** 03月16日 (今天), as far as a short line needs it. */
export function shortDay(day: string, today: string): string {
  if (day === today) return '今天';
  const parsed = parseLocalDate(today);
  if (parsed !== null && day === addDays(parsed, 1)) return '明天';
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;
}

/** 剩 6 天 · 今天到期 · 逾期 2 天. */
export function daysLeftWords(daysLeft: number): string {
  if (daysLeft === 0) return '今天到期';
  return daysLeft > 0 ? `剩 ${daysLeft} 天` : `逾期 ${-daysLeft} 天`;
}
