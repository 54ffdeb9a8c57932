import type { LocalDate } from '../local-date.ts';
import type { PenaltyKind } from '../penalty.ts';

/** One fine of a party as compared with its others. */
export type FinedAct = {
  /** Where the decision is kept as a matter of its own; null for a row of a file, whose reader has the whole file. */
  readonly id: string | null;
  /** 文号 as compared across sources, and as it is written. */
  readonly number: string;
  readonly written: string;
  readonly organ: string;
  readonly fineFen: number | null;
  readonly decidedOn: LocalDate;
  /** 违法行为类型 and 违法事实 without spaces and punctuation; null where empty. */
  readonly conduct: string | null;
  readonly narrative: string | null;
  readonly actStartedOn: LocalDate | null;
  readonly actEndedOn: LocalDate | null;
};
/** null: no other decisions were looked for. The list is bounded by its query. */
export type FinesOfOneParty = { readonly fined: FinedAct; readonly sameParty: readonly FinedAct[] | null };

/** One filed case of a party as compared with those of other organs. `place` without spaces and punctuation, '' where not told. */
export type FiledCase = {
  readonly id: string;
  readonly organ: string;
  readonly filedOn: LocalDate;
  readonly actStartedOn: LocalDate;
  /** null: it goes on, or its end is not known. */
  readonly actEndedOn: LocalDate | null;
  readonly place: string;
  /** false: handed on to another organ, or the filing was revoked. */
  readonly goesOn: boolean;
};
/** `sameParty`: of the same item or cause and registered about the same time; null: the party has no mark by which others are found. */
export type CasesOfOneParty = { readonly filed: FiledCase; readonly sameParty: readonly FiledCase[] | null };

/** What others got for the like within the window before the decision, the decision itself not among them. */
export type LikeCases = {
  readonly fineFen: number | null;
  readonly decidedOn: LocalDate;
  readonly others: { readonly cases: number; readonly medianFen: number } | null;
  /** What makes them alike, in words: 违法行为类型、处罚依据. */
  readonly likeness: string;
};

/** One decision as two sources tell it. */
export type ToldDecision = {
  readonly source: string;
  readonly fineFen: number | null;
  readonly confiscatedFen: number | null;
  readonly kinds: readonly PenaltyKind[];
  readonly decidedOn: LocalDate;
  readonly party: string;
};
export type TwoSources =
  | { readonly told: ToldDecision; readonly otherwise: ToldDecision }
  /** No other source is known: what this one tells is not asked. */
  | { readonly told: ToldDecision | null; readonly otherwise: null };
