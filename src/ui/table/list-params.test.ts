import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_PAGE, listPath, readListParams, totalWords, withFilter, writeListParams } from './list-params.ts';

const IDS = ['q', 'status', 'organisation'];

describe('列表的筛选、排序、页码都在地址栏', () => {
  it('写进地址再读出来不变', () => {
    const filled = fc.string({ minLength: 1 }).filter((s) => s.trim() === s && s !== '');
    const list = fc.record({
      filters: fc.dictionary(fc.constantFrom(...IDS), filled, { noNullPrototype: true }),
      sort: fc.option(fc.record({ by: fc.stringMatching(/^[a-z]{1,8}$/), down: fc.boolean() })),
      page: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(list, (l) => {
        expect(readListParams(writeListParams('', IDS, l), IDS)).toEqual(l);
      }),
    );
  });

  it('不属于列表的参数原样保留', () => {
    expect(writeListParams('?tab=keys&q=旧&page=3', IDS, FIRST_PAGE)).toBe('?tab=keys');
  });

  it('改筛选即回到第一页，清空即去掉', () => {
    const list = { filters: { q: '公示' }, sort: null, page: 7 };
    expect(withFilter(list, 'status', 'sent')).toEqual({ filters: { q: '公示', status: 'sent' }, sort: null, page: 1 });
    expect(withFilter(list, 'q', null)).toEqual({ filters: {}, sort: null, page: 1 });
  });

  it.each(['0', '-1', '1.5', 'abc', ''])('页码写成“%s”按第一页', (page) => {
    expect(readListParams(`?page=${page}`, IDS).page).toBe(1);
  });

  it('导出与所见用同一组条件，不带页码', () => {
    const list = { filters: { q: '临河区', status: 'sent' }, sort: { by: 'due', down: true }, page: 4 };
    expect(decodeURIComponent(listPath('/api/matters/export', list, { kind: 'x' }, null))).toBe(
      '/api/matters/export?kind=x&q=临河区&status=sent&sort=-due',
    );
  });

  it('一万以内数到个，以外说一万以上', () => {
    expect(totalWords({ count: 10_000, exact: true })).toBe('共 10,000 条');
    expect(totalWords({ count: 10_000, exact: false })).toBe('共一万条以上');
  });
});
