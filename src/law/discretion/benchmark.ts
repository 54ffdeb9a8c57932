import type { LocalDate } from '../local-date.ts';
import { type PenaltyKind, penaltyNames, yuan } from '../penalty.ts';
import { type Bounds, boundsWords } from './bounds.ts';

/** CT7, lightest first. */
export const TIER_LEVEL_LABELS = {
  none: '不予处罚',
  mitigated: '减轻处罚',
  lenient: '从轻处罚',
  normal: '一般处罚',
  heavy: '从重处罚',
} as const;
export type TierLevel = keyof typeof TIER_LEVEL_LABELS;
export const TIER_LEVELS: readonly TierLevel[] = ['none', 'mitigated', 'lenient', 'normal', 'heavy'];

/** What a fine is counted in: an amount in fen, or thousandths of a base. */
export const FINE_MEASURE_LABELS = {
  amount: '金额（元）',
  income: '违法所得的倍数',
  goods: '货值金额的倍数',
  other: '其他基数的倍数',
} as const;
export type FineMeasure = keyof typeof FINE_MEASURE_LABELS;

/** Bounds in fen, or in thousandths of the base (1500 = 1.5 倍). */
export type FineRange = Bounds & { readonly measure: FineMeasure };

/** What the law itself allows for the conduct. */
export type StatutoryRange = { readonly kinds: readonly PenaltyKind[]; readonly fine: FineRange | null };

/** One closed answer to a factor; with `span` (thousandths of the factor's unit) a number is answered by the span it lies in. */
export type FactorOption = { readonly label: string; readonly span: Bounds | null };
/** 裁量因素. `unit`: the factor is a number of this unit and every option has a span; null: options are words. */
export type Factor = { readonly name: string; readonly unit: string | null; readonly options: readonly FactorOption[] };

/** What a case asks of one factor; factors that a case does not name may be answered in any way. */
export type Condition = { readonly factor: string; readonly options: readonly string[] };
/** All conditions together; a tier is met by any one of its cases. */
export type TierCase = readonly Condition[];

export type Tier = {
  readonly level: TierLevel;
  /** 适用情形 as published. */
  readonly words: string;
  readonly cases: readonly TierCase[];
  readonly kinds: readonly PenaltyKind[];
  readonly fine: FineRange | null;
  readonly note: string | null;
};

/** What one organ fixes for one 违法行为 under one 罚则 (处罚法 34). */
export type BenchmarkContent = {
  /** 权责事项编码 of the one item that it is made for; absent: for whatever is punished under its 罚则. */
  readonly itemCode?: string;
  /** 违反条款 and 罚则 as the law's places in words. */
  readonly breach: string;
  readonly penalty: string;
  readonly statutory: StatutoryRange;
  readonly factors: readonly Factor[];
  readonly tiers: readonly Tier[];
};

/** Where in a benchmark something is wrong, and what; `place` is what the page marks ("第2档", "裁量因素“次数”"). */
export type BenchmarkFault = { readonly place: string; readonly reason: string };
/** The benchmark of a higher organ that this one refines, as it stood when it was chosen. */
export type UpperBenchmark = { readonly name: string; readonly content: BenchmarkContent };

/** A version as published: in force on the half-open days [from, until). */
export type BenchmarkVersion = {
  readonly no: number;
  readonly content: BenchmarkContent;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly documentNumber: string;
  readonly publishedOn: LocalDate;
  /** Where it was made public. */
  readonly place: string;
};

/** 第2档（从轻处罚） */
export function tierName(content: Pick<BenchmarkContent, 'tiers'>, index: number): string {
  const tier = content.tiers[index];
  return `第${index + 1}档${tier === undefined ? '' : `（${TIER_LEVEL_LABELS[tier.level]}）`}`;
}

/** “甲”、“乙” */
export function quoted(names: readonly string[]): string {
  return names.map((one) => `“${one}”`).join('、');
}

/** 1.5倍 */
export function timesWords(thousandths: number): string {
  return `${thousandths / 1000}倍`;
}

export function fineWords(fine: FineRange): string {
  if (fine.measure === 'amount') return boundsWords(fine, yuan);
  const base = { income: '违法所得', goods: '货值金额', other: '基数' }[fine.measure];
  return `${base}${boundsWords(fine, timesWords)}`;
}

/** 警告、罚款（1,000元以上5,000元以下）; 不予处罚 where there is nothing. */
export function penaltyWords({ kinds, fine }: Pick<Tier, 'kinds' | 'fine'>): string {
  if (kinds.length === 0) return '不予处罚';
  return `${penaltyNames(kinds)}${fine === null ? '' : `（${fineWords(fine)}）`}`;
}

/** “违法所得”为“不满1万元”或者“1万元以上” */
export function conditionWords({ factor, options }: Condition): string {
  return `“${factor}”为${options.map((o) => `“${o}”`).join('或者')}`;
}

export function casesWords(tier: Pick<Tier, 'cases'>): string {
  if (tier.cases.length === 0) return '没有写明裁量因素';
  return tier.cases.map((c) => (c.length === 0 ? '任何情形' : c.map(conditionWords).join('，且'))).join('；或者');
}
