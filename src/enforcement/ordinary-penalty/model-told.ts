import type { LocalDate } from '#law';

/** Something done by officers, as far as rules must know by whom. */
export type Deed = { readonly what: string; readonly on: LocalDate; readonly officerIds: readonly string[] };

/** What rules ask of the acts of a case and nobody else does: kept beside what the case itself consists of. */
export type Told = {
  /** The day on which anything was last recorded. */
  readonly lastOn: LocalDate;
  /** Some of it was done in another system. */
  readonly elsewhere: boolean;
  /** The case was opened here, and not told of. */
  readonly begunHere?: true;
  readonly deeds: readonly Deed[];
  readonly visits: readonly { readonly what: string; readonly on: LocalDate; readonly shown: boolean; readonly signed: boolean }[];
  /** Performed here, or told of by a person in a case begun here, and recorded on a later day than its own. */
  readonly late: readonly { readonly what: string; readonly on: LocalDate; readonly recordedOn: LocalDate }[];
  readonly inPlace: boolean | null;
  /** By the order of the preservations, notices and decisions of the case. */
  readonly approvers: readonly ('head' | 'other' | null)[];
  readonly notices: readonly (readonly string[] | null)[];
  /** By the order of the reviews: typed in by somebody who need not have reviewed. */
  readonly reviewsElsewhere: readonly boolean[];
  readonly decisions: readonly DecisionTold[];
  readonly hearing: {
    readonly how: string | null;
    readonly closedReason: boolean;
    readonly transcript: boolean | null;
    /** Left out unless the 听证通知书 was served by 公告. */
    readonly announced?: { readonly publishedOn: LocalDate | null; readonly attempts: number };
  };
  /** By the numbers of the letters. */
  readonly services: Readonly<Record<string, { readonly attempts: number; readonly publishedOn: LocalDate | null }>>;
  readonly onSpot: readonly {
    readonly on: LocalDate;
    readonly fen: number;
    readonly ground: 'small' | 'hard-later' | 'remote' | 'own-account' | null;
  }[];
  /** Reported as a crime by the officers; `kept`: decided not to be transferred. Left out: nothing was reported. */
  readonly crimeReport?: {
    readonly on: LocalDate;
    readonly kept: { readonly on: LocalDate; readonly reasoned: boolean; readonly byChief: boolean | null } | null;
  } | null;
  /** Earlier reports of a crime, each with the day of its decision; left out where none was decided before anybody kept them. */
  readonly crimeDecided?: readonly { readonly on: LocalDate; readonly decidedOn: LocalDate }[];
  readonly crime: {
    readonly letterNo: number;
    readonly on: LocalDate;
    readonly reportedOn: LocalDate | null;
    readonly byChief: boolean | null;
  } | null;
  readonly answered: { readonly decidedOn: LocalDate | null; readonly toldOn: LocalDate | null } | null;
};

/** What a decision says: the platform's own say everything; of one from elsewhere it is known as far as it was told. */
export type DecisionTold = {
  readonly lacks: readonly string[] | null;
  readonly reconsiderDays: number | null;
  readonly suitMonths: number | null;
  readonly corrected: boolean;
};
