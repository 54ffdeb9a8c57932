import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { dayOfInstant, daysLeftWords, instantWords, shortDay, weekdayWord } from './time-words.ts';

describe('时间按北京时间写出，与浏览器所在时区无关', () => {
  it('零点两侧分属两天', () => {
    expect(dayOfInstant('2026-03-15T15:59:59Z')).toBe('2026-03-15');
    expect(dayOfInstant('2026-03-15T16:00:00Z')).toBe('2026-03-16');
    expect(instantWords('2026-03-15T16:05:00Z')).toBe('2026-03-16 00:05');
  });

  it('到期当天不是逾期', () => {
    expect(daysLeftWords(1)).toBe('剩 1 天');
    expect(daysLeftWords(0)).toBe('今天到期');
    expect(daysLeftWords(-1)).toBe('逾期 1 天');
  });

  it('今天明天直说，同年省去年份', () => {
    expect(shortDay('2026-03-16', '2026-03-16')).toBe('今天');
    expect(shortDay('2026-04-01', '2026-03-31')).toBe('明天');
    expect(shortDay('2026-04-02', '2026-03-16')).toBe('04-02');
    expect(shortDay('2027-01-02', '2026-12-31')).toBe('2027-01-02');
    expect(weekdayWord(localDate('2026-03-16'))).toBe('星期一');
  });
});
