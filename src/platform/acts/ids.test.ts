import { describe, expect, it } from 'vitest';
import { cohortOf, newId } from './ids.ts';

const MOMENT = Date.UTC(2026, 2, 16, 1);

describe('标识（UUIDv7）', () => {
  it('写法合规：版本七、变体二，前四十八位是毫秒', () => {
    for (let i = 0; i < 1_000; i += 1) {
      const id = newId(MOMENT + i);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
      expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(MOMENT + i);
    }
  });

  it('同一毫秒内先后所取，后取的排在后；十万个各不相同', () => {
    const ids = Array.from({ length: 100_000 }, () => newId(MOMENT));
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('时钟往回走时不接着前面的数', () => {
    const [first, back, again] = [newId(MOMENT), newId(MOMENT - 1), newId(MOMENT)];
    expect(back < first).toBe(true);
    expect(again).not.toBe(first);
  });

  it('年份按北京时间：除夕零点前后分属两年', () => {
    const midnight = Date.UTC(2026, 11, 31, 16);
    expect([cohortOf(newId(midnight - 1)), cohortOf(newId(midnight))]).toEqual([2026, 2027]);
  });
});
