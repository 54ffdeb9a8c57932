import { describe, expect, it } from 'vitest';
import type { BenchmarkFact } from '../list-facts.ts';
import { benchmarkFor, otherNames } from './choosing.ts';
import { EXAMPLE } from './example.fixtures.ts';

const ARTICLE = '《中华人民共和国价格法》第四十二条';
function made(violation: string, itemCode?: string, maker = '区局', penalty = ARTICLE): BenchmarkFact {
  const content = { ...EXAMPLE, penalty, ...(itemCode === undefined ? {} : { itemCode }) };
  return { versionId: `${maker}${violation}${itemCode ?? ''}`, maker, documentNumber: '1号', violation, content };
}
const of = (itemCode: string | null, basis: string | null = ARTICLE) => ({ itemCode, basis });
const NOTHING = { named: [], ofItem: [] };

describe('基准写明权责事项的按事项，没有写明的按违法行为和罚则（处罚法第三十四条）', () => {
  const [general, first, second] = [made('甲'), made('甲', 'CF-1'), made('甲', 'CF-2')];
  const upper = made('甲', 'CF-1', '市局');
  it.each<readonly [string, string | null, readonly BenchmarkFact[], BenchmarkFact | null]>([
    ['本事项的', 'CF-1', [first, second], first],
    ['另一事项的不用', 'CF-3', [first, second], null],
    ['没有写明事项的照用', 'CF-3', [first, general], general],
    ['本事项的先于没有写明事项的', 'CF-1', [first, general], first],
    ['编码的写法不同，事项相同', 'cf 1', [first], first],
    ['本机关没有写明事项的先于上级的', 'CF-1', [general, upper], general],
    ['案件没有填写事项的，用没有写明事项的', null, [first, general], general],
    ['案件没有填写事项，本机关只有写明事项的，也用', null, [first, upper], first],
  ])('同名的基准：%s', (_, itemCode, named, chosen) => {
    expect(benchmarkFor(of(itemCode), { named, ofItem: [] })).toBe(chosen);
  });

  const other = made('乙', 'CF-1');
  it.each<readonly [string, string | null, readonly BenchmarkFact[], BenchmarkFact | null]>([
    ['事项只有一个基准、罚则相同的，就是它', ARTICLE, [other], other],
    ['没有写明处罚依据的，也是它', null, [other], other],
    ['罚则不是同一条的不是', '《中华人民共和国价格法》第四十三条', [other], null],
    ['事项有两个基准的，不知道是哪一个', ARTICLE, [other, made('丙', 'CF-1')], null],
  ])('没有同名的基准：%s', (_, basis, ofItem, chosen) => {
    expect(benchmarkFor(of('CF-1', basis), { ...NOTHING, ofItem })).toBe(chosen);
  });

  it('可以选的名称：本事项的，和同一罚则之下没有写明事项的；别的事项的不列', () => {
    const under = [
      { violation: '甲', itemCode: null },
      { violation: '乙', itemCode: 'CF1' },
      { violation: '丁', itemCode: 'CF2' },
    ];
    expect(otherNames(of('CF-1'), [other], under)).toEqual({ ofItem: ['乙'], under: ['甲'] });
    expect(otherNames(of(null), [], under).under).toEqual(['甲', '乙', '丁']);
  });
});
