import { describe, expect, it } from 'vitest';
import type { BenchmarkFact, PowerItemFact } from '#law';
import { fine } from '#law/discretion/example.fixtures';
import { asking } from '#testing/asking';
import { drawn } from '#testing/rehearsal';
import { tierAlone } from './lifecycle/weighing.ts';
import { CAST, DECIDE, DISCUSS, type Input, NONE, NOT_WEIGHED, NOTIFY, REPORT } from './testing.ts';
import { BENCHMARK, investigatedUnder, line, toldUnder } from './testing-weighing.ts';

const { handlerA, head } = CAST;
const proposing = (more: Input, benchmark: BenchmarkFact | null, item?: PowerItemFact) =>
  investigatedUnder(benchmark, item).tries(handlerA, 'conclude', { ...REPORT, ...more });
/** The case of one proposal: what it changes of the report, and why it is refused. */
type Line = readonly [name: string, more: Input, refused: string | null];

describe('调查终结报告按裁量权基准的档次（处罚法34，Q01）', () => {
  it.each<Line>([
    ['没有选档也没有理由', {}, 'no-tier'],
    ['没有选档，写明不按的理由', { deviation: '价格欺诈情节，基准没有规定' }, null],
    ['选一般档，二千元在档内', { benchmarkTier: 2 }, null],
    ['恰为上限三千元', { benchmarkTier: 2, fine: 300_000 }, null],
    ['超出上限一分', { benchmarkTier: 2, fine: 300_001 }, 'outside-tier'],
    ['恰为下限一千元', { benchmarkTier: 2, fine: 100_000 }, null],
    ['低于下限一分', { benchmarkTier: 2, fine: 99_999 }, 'outside-tier'],
    ['超出上限而写明理由', { benchmarkTier: 2, fine: 300_001, deviation: '持续时间长' }, null],
    ['种类不在档内', { benchmarkTier: 2, kinds: ['CF01', 'CF03'] }, 'outside-tier'],
    ['从轻档而裁量档次填一般', { benchmarkTier: 1, fine: 50_000 }, 'other-level'],
    ['没有的档次', { benchmarkTier: 3 }, 'no-such-tier'],
    ['没有的档次，写了理由也不行', { benchmarkTier: 3, deviation: '理由' }, 'no-such-tier'],
    ['不予处罚的不选档', { ...NONE, outcome: 'not-punished', tier: 'none' }, null],
    ['不予处罚却选一般档', { ...NONE, outcome: 'not-punished', tier: 'none', benchmarkTier: 2 }, 'other-level'],
  ])('%s', (_, more, refused) => {
    const answer = proposing(more, BENCHMARK);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '行政处罚法', article: 34 } });
  });

  it('没有基准的不填档次', () => {
    expect(proposing({}, null)).toBeNull();
    expect(proposing({ benchmarkTier: 1 }, null)).toMatchObject({ refused: 'no-benchmark' });
  });

  it('罚款为违法所得倍数的，按填写的违法所得折算', () => {
    const [, normal] = BENCHMARK.content.tiers;
    if (normal === undefined) throw new Error('two tiers');
    const times = { ...normal, kinds: ['CF03', 'CF04'] as const, fine: { ...fine(10, 20), measure: 'income' as const } };
    const benchmark = { ...BENCHMARK, content: { ...BENCHMARK.content, tiers: [times] } };
    const earned = { kinds: ['CF03', 'CF04'], income: 100_000, benchmarkTier: 1, content: '没收违法所得1,000元，罚款。' };
    expect(proposing({ ...earned, fine: 200_000 }, benchmark)).toBeNull();
    expect(proposing({ ...earned, fine: 200_001 }, benchmark)).toMatchObject({ refused: 'outside-tier' });
  });
});

describe('裁量权基准不因案由的写法落空（处罚法34，Q01）', () => {
  const at = (under: readonly string[]) => investigatedUnder(null, null, under);
  const refused = { refused: 'other-benchmark', cite: { instrument: '行政处罚法', article: 34 } };
  it('同一处罚依据之下有基准而案由没有基准的，选定违法行为，或者写明理由', () => {
    const one = at(['另一违法行为']);
    expect(one.tries(handlerA, 'conclude', REPORT)).toMatchObject({
      ...refused,
      reason: expect.stringContaining('“另一违法行为”') as string,
    });
    expect(one.tries(handlerA, 'conclude', { ...REPORT, deviation: '基准没有规定这一情形' })).toBeNull();
    const chosen = { ...REPORT, violation: '另一违法行为' };
    expect(one.tries(handlerA, 'conclude', chosen)).toMatchObject({ refused: 'no-tier' });
    expect(one.tries(handlerA, 'conclude', { ...chosen, benchmarkTier: 2 })).toBeNull();
    expect(one.tries(handlerA, 'conclude', { ...REPORT, ...NONE, outcome: 'not-punished', tier: 'none' })).toBeNull();
  });
  it('处罚依据之下没有基准的照办；自有系统报来的照录', () => {
    expect(at([]).tries(handlerA, 'conclude', REPORT)).toBeNull();
    expect(at(['另一违法行为']).tries(CAST.machine, 'conclude', REPORT, { reported: true })).toBeNull();
  });
  it('选定的违法行为在告知时照样适用，案由不变', () => {
    const chosen = { ...REPORT, violation: '另一违法行为', benchmarkTier: 2 };
    const told = at(['另一违法行为'])
      .does(handlerA, 'conclude', chosen)
      .does(CAST.deputy, 'skip-review', { reason: '不属于应当审核的情形。' });
    expect(told.tries(CAST.deputy, 'notify', NOTIFY)).toBeNull();
    expect(told.state).toMatchObject({ cause: '未按规定明码标价' });
  });
});

describe('裁量权基准写明权责事项的，按案件的事项适用（处罚法34，Q01、D04）', () => {
  const made = (violation: string, itemCode: string): BenchmarkFact => ({
    ...BENCHMARK,
    violation,
    content: { ...BENCHMARK.content, penalty: '《中华人民共和国价格法》第四十二条', itemCode },
  });
  const ofItem = made('不标明价格', 'SJ-001');
  const trying = (more: Input, all: readonly BenchmarkFact[], named: BenchmarkFact | null = null) =>
    investigatedUnder(named, null, [], all).tries(handlerA, 'conclude', { ...REPORT, ...more });

  it('同名而属于另一事项的不适用：不选档可以，选档不行', () => {
    const another = made('未按规定明码标价', 'SJ-002');
    expect(trying({}, [], another)).toBeNull();
    expect(trying({ benchmarkTier: 2 }, [], another)).toMatchObject({ refused: 'no-benchmark' });
    expect(trying({}, [], made('未按规定明码标价', 'SJ-001'))).toMatchObject({ refused: 'no-tier' });
  });

  it.each<Line>([
    ['没有选档', {}, 'no-tier'],
    ['档内', { benchmarkTier: 2 }, null],
    ['超出档次一分', { benchmarkTier: 2, fine: 300_001 }, 'outside-tier'],
    ['高于法定幅度一分', { benchmarkTier: 2, fine: 500_001 }, 'above-law'],
    ['写明不是该基准的行为，幅度也不按它', { fine: 500_001, deviation: '本事项的另一行为，基准没有规定' }, null],
  ])('本事项只有一个基准，案由叫法不同也适用：%s', (_, more, refused) => {
    const answer = trying(more, [ofItem]);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused });
  });

  it('本事项有两个基准的，选定违法行为，或者写明理由', () => {
    const two = [ofItem, made('标价不实', 'SJ-001')];
    expect(trying({}, two)).toMatchObject({
      refused: 'other-benchmark',
      reason: expect.stringContaining('本事项有“不标明价格”、“标价不实”') as string,
    });
    expect(trying({ deviation: '两个基准都没有规定' }, two)).toBeNull();
    expect(investigatedUnder(null, null, [], two).tries(CAST.machine, 'conclude', REPORT, { reported: true })).toBeNull();
  });
});

describe('罚款在法定幅度以内（处罚法第四条、第三十二条，D04）', () => {
  const within = (from: number, to: number): BenchmarkFact => ({
    ...BENCHMARK,
    content: { ...BENCHMARK.content, statutory: { kinds: ['CF03'], fine: fine(from, to) } },
  });
  const reason = { deviation: '社会影响恶劣' };
  it.each<Line>([
    ['恰为上限', { fine: 500_000, ...reason }, null],
    ['高于上限一分，写了理由也不行', { fine: 500_001, ...reason }, 'above-law'],
    ['恰为下限', { fine: 200_000, ...reason }, null],
    ['低于下限一分，不是减轻', { fine: 199_999, ...reason }, 'below-law'],
    ['低于下限，从轻也不行', { fine: 199_999, ...reason, tier: 'lighter', mitigation: ['undone'], mitigationEvidence: '1' }, 'below-law'],
    [
      '低于下限，有减轻的情形和证据',
      { fine: 199_999, ...reason, tier: 'mitigated', mitigation: ['undone'], mitigationEvidence: '1' },
      null,
    ],
  ])('%s', (_, more, refused) => {
    const answer = proposing(more, within(2_000, 5_000));
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '行政处罚法', article: 4 } });
  });

  it('低于下限的减轻，没有情形也不行（Q03）', () => {
    expect(proposing({ fine: 199_999, ...reason, tier: 'mitigated' }, within(2_000, 5_000))).toMatchObject({ refused: 'no-ground' });
  });

  it('决定另定的罚款也在法定幅度以内；没有基准的不知道幅度，不拦', () => {
    const at = toldUnder({ fine: 500_000, ...reason }).does(head, 'discuss', DISCUSS);
    expect(at.tries(head, 'decide', { ...DECIDE, fine: 500_000 })).toBeNull();
    expect(at.tries(head, 'decide', { ...DECIDE, fine: 500_001 })).toMatchObject({
      refused: expect.stringMatching(/^(heavier|above-law)$/),
    });
    expect(proposing({ fine: 4_000_000 }, null)).toBeNull();
  });

  it('自有系统报来超出法定幅度的照录，由规则D04提示', () => {
    const at = investigatedUnder(within(2_000, 5_000));
    expect(at.tries(CAST.machine, 'conclude', { ...REPORT, fine: 500_001, ...reason }, { reported: true })).toBeNull();
  });

  it('违法所得的倍数：没有没收的按填写的违法所得折算，没有填写的不能判断，须填写（处罚法第二十八条第二款）', () => {
    const [, normal] = BENCHMARK.content.tiers;
    if (normal === undefined) throw new Error('two tiers');
    // 违法所得1倍以上2倍以下, 法定5倍以下.
    const times = { ...normal, kinds: ['CF03', 'CF04'] as const, fine: { ...fine(10, 20), measure: 'income' as const } };
    const statutory = { kinds: ['CF03'] as const, fine: { ...fine(0, 50), measure: 'income' as const } };
    const byGain = { ...BENCHMARK, content: { ...BENCHMARK.content, statutory, tiers: [times] } };
    const chosen = { benchmarkTier: 1 };
    expect(proposing({ ...chosen, fine: 200_000 }, byGain)).toMatchObject({ refused: 'no-gain', cite: { article: 4 } });
    const gained = { ...chosen, gain: 100_000 };
    expect(proposing({ ...gained, fine: 200_000 }, byGain)).toBeNull();
    expect(proposing({ ...gained, fine: 200_001 }, byGain)).toMatchObject({ refused: 'outside-tier' });
    expect(proposing({ ...gained, fine: 500_000, ...reason }, byGain)).toBeNull();
    expect(proposing({ ...gained, fine: 500_001, ...reason }, byGain)).toMatchObject({ refused: 'above-law' });
    // Part of it was given back, the rest is confiscated: the multiple is of the whole.
    const partly = { ...gained, kinds: ['CF03', 'CF04'], content: '没收违法所得，罚款。' };
    expect(proposing({ ...partly, fine: 200_000, income: 100_000 }, byGain)).toBeNull();
    expect(proposing({ ...partly, fine: 200_000, income: 40_000 }, byGain)).toBeNull();
    expect(proposing({ ...partly, fine: 200_000, income: 100_001 }, byGain)).toMatchObject({
      refused: 'more-than-gain',
      cite: { article: 28, paragraph: 2 },
    });
    expect(proposing({ benchmarkTier: 2 }, BENCHMARK)).toBeNull();
  });

  it('货值金额的倍数按填写的货值金额折算，没有填写的不能判断，须填写（2.2 货值金额）', () => {
    // 货值金额10倍以上20倍以下.
    const [, normal] = BENCHMARK.content.tiers;
    if (normal === undefined) throw new Error('two tiers');
    const times = { ...normal, fine: { ...fine(100, 150), measure: 'goods' as const } };
    const statutory = { kinds: ['CF03'] as const, fine: { ...fine(100, 200), measure: 'goods' as const } };
    const goods = { ...BENCHMARK, content: { ...BENCHMARK.content, statutory, tiers: [times] } };
    const chosen = { benchmarkTier: 1 };
    expect(proposing({ ...chosen, fine: 200_000 }, goods)).toMatchObject({ refused: 'no-goods-value' });
    const worth = { ...chosen, valueGoods: 20_000 };
    expect(proposing({ ...worth, fine: 300_000 }, goods)).toBeNull();
    expect(proposing({ ...worth, fine: 300_001 }, goods)).toMatchObject({ refused: 'outside-tier' });
    expect(proposing({ ...worth, fine: 400_001, ...reason }, goods)).toMatchObject({ refused: 'above-law' });
    expect(proposing({ benchmarkTier: 2 }, BENCHMARK)).toBeNull();
  });
});

describe('四张清单和从轻、减轻的依据（处罚法32、33，细则19）', () => {
  it('事项在不予处罚清单上而给予处罚的，写明不适用的理由（Q02）', () => {
    expect(proposing({}, null, line('no-penalty'))).toMatchObject({ refused: 'on-lenient-list', cite: { article: 33 } });
    expect(proposing({ notFree: '一年内第二次' }, null, line('no-penalty'))).toBeNull();
    expect(proposing({ ...NONE, outcome: 'not-punished', tier: 'none' }, null, line('no-penalty'))).toBeNull();
  });
  it.each(['lighter', 'mitigated'] as const)('事项在%s清单上的，从轻、减轻或者写明不适用的理由', (list) => {
    expect(proposing({}, null, line(list))).toMatchObject({ refused: 'on-lighter-list', cite: { instrument: '实施细则', article: 19 } });
    expect(proposing({ notLess: '没有及时改正' }, null, line(list))).toBeNull();
    expect(proposing({ tier: 'lighter', mitigation: ['list'], mitigationEvidence: '1' }, null, line(list))).toBeNull();
  });
  it('免强制清单不影响处罚', () => {
    expect(proposing({}, null, line('no-coercion'))).toBeNull();
  });
  it.each<Line>([
    ['从轻没有情形', { tier: 'lighter' }, 'no-ground'],
    ['减轻没有情形', { tier: 'mitigated' }, 'no-ground'],
    ['有情形没有证据', { tier: 'lighter', mitigation: ['undone'] }, 'mitigation-unproven'],
    ['证据不存在', { tier: 'lighter', mitigation: ['undone'], mitigationEvidence: '9' }, 'mitigation-unproven'],
    ['有情形有证据', { tier: 'mitigated', mitigation: ['merit'], mitigationEvidence: '1、2' }, null],
    ['以清单为依据而不在清单上', { tier: 'lighter', mitigation: ['list'], mitigationEvidence: '1' }, 'not-on-list'],
    ['以基准为依据而没有选档', { tier: 'lighter', mitigation: ['benchmark'], mitigationEvidence: '1' }, 'no-ground'],
    ['从重不需要这些情形', { tier: 'heavier' }, null],
  ])('%s（Q03）', (_, more, refused) => {
    const answer = proposing(more, null);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { article: 32 } });
  });
});

describe('告知和决定（处罚法34、44、59）', () => {
  it('决定沿用报告的裁量；另行填写的以决定为准，须在档内', () => {
    const at = toldUnder({ benchmarkTier: 2 });
    expect(at.tries(head, 'decide', DECIDE)).toBeNull();
    const less = { ...DECIDE, fine: 50_000, content: '罚款500元。' };
    expect(at.tries(head, 'decide', less)).toMatchObject({ refused: 'outside-tier' });
    const lenient = { tier: 'lighter', benchmarkTier: 1, mitigation: ['benchmark'], mitigationEvidence: '1' };
    expect(at.tries(head, 'decide', { ...less, ...lenient })).toBeNull();
    expect(at.tries(head, 'decide', { ...less, ...lenient, mitigationEvidence: null })).toMatchObject({ refused: 'mitigation-unproven' });
  });

  it('不按基准的经集体讨论；讨论以后可以决定', () => {
    const at = toldUnder({ benchmarkTier: 2, deviation: '基准适用的客观情况发生变化' });
    expect(at.tries(head, 'decide', DECIDE)).toMatchObject({ refused: 'deviation-not-discussed', cite: { article: 34 } });
    expect(at.does(head, 'discuss', DISCUSS).tries(head, 'decide', DECIDE)).toBeNull();
    expect(at.under(asking('penalty.deviation-discussed', 0)).tries(head, 'decide', DECIDE)).toBeNull();
  });

  it('报告、告知书、决定书载明档次、理由和清单；决定另定的载明另定的', () => {
    const report = { benchmarkTier: 2, notFree: '一年内第二次' };
    const at = toldUnder(report).does(head, 'decide', DECIDE);
    for (const name of ['行政处罚案件调查终结报告', '行政处罚事先告知书', '行政处罚决定书']) {
      const text = JSON.stringify(drawn(at.issued.find((issue) => issue.name === name)?.facts));
      expect(text).toContain('裁量');
      expect(text).toContain('市市场监管局（巴市监发〔2026〕1号）对“未按规定明码标价”的裁量权基准第2档（一般处罚）：商品十种以上，罚款');
      expect(text).toContain('初次查处，数量一般。');
      expect(text).toContain('不适用不予处罚清单的理由：一年内第二次。');
    }
    const own = { tier: 'lighter', benchmarkTier: 1, mitigation: ['benchmark'], mitigationEvidence: '1', fine: 50_000 };
    const less = toldUnder(report).does(head, 'decide', { ...DECIDE, ...own, content: '罚款500元。' });
    const text = JSON.stringify(drawn(less.issued.find((issue) => issue.name === '行政处罚决定书')?.facts));
    expect(text).toContain('第1档（从轻处罚）');
    expect(text).toContain('从轻、减轻的情形：符合裁量权基准的从轻、减轻档次');
    expect(text).not.toContain('第2档');
  });
});

it('以前没有填写裁量各项的报告照样可以重放，裁量只有档次', () => {
  const before = Object.fromEntries(Object.entries(REPORT).filter(([key]) => !(key in NOT_WEIGHED)));
  expect(tierAlone(before)).toEqual(REPORT);
});
