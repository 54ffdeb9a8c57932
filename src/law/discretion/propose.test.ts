import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yuan } from '../penalty.ts';
import { fineWords } from './benchmark.ts';
import { combinationsOf } from './combinations.ts';
import { compareBenchmarks } from './compare.ts';
import { EXAMPLE, fine, withTier } from './example.fixtures.ts';
import { fineInFen, proposeTier } from './propose.ts';

describe('阶次建议（行政处罚法第三十四条）', () => {
  it('说明由哪些因素得出；无关的因素不必回答', () => {
    expect(proposeTier(EXAMPLE, { 危害后果: '严重' })).toMatchObject({ is: 'tier', index: 4, because: ['“危害后果”为“严重”'] });
    expect(proposeTier(EXAMPLE, { 危害后果: '一般' })).toEqual({ is: 'missing', factors: ['货值'] });
    expect(proposeTier(EXAMPLE, {})).toEqual({ is: 'missing', factors: ['货值', '危害后果'] });
  });

  it('数值落在交界处按含本数与否归档', () => {
    const at = (value: number) => proposeTier(EXAMPLE, { 危害后果: '一般', 货值: value });
    expect(at(9_999_990)).toMatchObject({ is: 'tier', index: 3 });
    expect(at(10_000_000)).toMatchObject({ is: 'tier', index: 4, because: ['“危害后果”为“一般”', '“货值”为“1万元以上”'] });
    expect(at(-1)).toMatchObject({ is: 'invalid', factor: '货值' });
  });

  it('没有的选项、没有档次、两个档次，都如实说出', () => {
    expect(proposeTier(EXAMPLE, { 危害后果: '巨大' })).toMatchObject({ is: 'invalid', reason: '“危害后果”没有“巨大”这一选项' });
    const less = { ...EXAMPLE, tiers: EXAMPLE.tiers.slice(1) };
    expect(proposeTier(less, { 危害后果: '没有', 货值: '不满1万元' })).toEqual({
      is: 'none',
      combination: '货值：不满1万元；危害后果：没有',
    });
    const twice = withTier(3, { cases: [[{ factor: '危害后果', options: ['一般'] }]] });
    expect(proposeTier(twice, { 危害后果: '一般', 货值: '1万元以上' })).toMatchObject({ is: 'ambiguous', tiers: [3, 4] });
  });

  it('没有问题的基准，任何一种完整的回答都得出一档', () => {
    fc.assert(
      fc.property(fc.constantFrom(...combinationsOf(EXAMPLE.factors)), (answers) => {
        expect(proposeTier(EXAMPLE, answers).is).toBe('tier');
      }),
    );
  });

  it('按倍数计的罚款换算成元，上限舍、下限入', () => {
    const times = { fine: { measure: 'income', from: 1500, to: 3000, fromOpen: false, toOpen: true } } as const;
    expect(fineInFen(times, null)).toBeNull();
    expect(fineInFen(times, 1001)).toMatchObject({ measure: 'amount', from: 1502, to: 3003, toOpen: true });
    const words = fineInFen(times, 100_000);
    expect(words === null ? '' : fineWords(words)).toBe('1,500元以上不满3,000元');
    expect(yuan(150_000)).toBe('1,500元');
  });
});

describe('两个版本的比较', () => {
  it('只说有变化的，档次并列', () => {
    expect(compareBenchmarks(EXAMPLE, EXAMPLE).changes).toEqual([]);
    const { changes, tiers } = compareBenchmarks(EXAMPLE, withTier(3, { fine: fine(30_000, 50_000) }));
    expect(changes).toEqual([
      { what: '一般处罚的处罚', before: '罚款（30,000元以上60,000元以下）', after: '罚款（30,000元以上50,000元以下）' },
    ]);
    expect(tiers.map((t) => t.same)).toEqual([true, true, true, false, true]);
    expect(compareBenchmarks(EXAMPLE, { ...EXAMPLE, tiers: EXAMPLE.tiers.slice(1) }).changes).toEqual([
      { what: '不予处罚', before: '不予处罚', after: null },
    ]);
  });
});
