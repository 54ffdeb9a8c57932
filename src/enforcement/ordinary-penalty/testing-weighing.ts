import { type BenchmarkFact, type LenientEntry, listKey, type PowerItemFact } from '#law';
import { fine, tier } from '#law/discretion/example.fixtures';
import type { Rehearsal } from '#testing/rehearsal';
import { idOf } from '#testing/rehearsal-city';
import { CAST, type Input, investigated, NOTIFY, REPORT, STAGE, sent, WAIVE } from './testing.ts';

const { handlerA, deputy } = CAST;
const ORGAN = idOf('区市场监管局');
/** 第1档（从轻）警告、一千元以下, 第2档（一般）一千元以上三千元以下. */
export const BENCHMARK: BenchmarkFact = {
  ...{ versionId: 'v1', maker: '市市场监管局', documentNumber: '巴市监发〔2026〕1号', violation: '未按规定明码标价' },
  content: {
    ...{ breach: '第十三条', penalty: '第四十二条', factors: [], statutory: { kinds: ['CF01', 'CF03'], fine: fine(0, 5_000) } },
    tiers: [
      tier('lenient', fine(0, 1_000), [], { words: '商品不满十种', kinds: ['CF01', 'CF03'] }),
      tier('normal', fine(1_000, 3_000), [], { words: '商品十种以上' }),
    ],
  },
};
/** The item of the case on one of the 四张清单. */
export const line = (list: LenientEntry['list']): PowerItemFact => ({
  ...{ code: 'SJ-001', name: '未明码标价', listed: true, empowered: null },
  lenient: [{ list, name: '未明码标价', conditions: '首次，当场改正' }],
});

/** Evidence is taken and verified; the day's benchmark and lists are these. */
export function investigatedUnder(
  benchmark: BenchmarkFact | null,
  item: PowerItemFact | null = null,
  /** 违法行为 that are benchmarked under the law of the report. */
  under: readonly string[] = [],
  /** Benchmarks that name the item of the case. */
  ofItem: readonly BenchmarkFact[] = [],
): Rehearsal {
  const facts = {
    ...STAGE.facts,
    violations: new Map([
      [listKey(ORGAN, '《中华人民共和国价格法》第四十二条'), under.map((violation) => ({ violation, itemCode: null }))],
    ]),
    items: new Map([[listKey(ORGAN, 'SJ-001'), item]]),
    itemBenchmarks: new Map([[listKey(ORGAN, 'SJ-001'), ofItem]]),
    benchmarks: new Map([
      [listKey(ORGAN, '未按规定明码标价'), benchmark === null ? [] : [benchmark]],
      [listKey(ORGAN, '另一违法行为'), [BENCHMARK]],
    ]),
  };
  return investigated({}, { ...STAGE, facts });
}

/** The notice of a case under the benchmark has been served, and the party has waived. */
export function toldUnder(more: Input): Rehearsal {
  const report = investigatedUnder(BENCHMARK).does(handlerA, 'conclude', { ...REPORT, ...more });
  return sent(report.does(deputy, 'skip-review', { reason: '不属于应当审核的情形。' }).does(deputy, 'notify', NOTIFY))
    .does(handlerA, 'waive', WAIVE)
    .does(handlerA, 'close-notice');
}
