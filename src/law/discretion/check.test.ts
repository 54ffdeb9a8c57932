import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BenchmarkContent } from './benchmark.ts';
import { contains, isOrdered, meeting } from './bounds.ts';
import { BENCHMARK_CONDITIONS, benchmarkProblems } from './check.ts';
import { EXAMPLE, fine, tier, withTier } from './example.fixtures.ts';

const codes = (content: BenchmarkContent, upper: BenchmarkContent | null = null): readonly string[] => [
  ...new Set(benchmarkProblems(content, upper === null ? null : { name: '上级基准', content: upper }).map((p) => p.code)),
];
const without = (index: number): BenchmarkContent => ({ ...EXAMPLE, tiers: EXAMPLE.tiers.filter((_, i) => i !== index) });
const statutory = (more: Partial<BenchmarkContent['statutory']>): BenchmarkContent => ({
  ...EXAMPLE,
  statutory: { ...EXAMPLE.statutory, ...more },
});
const factor = (index: number, more: Partial<BenchmarkContent['factors'][number]>): BenchmarkContent => ({
  ...EXAMPLE,
  factors: EXAMPLE.factors.map((f, i) => (i === index ? { ...f, ...more } : f)),
});
const [, , LENIENT, NORMAL] = EXAMPLE.tiers;

describe('裁量权基准的办理条件，每条两边（行政处罚法第三十四条）', () => {
  it('例子没有任何问题', () => expect(codes(EXAMPLE)).toEqual([]));

  it.each<readonly [string, BenchmarkContent, readonly string[]]>([
    ['下限高于上限', withTier(3, { fine: fine(60_000, 30_000) }), ['range-reversed']],
    ['下限等于上限、都含本数，只有一个数额，可以', withTier(1, { fine: fine(5_000, 5_000) }), []],
    ['下限等于上限、不含本数，没有数额', withTier(1, { fine: fine(5_000, 5_000, { to: true }) }), ['range-reversed']],
    ['条件引用没有的选项', withTier(2, { cases: [[{ factor: '危害后果', options: ['很轻'] }]] }), ['factor-unclear']],
    ['条件引用没有的因素', withTier(2, { cases: [[{ factor: '次数', options: ['首次'] }]] }), ['factor-unclear']],
    ['罚款没有幅度', withTier(3, { fine: null }), ['fine-without-range']],
    [
      '数值因素的选项没有区间',
      factor(0, {
        options: [
          { label: '不满1万元', span: null },
          { label: '1万元以上', span: null },
        ],
      }),
      ['factor-unclear'],
    ],
  ])('%s', (_, content, expected) => expect(codes(content)).toEqual(expected));

  it('不足三档的被拒绝，恰好三档可以（内政发〔2017〕32号，节录）', () => {
    const three: BenchmarkContent = {
      ...EXAMPLE,
      factors: [EXAMPLE.factors[1] as never],
      tiers: [
        tier('lenient', fine(10_000, 30_000, { to: true }), [[{ factor: '危害后果', options: ['没有', '轻微'] }]]),
        tier('normal', fine(30_000, 60_000, { to: true }), [[{ factor: '危害后果', options: ['一般'] }]]),
        tier('heavy', fine(60_000, 100_000), [[{ factor: '危害后果', options: ['严重'] }]]),
      ],
    };
    expect(codes(three)).toEqual([]);
    const two = {
      ...three,
      tiers: [
        tier('lenient', fine(10_000, 60_000, { to: true }), [[{ factor: '危害后果', options: ['没有', '轻微', '一般'] }]]),
        three.tiers[2] as never,
      ],
    };
    expect(codes(two)).toEqual(['too-few-tiers']);
  });

  it.each<readonly [string, BenchmarkContent, readonly string[]]>([
    ['不予处罚写了罚款（第三十三条）', withTier(0, { kinds: ['CF01'] }), ['none-with-penalty', 'kind-outside-law']],
    ['从轻没有处罚种类', withTier(2, { kinds: [], fine: null }), ['tier-without-penalty', 'fines-not-covering']],
    ['种类在法定之外', withTier(4, { kinds: ['CF03', 'CF08'] }), ['kind-outside-law']],
    ['减轻可以降为警告', withTier(1, { kinds: ['CF01'], fine: null }), []],
    ['从轻不可以降为法定之外的警告', withTier(2, { kinds: ['CF01', 'CF03'] }), ['kind-outside-law']],
    ['减轻恰为法定最低额（第三十二条）', withTier(1, { fine: fine(5_000, 10_000) }), ['mitigated-not-below']],
    ['减轻不满法定最低额', withTier(1, { fine: fine(5_000, 10_000, { to: true }) }), []],
    [
      '法定超过1万元的，1万元本身是减轻',
      {
        ...statutory({ fine: fine(10_000, 100_000, { from: true }) }),
        tiers: EXAMPLE.tiers.map((t, i) =>
          i === 1 ? { ...t, fine: fine(5_000, 10_000) } : i === 2 ? { ...t, fine: fine(10_000, 30_000, { from: true, to: true }) } : t,
        ),
      },
      [],
    ],
    ['从重恰到法定上限', withTier(4, { fine: fine(60_000, 100_000, { from: true }) }), []],
    [
      '从重超出法定上限一分',
      withTier(4, { fine: { ...fine(60_000, 100_000, { from: true }), to: 10_000_001 } }),
      ['fine-outside-law', 'fines-not-covering'],
    ],
    ['从重不到法定上限', withTier(4, { fine: fine(60_000, 90_000, { from: true }) }), ['fines-not-covering']],
    ['从重不含法定上限本数', withTier(4, { fine: fine(60_000, 100_000, { from: true, to: true }) }), ['fines-not-covering']],
    ['从轻高于法定下限起', withTier(2, { fine: fine(12_000, 30_000, { to: true }) }), ['fines-not-covering']],
    ['一般与从轻之间有空档', withTier(2, { fine: fine(10_000, 29_000) }), ['fines-not-adjoining']],
    ['交界的3万元两档都含', withTier(2, { fine: fine(10_000, 30_000) }), ['fines-not-adjoining']],
    ['交界的3万元两档都不含', withTier(3, { fine: fine(30_000, 60_000, { from: true }) }), ['fines-not-adjoining']],
    ['两档重叠', withTier(3, { fine: fine(20_000, 60_000) }), ['fines-not-adjoining']],
    [
      '按违法所得倍数，与法定金额不同',
      withTier(3, { fine: { ...fine(30_000, 60_000), measure: 'income' } }),
      ['other-measure', 'fines-not-adjoining'],
    ],
    [
      '由重到轻',
      { ...EXAMPLE, tiers: EXAMPLE.tiers.map((t, i) => (i === 2 ? (NORMAL ?? t) : i === 3 ? (LENIENT ?? t) : t)) },
      ['levels-out-of-order', 'fines-not-ascending', 'fines-not-adjoining', 'fines-not-covering'],
    ],
    ['两种情形遗漏', without(0), ['conditions-not-exclusive']],
    ['一种情形适用两档', withTier(3, { cases: [[{ factor: '危害后果', options: ['一般'] }]] }), ['conditions-not-exclusive']],
    [
      '数值区间交界处重叠',
      factor(0, {
        options: [
          { label: '不满1万元', span: { from: 0, to: 10_000_000, fromOpen: false, toOpen: false } },
          EXAMPLE.factors[0]?.options[1] as never,
        ],
      }),
      ['options-not-adjoining'],
    ],
    [
      '数值区间不到顶',
      factor(0, {
        options: [
          EXAMPLE.factors[0]?.options[0] as never,
          { label: '1万元以上', span: { from: 10_000_000, to: 20_000_000, fromOpen: false, toOpen: false } },
        ],
      }),
      ['options-not-adjoining'],
    ],
  ])('%s', (_, content, expected) => expect(codes(content)).toEqual(expected));

  it('说出遗漏和重复的是哪一种情形、哪几档', () => {
    expect(benchmarkProblems(without(0), null)[0]?.reason).toBe('“货值：不满1万元；危害后果：没有”不适用任何一档');
    const twice = withTier(3, { cases: [[{ factor: '危害后果', options: ['一般'] }]] });
    expect(benchmarkProblems(twice, null)[0]?.reason).toBe('“货值：1万元以上；危害后果：一般”同时适用第4档（一般处罚）、第5档（从重处罚）');
  });

  it('没有下限的法定罚款之下没有减轻的幅度', () => {
    const open = { ...statutory({ fine: fine(0, 100_000) }), tiers: withTier(2, { fine: fine(0, 30_000, { to: true }) }).tiers };
    expect(benchmarkProblems(open, null).find((p) => p.code === 'mitigated-not-below')?.reason).toContain('没有下限');
  });

  it('下级只在上级基准以内细化（细则第十九条第一款）', () => {
    expect(codes(EXAMPLE, EXAMPLE)).toEqual([]);
    expect(codes(EXAMPLE, withTier(3, { fine: fine(30_000, 50_000) }))).toEqual(['outside-upper']);
    expect(codes(EXAMPLE, without(1))).toEqual(['outside-upper']);
    expect(codes(EXAMPLE, withTier(4, { kinds: ['CF03'] }))).toEqual(['outside-upper']);
    const finer = {
      ...EXAMPLE,
      tiers: EXAMPLE.tiers.flatMap((t, i) =>
        i === 3
          ? [
              { ...t, fine: fine(30_000, 40_000, { to: true }), cases: t.cases.slice(0, 1) },
              { ...t, fine: fine(40_000, 60_000), cases: [] },
            ]
          : [t],
      ),
    };
    expect(codes(finer, EXAMPLE)).toEqual([]);
  });

  it('每条都有名称、条文，代码不重复', () => {
    expect(new Set(BENCHMARK_CONDITIONS.map((c) => c.code)).size).toBe(BENCHMARK_CONDITIONS.length);
    for (const c of BENCHMARK_CONDITIONS) expect(c.cite.article).not.toBeNull();
  });
});

describe('以上、以下含本数，超过、不满不含本数（民法典第一千二百五十九条）', () => {
  const bounds = fc.record({ from: fc.nat(30), to: fc.nat(30), fromOpen: fc.boolean(), toOpen: fc.boolean() });
  const amounts = Array.from({ length: 63 }, (_, i) => i / 2);

  it('相接的两段：每个数额至多在一段，中间没有数额两边都不在', () => {
    fc.assert(
      fc.property(bounds, bounds, (a, b) => {
        fc.pre(isOrdered(a) && isOrdered(b) && b.from >= a.from);
        const shared = amounts.some((n) => contains(a, n) && contains(b, n));
        const [low, high] = [Math.min(a.to, b.from), Math.max(a.to, b.from)];
        const lost = amounts.some((n) => n >= low && n <= high && !contains(a, n) && !contains(b, n));
        const how = meeting(a, b);
        if (shared) expect(how).toBe('overlap');
        if (how === 'meets') expect(shared || lost).toBe(false);
        if (how === 'gap') expect([shared, lost]).toEqual([false, true]);
      }),
      { numRuns: 400 },
    );
  });

  it('把法定幅度任意切成几档，交界只归一档，就没有罚款方面的问题；少一档就有', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 10_001, max: 99_999 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(cuts, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (points, side) => {
        const at = [10_000, ...points.sort((a, b) => a - b), 100_000];
        const tiers = at.slice(1).map((to, i) => {
          const open = { from: i > 0 && side[i - 1] === true, to: i < points.length && side[i] !== true };
          return tier(i === 0 ? 'lenient' : i === points.length ? 'heavy' : 'normal', fine(at[i] ?? 0, to, open), []);
        });
        const fines = (list: typeof tiers) => codes({ ...EXAMPLE, tiers: list }).filter((code) => code.startsWith('fine'));
        expect(fines(tiers)).toEqual([]);
        for (const gone of tiers.keys()) expect(fines(tiers.filter((_, i) => i !== gone)).length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
