import { describe, expect, it } from 'vitest';
import { finishedDay, wholeDay } from './typed-day.ts';

describe('键入的日期不用点选也算数', () => {
  it.each([
    ['2026-11-25', '2026-11-25', '2026-11-25'],
    ['20261125', '2026-11-25', '2026-11-25'],
    [' 2026-11-25 ', '2026-11-25', '2026-11-25'],
    ['2026.1.5', null, '2026-01-05'],
    ['2026年1月15日', null, '2026-01-15'],
    ['2026/12/31', null, '2026-12-31'],
    ['2026-1', null, null],
    ['2026-02-30', null, null],
    ['20261301', null, null],
    ['明天', null, null],
  ])('%s', (text, whole, finished) => {
    expect([wholeDay(text), finishedDay(text)]).toEqual([whole, finished]);
  });
});
