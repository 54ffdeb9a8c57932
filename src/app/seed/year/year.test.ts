import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, type LocalDate, localDate } from '#law';
import { calendarOf, shippedNotices } from '../holidays.ts';
import { demonstrationCity } from '../world/demonstration.ts';
import { yearDecisions } from './decisions.ts';
import { yearUnits } from './units.ts';

const anchor = localDate('2026-11-24');
const world = await demonstrationCity(anchor);
const calendar = calendarOf(await shippedNotices());
const days = { anchor, working: (from: LocalDate, n: number) => addWorkingDays(calendar, from, n) ?? addDays(from, n) };
const of = (seed: number) => yearDecisions(world, { seed, perYear: 600 }, days);

describe('大的演示城市的一年（faheng seed --year）', () => {
  it('同一种子得到同样的决定，另一种子不同；件数与所要的相差不过二十分之一', () => {
    expect(of(1)).toEqual(of(1));
    expect(of(2)).not.toEqual(of(1));
    const lastYear = of(1).filter((row) => String(row['处罚决定日期']).startsWith('2025'));
    expect(Math.abs(lastYear.length - 600)).toBeLessThan(30);
  });

  it('遍及市、旗县区、苏木乡镇街道三级和各领域，不用已有植入的单位', () => {
    const units = yearUnits(world, days);
    const tiers = new Set(units.map(({ key }) => world.units.find((u) => u.key === key)?.tier));
    expect([...tiers].sort()).toEqual(['banner', 'city', 'township']);
    expect(new Set(units.map((u) => u.trade)).size).toBe(10);
    expect(units.some(({ key }) => world.units.find((u) => u.key === key)?.name.includes('（演示）'))).toBe(false);
  });

  it('同一单位同一年份文号不重复，当事人的信用代码和证件号码不重复', () => {
    const rows = of(1);
    const all = (title: string) => rows.map((row) => row[title]).filter((value) => value !== '');
    expect(new Set(all('行政处罚决定书文号')).size).toBe(rows.length);
    const codes = all('行政相对人统一社会信用代码');
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('件数多的年份，长假后的第一日也没有一人办理九件', () => {
    const rows = yearDecisions(world, { seed: 1, perYear: 20_000 }, days);
    const busy = new Map<string, number>();
    for (const row of rows) {
      const key = `${row['处罚机关']}${row['承办人']}${row['处罚决定日期']}`;
      busy.set(key, (busy.get(key) ?? 0) + 1);
    }
    expect(Math.max(...busy.values())).toBeLessThan(9);
  });
});
