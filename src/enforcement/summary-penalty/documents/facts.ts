import type { LocalDate } from '#law';

/** Facts of the 当场处罚决定书; what the party is called stands in marks, filled in when it is drawn. */
export type DecisionFacts = {
  readonly issuer: string;
  readonly number: string;
  readonly party: readonly Row[];
  /** 违法事实和证据, 依据, 告知和听取, 决定, 改正, 缴纳. */
  readonly paragraphs: readonly string[];
  readonly payment: string | null;
  readonly remedies: string;
  readonly officers: string;
  readonly place: string;
  readonly time: string;
  readonly on: LocalDate;
  readonly demonstration: boolean;
};
export type Row = { readonly label: string; readonly value: string; readonly wide: boolean };

/** 陈述申辩笔录, 不予处罚记录, 送达回证, 结案审批表. */
export type SheetFacts = {
  readonly issuer: string;
  readonly title: string;
  readonly rows: readonly Row[];
  readonly opinions: readonly { readonly label: string; readonly text: string; readonly name: string; readonly on: LocalDate | null }[];
  readonly on: LocalDate;
  readonly demonstration: boolean;
};
