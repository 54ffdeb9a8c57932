import { describe, expect, it } from 'vitest';
import { type LocalDate, localDate } from '#law';
import { itemStanding, type OrganList, type PowerLists } from './power-lists.ts';

const day = localDate;
const POWER: ReadonlyMap<string, OrganList> = new Map([
  [
    'bureau',
    {
      held: [{ from: day('2025-01-01'), until: null }],
      items: new Map([['CF1', [{ from: day('2025-01-01'), until: day('2026-03-16'), domain: '市场监管' }]]]),
    },
  ],
  [
    'late',
    {
      held: [{ from: day('2026-03-16'), until: null }],
      items: new Map([['CF1', [{ from: day('2026-03-16'), until: null, domain: null }]]]),
    },
  ],
]);
const LISTS: PowerLists = {
  power: POWER,
  empowerment: new Map([
    [
      'sumu',
      {
        held: [{ from: day('2024-01-01'), until: null }],
        items: new Map([['CF1', [{ from: day('2024-01-01'), until: day('2026-03-16'), domain: '林草' }]]]),
      },
    ],
  ]),
};
const isListed = (...asked: [organ: string, code: string | null, on: LocalDate]) => itemStanding(LISTS, ...asked).itemListed;

describe('处罚事项是否在决定当日有效的权责清单内（规则S02，处罚法第十七条）', () => {
  it('最后有效日仍在清单内，次日起不在', () => {
    expect(isListed('bureau', 'CF-1', day('2026-03-15'))).toBe(true);
    expect(isListed('bureau', 'CF-1', day('2026-03-16'))).toBe(false);
  });
  it('清单里没有这个编码的，不在清单内；编码的空格、横线、全角、大小写不影响', () => {
    expect(isListed('bureau', 'CF-2', day('2026-03-15'))).toBe(false);
    expect(isListed('bureau', ' ｃｆ-1', day('2026-03-15'))).toBe(true);
  });
  it('没有事项编码、单位没有录入清单、决定日在清单录入的日子之前：无法判断', () => {
    expect(isListed('bureau', null, day('2026-03-15'))).toBeNull();
    expect(isListed('other', 'CF-1', day('2026-03-15'))).toBeNull();
    expect(isListed('late', 'CF-1', day('2026-03-15'))).toBeNull();
    expect(isListed('late', 'CF-1', day('2026-03-16'))).toBe(true);
  });
});

describe('苏木乡镇处罚的事项是否在决定当日有效的赋权清单内（规则S07，处罚法第二十四条）', () => {
  const standing = (organ: string, code: string | null, on: string) => itemStanding(LISTS, organ, code, day(on));
  it('收回前一日仍在清单内，收回当日不在；领域取自清单', () => {
    expect(standing('sumu', 'CF-1', '2026-03-15')).toEqual({ itemListed: null, itemEmpowered: true, itemDomain: '林草' });
    expect(standing('sumu', 'CF-1', '2026-03-16')).toEqual({ itemListed: null, itemEmpowered: false, itemDomain: null });
  });
  it('没有赋权清单的、清单以前的日子、没有编码的：无法判断', () => {
    expect(standing('bureau', 'CF-1', '2026-03-15')).toEqual({ itemListed: true, itemEmpowered: null, itemDomain: '市场监管' });
    expect(standing('sumu', 'CF-1', '2023-12-31').itemEmpowered).toBeNull();
    expect(standing('sumu', null, '2026-03-15').itemEmpowered).toBeNull();
  });
});
