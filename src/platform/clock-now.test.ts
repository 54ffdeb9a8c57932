import { expect, it } from 'vitest';
import { steppedClock, systemNow } from './clock-now.ts';

it('测试用的钟只在被拨动时才走', () => {
  const clock = steppedClock('2026-09-01T00:00:00+08:00');
  expect(clock.now()).toBe(clock.now());
  clock.advance(1000);
  expect(new Date(clock.now()).toISOString()).toBe('2026-08-31T16:00:01.000Z');
  clock.set('2026-10-08T00:00:00+08:00');
  expect(new Date(clock.now()).toISOString()).toBe('2026-10-07T16:00:00.000Z');
});

it('不是时刻的文字不能当时刻', () => {
  expect(() => steppedClock('下周一')).toThrow('not an instant');
});

it('机器的钟给出毫秒数', () => {
  expect(Number.isInteger(systemNow())).toBe(true);
});
