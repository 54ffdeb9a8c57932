import type { BaseState, LocalDate, Person } from '#law';
import type { ConflictKind } from '#law/library/library';
import type { MovedPart } from '#law/library/stated-moves';

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
  /** File of the text that counts where two claim to be the same edition. */
  readonly chosen: string | null;
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

/** 原条文 and 现条文. */
export type LinkedPair = { readonly from: MovedPart; readonly to: MovedPart };

/** 条文对应登记: new numbers of old articles as a person has entered them from their source. */
export type LawLinks = BaseState & {
  readonly status: 'open' | 'confirmed' | 'refused' | 'revoked';
  readonly managerId: string;
  /** Names without 中华人民共和国; the same for a law that was numbered anew. */
  readonly law: string;
  readonly toLaw: string;
  /** Day of publication of the edition with the new numbers. */
  readonly changedOn: LocalDate;
  readonly pairs: readonly LinkedPair[];
  readonly basis: string;
  readonly by: Person;
};
