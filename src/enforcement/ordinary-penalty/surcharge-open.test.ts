import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type LocalDate } from '#law';
import { CASE_RULES, judge } from '#law/rules/index';
import { testCalendar } from '#testing/rehearsal';
import { carriedOut } from './facts-of-execution.ts';
import type { OrdinaryPenalty } from './model.ts';
import { A, CAST, PAY, performing } from './testing.ts';

const { handlerA, deputy } = CAST;
/** The notices of both years are there, so that the last day is certain. */
const CALENDAR = { ...testCalendar({}), loadedYears: new Set([2026, 2027]) };
type Rehearsed = ReturnType<typeof performing>;
/** 2,000 yuan, to be paid by 2026-06-16: on 2026-07-20 as much has been added, the most there can be. */
const paid = (day: string, amount = 200_000, at = performing()) =>
  at.on(day).does(handlerA, 'pay', { ...PAY, amount, receipt: `票${day}` });
const window = (r: Rehearsed) => r.clocks().find((c) => c.clock === 'KE-15');
const performedOn = (r: Rehearsed, today = '2027-06-01') =>
  carriedOut(r.state as OrdinaryPenalty, { profile: BAYANNUR_2026, calendar: CALENDAR, today: today as LocalDate }).performedOn;
function lapsed(r: Rehearsed, today: string): boolean {
  const context = { profile: BAYANNUR_2026, calendar: CALENDAR, today: today as LocalDate };
  const rules = CASE_RULES.filter(({ id }) => id === 'E07');
  return judge(rules, carriedOut(r.state as OrdinaryPenalty, context) as never, context).doubts.length > 0;
}

describe('罚款逾期缴纳、加处罚款没有缴清的，仍未履行完毕（强制法第四十五条、第五十三条）', () => {
  it('按期缴纳的当日即为履行，申请法院的期限（KE-15）止；次日缴纳罚款本数的不止', () => {
    expect(window(paid('2026-06-16'))).toMatchObject({ stoppedOn: '2026-06-16' });
    expect(performedOn(paid('2026-06-16'))).toBe('2026-06-16');
    expect(window(paid('2026-06-17'))).toMatchObject({ stoppedOn: null, dueOn: '2027-03-01' });
    expect(performedOn(paid('2026-06-17'))).toBeNull();
  });

  it('加处罚款缴清之日止，差一分不止；减免以后不再欠的，自减免之日止', () => {
    expect(window(paid('2026-06-17', 206_000))).toMatchObject({ stoppedOn: '2026-06-17' });
    expect(window(paid('2026-06-17', 205_999))).toMatchObject({ stoppedOn: null });
    const later = paid('2026-08-03', 6_000, paid('2026-06-17'));
    expect([window(later)?.stoppedOn, performedOn(later)]).toEqual(['2026-08-03', '2026-08-03']);
    const waived = paid('2026-06-17')
      .on('2026-08-04')
      .does(deputy, 'agree', { remedied: '已改正', plan: '一次', waived: 6_000, papers: [A] });
    expect(window(waived)?.stoppedOn).toBe('2026-08-04');
  });

  it('三个月届满没有申请、加处罚款没有缴清的有疑（E07）；届满当日、缴清的没有', () => {
    const open = paid('2026-07-20');
    expect(lapsed(open, '2027-03-01')).toBe(false);
    expect(lapsed(open, '2027-03-02')).toBe(true);
    expect(lapsed(open, '2027-06-01')).toBe(true);
    expect(lapsed(paid('2026-08-03', 200_000, open), '2027-06-01')).toBe(false);
  });
});
