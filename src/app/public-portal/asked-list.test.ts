import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { askedList, pageIn, pagesOf } from './asked-list.ts';

const TODAY = localDate('2026-03-16');

describe('公开名单的查询', () => {
  it('不写日期的按今日；写错的说明不是日期，仍按今日填写', () => {
    expect(askedList({ q: ' 占道\u200b经营 ' }, TODAY)).toEqual({ asked: { words: '占道经营', on: TODAY, page: 1 }, isDay: true });
    expect(askedList({ on: '2026-02-28', page: '3' }, TODAY)).toEqual({ asked: { words: '', on: '2026-02-28', page: 3 }, isDay: true });
    expect(askedList({ on: '2026-02-30' }, TODAY)).toEqual({ asked: { words: '', on: TODAY, page: 1 }, isDay: false });
  });
  it('同一参数写两次的不算；文字超过六十字的只看前六十字', () => {
    expect(askedList({ q: ['甲', '乙'], on: ['2026-01-01', '2026-01-02'] }, TODAY).asked).toEqual({ words: '', on: TODAY, page: 1 });
    expect(askedList({ q: '甲'.repeat(61) }, TODAY).asked.words).toHaveLength(60);
    expect(askedList(null, TODAY).asked.page).toBe(1);
  });
  it.each([
    ['1', 1],
    ['1000', 1000],
    ['9999', 9999],
    ['10000', 1],
    ['0', 1],
    ['-1', 1],
    ['1e3', 1],
  ])('页码“%s”是第%d页', (page, expected) => expect(pageIn({ page })).toBe(expected));
  it('空的也有一页；满一页不多出一页', () => {
    expect([0, 1, 20, 21].map((total) => pagesOf(total, 20))).toEqual([1, 1, 1, 2]);
  });
});
