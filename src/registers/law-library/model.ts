import type { BaseState, LocalDate } from '#law';
import type { ConflictKind } from '#law/library/library';

/** What a load of texts has done, file by file counted. */
export type LoadCounts = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly articles: number;
  readonly problems: number;
};

export type Settlement = {
  readonly what: ConflictKind;
  readonly law: string;
  readonly edition: string | null;
  readonly says: string;
  /** First day in force as a person has found it. */
  readonly startsOn: LocalDate | null;
  readonly decision: string;
};

/** 法规文本载入: a file of texts, read in the background, and what a person decides about contradictions. */
export type LawImport = BaseState & {
  readonly status: 'open' | 'finished' | 'cancelled';
  readonly managerId: string;
  readonly file: { readonly id: string; readonly name: string; readonly sha256: string };
  readonly counts: LoadCounts | null;
  readonly settled: readonly Settlement[];
};

export const CITING_LABELS = {
  obligation: '规则参数的依据',
  rule: '监督规则的依据',
  procedure: '办理流程的依据',
  'list-entry': '清单事项',
  benchmark: '裁量权基准',
  draft: '未签发的文书',
  case: '在办监督案件',
  finding: '未了结的预警',
} as const;
export type Citing = keyof typeof CITING_LABELS;

export type ImpactItem = {
  readonly what: Citing;
  readonly title: string;
  readonly place: string;
  readonly reason: string;
  /** The matter or finding to open; null where it is none. */
  readonly ref: string | null;
};

/** 法规变动影响: everything of one organisation that cites what has changed. */
export type LawChange = BaseState & {
  readonly status: 'open' | 'settled';
  readonly ownerId: string;
  readonly importId: string;
  readonly laws: string;
  readonly items: readonly ImpactItem[];
  readonly outcome: string | null;
};
