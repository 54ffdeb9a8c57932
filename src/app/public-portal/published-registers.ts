import { chineseDay, type LocalDate } from '#law';
import { type BenchmarkContent, penaltyWords, tierName } from '#law/discretion/benchmark';
import { type Client, rows } from '#platform/db';
import type { AskedList } from './asked-list.ts';
import { daysOf, type Found, foundIn, type OpenRegister } from './open-register.ts';
import { LISTS } from './published-lists.ts';
import { UNITS } from './published-units.ts';

type BenchmarkRow = {
  readonly violation: string;
  readonly maker: string | null;
  readonly document_number: string;
  readonly published_on: LocalDate;
  readonly place: string;
  readonly valid_from: LocalDate;
  readonly last_day: LocalDate | null;
  readonly content: BenchmarkContent;
  readonly is_demonstration: boolean;
  readonly total: string;
};

async function readBenchmarks(client: Client, { words, on }: AskedList, first: number, count: number): Promise<Found> {
  const lines = await rows<BenchmarkRow>(client, 'select * from public_benchmarks($1, $2, $3, $4)', [words, on, first, count]);
  return foundIn(lines, ({ content, ...r }) => ({
    title: r.violation,
    facts: [
      ['制定机关', r.maker ?? ''],
      ...(content.itemCode === undefined ? [] : [['权责事项编码', content.itemCode] as const]),
      ['违反条款', content.breach],
      ['罚则', content.penalty],
      ['法定处罚', penaltyWords(content.statutory)],
      ...content.tiers.map((tier, i): [string, string] => [tierName(content, i), `${tier.words}：${penaltyWords(tier)}`]),
      ['公布', `${r.document_number}，${chineseDay(r.published_on)}，${r.place}`],
      ['有效期', daysOf(r.valid_from, r.last_day)],
    ],
    isDemonstration: r.is_demonstration,
  }));
}

type DeedRow = {
  readonly delegator: string | null;
  readonly delegate: string | null;
  readonly document_number: string | null;
  readonly items: string | null;
  readonly powers: string | null;
  readonly term_from: LocalDate;
  readonly term_to: LocalDate;
  readonly filed_on: LocalDate | null;
  readonly published_delegator_on: LocalDate | null;
  readonly published_delegate_on: LocalDate | null;
  readonly is_demonstration: boolean;
  readonly total: string;
};

async function readDeeds(client: Client, { words, on }: AskedList, first: number, count: number): Promise<Found> {
  const lines = await rows<DeedRow>(client, 'select * from public_delegations($1, $2, $3, $4)', [words, on, first, count]);
  const dayOr = (day: LocalDate | null, otherwise: string): string => (day === null ? otherwise : chineseDay(day));
  return foundIn(lines, (r) => ({
    title: `${r.delegator ?? ''}委托${r.delegate ?? ''}`,
    facts: [
      ['文号', r.document_number ?? ''],
      ['委托事项', r.items ?? ''],
      ['委托权限', r.powers ?? ''],
      ['委托期限', daysOf(r.term_from, r.term_to)],
      ['备案', dayOr(r.filed_on, '尚未备案')],
      ['公布', `委托机关${dayOr(r.published_delegator_on, '尚未公布')}，受委托组织${dayOr(r.published_delegate_on, '尚未公布')}`],
    ],
    isDemonstration: r.is_demonstration,
  }));
}

/** What the law wants the public to read, and the platform therefore shows without being asked who reads. */
export const OPEN_REGISTERS: readonly OpenRegister[] = [
  {
    path: '/public/benchmarks',
    title: '行政处罚裁量权基准',
    intro: '查看已经公布、某一日适用的行政处罚裁量权基准（行政处罚法第三十四条）。',
    asks: '违法行为、罚则、制定机关或者文号',
    read: readBenchmarks,
  },
  {
    path: '/public/delegations',
    title: '行政执法委托书',
    intro:
      '查看已经公布、某一日在委托期限内的行政执法委托书（行政处罚法第二十条）。受委托组织以委托机关名义、在委托范围内实施，不得再委托。',
    asks: '委托机关、受委托组织、委托事项或者文号',
    read: readDeeds,
  },
  UNITS,
  ...LISTS,
];
