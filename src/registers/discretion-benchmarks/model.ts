import type { BaseState, LocalDate, Person } from '#law';
import type { BenchmarkContent, BenchmarkVersion, UpperBenchmark } from '#law/discretion/benchmark';

export const STATUS_LABELS = {
  drafting: '拟制',
  reviewing: '合法性审核',
  deciding: '集体讨论或批准',
  publishing: '待公布',
  'in-force': '已公布',
  abolished: '已废止',
  withdrawn: '已撤回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

export const DECISION_WAY_LABELS = { collective: '集体讨论', leader: '负责人批准' } as const;
export type DecisionWay = keyof typeof DECISION_WAY_LABELS;

export const EVALUATION_LABELS = { keep: '继续适用', amend: '需要修改', abolish: '需要废止' } as const;
export type EvaluationResult = keyof typeof EVALUATION_LABELS;

/** Which published benchmark of a higher organ is refined, and what it said when it was chosen. */
export type ChosenUpper = UpperBenchmark & { readonly versionId: string };

/** What is being made: the first version, or the next one. */
export type BenchmarkDraft = {
  readonly content: BenchmarkContent;
  readonly upper: ChosenUpper | null;
  readonly drafters: readonly Person[];
  readonly reviewedBy: Person | null;
};

export type PublishedVersion = BenchmarkVersion & {
  readonly upper: ChosenUpper | null;
  /** Entered as published elsewhere (补录). */
  readonly reported: boolean;
};

export type Evaluation = { readonly on: LocalDate; readonly result: EvaluationResult; readonly words: string };

/** One organ's benchmark for one 违法行为, through all its versions (处罚法 34, 细则 8(8), 19¶1). */
export type DiscretionBenchmark = BaseState & {
  readonly status: Status;
  readonly makerId: string;
  readonly violation: string;
  readonly draft: BenchmarkDraft | null;
  /** In the order of their days, none covering a day of another. */
  readonly versions: readonly PublishedVersion[];
  readonly evaluations: readonly Evaluation[];
  /** First day without it, and why. */
  readonly abolished: { readonly from: LocalDate; readonly reason: string } | null;
};

/** The version of a day, or null. */
export function versionOn<V extends Pick<BenchmarkVersion, 'from' | 'until'>>(versions: readonly V[], on: LocalDate): V | null {
  return versions.find((v) => v.from <= on && (v.until === null || on < v.until)) ?? null;
}
