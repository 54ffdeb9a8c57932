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
/** Codes of 细则 25 that have a paper; null: none was ever entered. */
export type UnitSystems = { readonly systems: readonly string[] | null };
/** 事前公开: pages of which nobody has told the platform when they were last brought up to date. */
export type UnseenPages = { readonly unseenPages: readonly string[] };

/** The yearly plan of inspections; `hasEver`: some plan of the unit was entered at some time. */
export type YearlyPlan = {
  readonly inspects: boolean;
  readonly plan: { readonly hasEver: boolean; readonly publishedOn: LocalDate | null };
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

/** What a unit owes beside its single cases, as the registers have it on the day of judging. */
export type UnitDuties = UnitKind &
  UnitLists &
  LenientRegister &
  UnitFines &
  UnitSystems &
  UnseenPages &
  YearlyPlan &
  EmpoweredTownships &
  DeedsOnFile;
