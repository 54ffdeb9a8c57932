import { expect, it } from 'vitest';
import { endWords, hasRunOut } from './clock-words.ts';

const LATE = { lamp: 'red', stoppedOn: '2026-02-06', breachedOn: '2026-01-30', breachCorrected: false, isOutsiders: false } as const;

it('本机关逾期的写明自哪日起；后来报来的步骤表明没有逾期的写明（处罚法第六十一条）', () => {
  expect(endWords(LATE)).toBe('，2026-02-06 停止，2026-01-30 起逾期');
  expect(endWords({ ...LATE, lamp: 'done', breachCorrected: true })).toBe('，2026-02-06 停止，补录、更正以前一度显示逾期，实际没有逾期');
  expect(endWords({ ...LATE, stoppedOn: null, breachedOn: null })).toBe('');
});

it('当事人的期限届满不是谁的逾期（处罚法第四十四条、第六十七条）', () => {
  expect([hasRunOut({ ...LATE, isOutsiders: true }), hasRunOut(LATE)]).toEqual([true, false]);
  expect(endWords({ ...LATE, isOutsiders: true })).toBe('，2026-02-06 停止');
});
