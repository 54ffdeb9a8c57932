import type { LocalDate, SheetRow } from '#law';

/** Facts of the 当场处罚决定书; what the party is called stands in marks, filled in when it is drawn. */
export type DecisionFacts = {
  readonly issuer: string;
  readonly number: string;
  readonly party: readonly SheetRow[];
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

/** 陈述申辩笔录, 不予处罚记录, 送达回证, 结案审批表. */
export type SheetFacts = {
  readonly issuer: string;
  readonly title: string;
  readonly rows: readonly SheetRow[];
  readonly opinions: readonly { readonly label: string; readonly text: string; readonly name: string; readonly on: LocalDate | null }[];
  readonly on: LocalDate;
  readonly demonstration: boolean;
};
