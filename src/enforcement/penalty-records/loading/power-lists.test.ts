import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { isListed, type PowerLists } from './power-lists.ts';

const day = localDate;
const LISTS: PowerLists = new Map([
  [
    'bureau',
    {
      held: [{ from: day('2025-01-01'), until: null }],
      items: new Map([['CF1', [{ from: day('2025-01-01'), until: day('2026-03-16') }]]]),
    },
  ],
  ['late', { held: [{ from: day('2026-03-16'), until: null }], items: new Map([['CF1', [{ from: day('2026-03-16'), until: null }]]]) }],
]);

describe('处罚事项是否在决定当日有效的权责清单内（规则S02，处罚法第十七条）', () => {
  it('最后有效日仍在清单内，次日起不在', () => {
    expect(isListed(LISTS, 'bureau', 'CF-1', day('2026-03-15'))).toBe(true);
    expect(isListed(LISTS, 'bureau', 'CF-1', day('2026-03-16'))).toBe(false);
  });
  it('清单里没有这个编码的，不在清单内；编码的空格、横线、全角、大小写不影响', () => {
    expect(isListed(LISTS, 'bureau', 'CF-2', day('2026-03-15'))).toBe(false);
    expect(isListed(LISTS, 'bureau', ' ｃｆ-1', day('2026-03-15'))).toBe(true);
  });
  it('没有事项编码、单位没有录入清单、决定日在清单录入的日子之前：无法判断', () => {
    expect(isListed(LISTS, 'bureau', null, day('2026-03-15'))).toBeNull();
    expect(isListed(LISTS, 'other', 'CF-1', day('2026-03-15'))).toBeNull();
    expect(isListed(LISTS, 'late', 'CF-1', day('2026-03-15'))).toBeNull();
    expect(isListed(LISTS, 'late', 'CF-1', day('2026-03-16'))).toBe(true);
  });
});
