import type { PenaltyKind } from '#law';
import type { EnterBody } from '../../../registers/discretion-benchmarks/contract.ts';

type Content = EnterBody['content'];
type Tier = Content['tiers'][number];

/** One 违法行为 with the fine that its law allows, in yuan. */
export type Fined = {
  readonly violation: string;
  readonly breach: string;
  readonly penalty: string;
  readonly kinds: readonly PenaltyKind[];
  readonly range: readonly [least: number, most: number];
};

const fined = (violation: string, breach: string, penalty: string, range: Fined['range'], kinds: Fined['kinds'] = ['CF03']): Fined => ({
  ...{ violation, breach, penalty, kinds, range },
});

/** Fines of the usual conducts whose laws name a sum. */
export const FINED: Readonly<Record<string, readonly Fined[]>> = {
  市自然资源局: [fined('未报告土地复垦情况', '《土地复垦条例》第十七条', '《土地复垦条例》第四十一条', [20_000, 50_000])],
  市市场监管局: [
    fined('未明码标价', '《中华人民共和国价格法》第十三条', '《中华人民共和国价格法》第四十二条', [0, 5000]),
    fined('未查验供货者许可证', '《中华人民共和国食品安全法》第五十三条', '《中华人民共和国食品安全法》第一百二十六条', [5000, 50_000]),
  ],
  市应急局: [
    fined('未按规定开展安全教育培训', '《中华人民共和国安全生产法》第二十八条', '《中华人民共和国安全生产法》第九十七条', [0, 100_000]),
  ],
  市人社局: [fined('不报送书面材料', '《劳动保障监察条例》第三十条', '《劳动保障监察条例》第三十条', [2000, 20_000])],
  市交通局: [
    fined('未按规定维护营运车辆', '《中华人民共和国道路运输条例》第三十条', '《中华人民共和国道路运输条例》第六十九条', [1000, 5000]),
  ],
  市农牧局: [
    fined('未建立农药进货台账', '《农药管理条例》第二十七条', '《农药管理条例》第五十八条', [2000, 20_000]),
    fined('未建立种子经营档案', '《中华人民共和国种子法》第三十六条', '《中华人民共和国种子法》第七十九条', [2000, 20_000]),
  ],
  市文旅局: [
    fined(
      '未悬挂未成年人禁入标志',
      '《互联网上网服务营业场所管理条例》第二十一条',
      '《互联网上网服务营业场所管理条例》第三十一条',
      [0, 15_000],
      ['CF01', 'CF03'],
    ),
  ],
};

/** Where the first version of each benchmark cuts the law's range, in hundredths of it. */
export const FIRST_CUTS = [30, 70] as const;

const TIMES = '违法次数';
const HARM = '危害后果';
const NONE = '没有或者轻微';
const SOME = '一般';
const GRAVE = '严重';

/**
 * Three tiers that cut the law's range at two places, in hundredths of it, and one without a penalty. A later version
 * cuts elsewhere.
 */
export function benchmarkOf({ breach, penalty, kinds, range: [least, most] }: Fined, cuts: readonly [number, number]): Content {
  const fen = (yuan: number) => Math.round(yuan * 100);
  const at = (hundredths: number) => fen(least) + Math.round(((most - least) * hundredths) / 100) * 100;
  const fine = (from: number, to: number, open: boolean) => ({ measure: 'amount', from, to, fromOpen: open, toOpen: false }) as const;
  const [low, high] = [at(cuts[0]), at(cuts[1])];
  const on = (times: string[], harm: string[]) => [
    { factor: TIMES, options: times },
    { factor: HARM, options: harm },
  ];
  const fineOnly = (tier: Omit<Tier, 'kinds' | 'note'>): Tier => ({ ...tier, kinds: [...kinds], note: null });
  return {
    ...{ breach, penalty, statutory: { kinds: [...kinds], fine: fine(fen(least), fen(most), false) } },
    factors: [
      { name: TIMES, unit: null, options: ['初次', '再次'].map((label) => ({ label, span: null })) },
      { name: HARM, unit: null, options: [NONE, SOME, GRAVE].map((label) => ({ label, span: null })) },
    ],
    tiers: [
      { level: 'none', words: '初次违法，后果轻微并及时改正', cases: [on(['初次'], [NONE])], kinds: [], fine: null, note: null },
      fineOnly({
        level: 'lenient',
        words: '初次违法，后果一般；或者再次违法，后果轻微',
        cases: [on(['初次'], [SOME]), on(['再次'], [NONE])],
        fine: fine(fen(least), low, false),
      }),
      fineOnly({ level: 'normal', words: '再次违法，后果一般', cases: [on(['再次'], [SOME])], fine: fine(low, high, true) }),
      fineOnly({ level: 'heavy', words: '后果严重', cases: [[{ factor: HARM, options: [GRAVE] }]], fine: fine(high, fen(most), true) }),
    ],
  };
}
