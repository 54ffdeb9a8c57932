import type { LocalDate } from '../local-date.ts';
import type { OrganisationKind, Tier } from '../roles.ts';

/** One list of a unit as entered on the day. */
export type UnitList = {
  readonly label: string;
  readonly entries: number;
  readonly published: number;
  /** The first day of the oldest line that has no day of publication; null: every line has one. */
  readonly unpublishedFrom: LocalDate | null;
};
/** Lists by their kind in the register of lists; a kind that is not here has no line on the day. */
export type UnitLists = { readonly lists: Readonly<Partial<Record<string, UnitList>>> };
/** Whether any line of 四张清单 of any unit of the city was ever entered; false: the register of them is missing. */
export type LenientRegister = { readonly lenientKept: boolean };
export type UnitKind = { readonly kind: OrganisationKind; readonly tier: Tier };

/** 权责清单 with an item of penalty; null: no such list is entered. */
export type UnitFines = { readonly finesOn: boolean | null };
/** Whether a unit enforces: true by its lists; false: it has nothing to publish beforehand; null: an enforcing organ without any list. */
export type UnitPowers = { readonly holdsPowers: boolean | null };
/** Codes of 细则 25 that have a paper today, empty where all have run out; null: none was ever entered. */
export type UnitSystems = { readonly systems: readonly string[] | null };
/** 事前公开: pages of which nobody has told the platform when they were last brought up to date. */
export type UnseenPages = { readonly unseenPages: readonly string[] };

/** The yearly plan of inspections; `hasEver`: some plan of the unit was entered at some time. */
export type YearlyPlan = {
  readonly inspects: boolean;
  /** `publishedAt`: where it was published (公示专栏), as entered. */
  readonly plan: { readonly hasEver: boolean; readonly publishedOn: LocalDate | null; readonly publishedAt: string | null };
};

/** Townships of a bureau's region with powers: since when the oldest has not been evaluated. */
export type Empowered = { readonly township: string; readonly since: LocalDate; readonly evaluated: boolean };
export type EmpoweredTownships = { readonly empowered: readonly Empowered[] };

/** A 委托书 in force on the day, as the delegating organ has it on file. */
export type DeedOnFile = {
  readonly number: string;
  readonly delegate: string;
  readonly byDelegatorOn: LocalDate | null;
  readonly byDelegateOn: LocalDate | null;
  readonly filedOn: LocalDate | null;
};
export type DeedsOnFile = { readonly deeds: readonly DeedOnFile[] };

/** A major penalty that was filed, with whom, and when the upper department confirmed its copy; null: it has none, or nobody reviews here. */
export type FiledPenalty = {
  readonly number: string;
  readonly decidedOn: LocalDate;
  readonly reviewer: string | null;
  readonly upper: string | null;
  readonly receiptOn: LocalDate | null;
};
/** `statedFilings`: decisions of which the source says that they were filed, and not with whom. */
export type FiledPenalties = { readonly filedPenalties: readonly FiledPenalty[]; readonly statedFilings: number };

/** A normative document of the unit's own that has not ended, as filed or as only its publication is known (no days in force then). */
export type MadeDocument = {
  readonly title: string;
  readonly number: string;
  readonly publishedOn: LocalDate;
  readonly effectiveOn: LocalDate | null;
  readonly lastDay: LocalDate | null;
  readonly isTrial: boolean;
  /** Entered as filed before the platform was there. */
  readonly isEntered: boolean;
  readonly submittedOn: LocalDate | null;
};
/** A line of the unit's own lists or benchmarks of today that names a document which has ended; `endedOn`: first day without it. */
export type EndedCited = { readonly in: string; readonly title: string; readonly number: string; readonly endedOn: LocalDate };
export type MadeDocuments = Pick<UnitKind, 'kind'> & {
  readonly madeDocuments: readonly MadeDocument[];
  readonly citesEnded: readonly EndedCited[];
};

/** An item that was inspected, and since when it has been public; `inspected` null: inspections are not recorded. */
export type InspectedItem = { readonly item: string; readonly on: LocalDate; readonly publishedOn: LocalDate | null };
export type InspectedItems = Pick<YearlyPlan, 'inspects'> & { readonly inspected: readonly InspectedItem[] | null };

/**
 * Whom a unit has to guide by 细则 2¶5 and 23¶1. `since`: from when the relation holds and guidance is recorded at all.
 * Only what the other side has confirmed counts; `unconfirmedOn` is what waits for that.
 */
export type GuidanceLink = {
  readonly guided: string;
  readonly since: LocalDate;
  readonly lastOn: LocalDate | null;
  readonly unconfirmedOn: LocalDate | null;
};
/** Departments below a unit in its line, and what is recorded of guiding any of them; `since` null: nothing was ever recorded. */
export type LineGuidance = {
  readonly counterparts: number;
  readonly since: LocalDate | null;
  readonly lastOn: LocalDate | null;
  readonly unconfirmedOn: LocalDate | null;
};
/** `guides` null: the city keeps no log of guidance yet. `line` null: no department stands below the unit. */
export type GuidanceLinks = { readonly guides: readonly GuidanceLink[] | null; readonly line: LineGuidance | null };

/**
 * Of a justice bureau: since when its people work here, null where none does, and when it last began a round of 定期清理
 * (细则 8(4)); null: no bureau.
 */
export type SubjectRounds = { readonly rounds: { readonly since: LocalDate | null; readonly lastOpenedOn: LocalDate | null } | null };

/** What a unit owes beside its single cases, as the registers have it on the day of judging. */
export type UnitDuties = UnitKind &
  UnitLists &
  LenientRegister &
  UnitFines &
  UnitPowers &
  UnitSystems &
  UnseenPages &
  YearlyPlan &
  EmpoweredTownships &
  DeedsOnFile &
  FiledPenalties &
  MadeDocuments &
  InspectedItems &
  GuidanceLinks &
  SubjectRounds;
