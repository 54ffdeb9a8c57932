import type { LocalDate } from '#law';
import type { ReportedStep } from '../../../../enforcement/case-reports/contract.ts';
import { CONDUCTS } from '../../decisions/conducts.ts';
import type { Conduct } from '../../decisions/decision.ts';
import { syntheticIdNumber } from '../../decisions/decision.ts';
import { codeOf } from '../../lists/items.ts';
import { type Dice, dice, syntheticName, syntheticUscc } from '../../world/seeded.ts';
import type { Input } from '../telling.ts';
import type { OwnSystem } from './own-systems.ts';

/** A lawful case as its unit's system tells it, to its end; who tells it stops at what has not happened yet. */
export type Life = {
  readonly system: OwnSystem;
  readonly kind: 'ordinary-penalty' | 'summary-penalty';
  readonly ref: string;
  /** Which course it takes, for a test that each has been taken. */
  readonly course: string;
  readonly steps: readonly ReportedStep[];
};

/** What a life is made from: `n`, its number among all, decides everything that is left open. */
export type Seed = {
  readonly n: number;
  readonly system: OwnSystem;
  readonly on: LocalDate;
  readonly officers: readonly string[];
  readonly host: string;
  readonly papers: readonly string[];
  /** What its unit's 文号 begin with. */
  readonly mark: string;
  /** The working day on or after so many days from another. */
  readonly day: (from: LocalDate, days: number) => LocalDate;
};

/** Parties of decisions have smaller serials. */
const PARTIES_FROM = 400_000;
const UNLIT: Conduct = {
  what: '未亮照经营',
  facts: '没有在经营场所醒目位置亮明营业执照',
  basis: '《中华人民共和国市场主体登记管理条例》第四十八条',
  fine: [500, 1200],
};

export const choicesOf = ({ n }: Pick<Seed, 'n'>, about: string): Dice => dice(`life/${n}/${about}`);

export function conductOf({ conduct, trade }: OwnSystem): Conduct {
  const met = conduct === 'unlit' ? UNLIT : CONDUCTS[trade]?.[conduct];
  if (met === undefined) throw new Error(`no conducts for ${trade}`);
  return met;
}

export const itemOf = (system: OwnSystem): string => codeOf(system.key, system.trade, conductOf(system).what);

export function placeOf({ n, system }: Seed): string {
  const from = choicesOf({ n }, 'place');
  return `${system.streets[from.below(system.streets.length)]}${1 + from.below(180)}号（演示）`;
}

const STEMS = ['河原', '川禾', '榆泉', '青澄', '沙岭', '渠远', '宁川', '和禾', '文河', '朗原'] as const;
const WORDS =
  '顺达 恒信 利民 丰源 鑫盛 华泰 永兴 瑞丰 金穗 宏图 德润 安泰 昌隆 嘉禾 盛源 广汇 众合 天和 诚美 佳源 富民 聚源 兴旺 万通 亿利 蓝海 绿野 春晖 晨光 新纪 远航 通达 汇丰 祥云 吉祥 百川 长青 润泽 同德 旭日'.split(
    ' ',
  );
const TRADES = '商贸 物流 农业发展 建筑工程 食品 运输 餐饮 建材 农机 环保科技'.split(' ');
const NAMES = STEMS.length * WORDS.length * TRADES.length;
/** Without a factor in common with the number of names: every name comes before one comes again. */
const STRIDE = 1237;

/** A firm of its own for every case. */
export function firmOf(seed: Seed): Input {
  const at = (seed.n * STRIDE) % NAMES;
  const [stem, rest] = [STEMS[at % STEMS.length], Math.floor(at / STEMS.length)];
  const again = seed.n < NAMES ? '' : String(Math.floor(seed.n / NAMES) + 1);
  const name = `${stem}${WORDS[rest % WORDS.length]}${again}${TRADES[Math.floor(rest / WORDS.length)]}有限公司（演示）`;
  return {
    ...{ ...NOTHING_TOLD, kind: 'legal-person', name, uscc: syntheticUscc('91', '150802', PARTIES_FROM + seed.n) },
    ...{ legalRepresentative: syntheticName(`representative/${name}`), address: placeOf(seed), scale: 'small' },
  };
}

/** Somebody of whom there is no other case. */
export function personOf(seed: Seed): Input {
  const idNumber = syntheticIdNumber(PARTIES_FROM + seed.n);
  return {
    ...{ ...NOTHING_TOLD, kind: 'person', name: syntheticName(`life/${seed.n}`), idKind: 'identity-card', idNumber },
    address: placeOf(seed),
  };
}

const NOTHING_TOLD: Input = {
  ...{ uscc: null, legalRepresentative: null, idKind: null, idNumber: null, sex: null, birth: null, phone: null, scale: null },
  ...{ guardian: null, isIncapable: false },
};

/** 文号 of a series of its own: no decision that is reported as a row has it. */
export const numberOf = ({ mark, n, on }: Seed, series: string): string => `${mark}网${series}（演示）〔${on.slice(0, 4)}〕${n + 1}号`;

/** In whole fifties of yuan within what is usual, more often near the lower end; in fen. */
export function fineOf(seed: Seed): number {
  const [least, most] = conductOf(seed.system).fine;
  const [from, steps] = [choicesOf(seed, 'fine'), Math.floor((most - least) / 50) + 1];
  return 100 * (least + 50 * Math.min(from.below(steps), from.below(steps)));
}
