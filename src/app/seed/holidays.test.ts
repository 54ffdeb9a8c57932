import { describe, expect, it } from 'vitest';
import { isWorkingDay, localDate } from '#law';
import { calendarOf, shippedNotices } from './holidays.ts';

const calendar = calendarOf(await shippedNotices());

describe('随产品提供的放假安排', () => {
  it.each([
    ['2026-10-01', false, '国庆节放假'],
    ['2026-10-10', true, '周六调休上班'],
    ['2026-10-11', false, '周日'],
    ['2026-10-12', true, '周一'],
    ['2022-12-31', false, '元旦放假写在次年的通知里'],
    ['2020-01-31', false, '2020年春节假期延长'],
  ] as const)('%s 是否工作日：%s（%s）', (day, working, _because) => {
    expect(isWorkingDay(calendar, localDate(day))).toBe(working);
  });

  it('2027年放假安排未公布，不作猜测', () => {
    expect(isWorkingDay(calendar, localDate('2027-01-04'))).toBeNull();
    expect(isWorkingDay(calendar, localDate('2019-12-31'))).toBeNull();
  });
});
