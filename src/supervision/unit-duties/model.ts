import type { LocalDate, OrganisationKind, Tier } from '#law';
import type {
  DeedOnFile,
  Empowered,
  EndedCited,
  FiledPenalty,
  GuidanceLink,
  LineGuidance,
  MadeDocument,
  SubjectRounds,
  UnitList,
} from '#law/rules/index';

/** One list of a unit on the day, with its kind. */
export type CountedList = UnitList & { readonly list: string };
export type UnitRow = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly tier: Tier;
  readonly lists: readonly CountedList[];
  readonly lenientKept: boolean;
  /** Lines of the 权责清单 by kind of power. */
  readonly powers: readonly string[];
  /** null: none was ever entered. */
  readonly systems: readonly string[] | null;
  readonly plans: readonly { readonly code: string; readonly publishedOn: LocalDate | null; readonly publishedAt: string | null }[];
  readonly empowered: readonly Empowered[];
  readonly deeds: readonly DeedOnFile[];
  readonly filedPenalties: readonly FiledPenalty[];
  readonly statedFilings: number;
  readonly madeDocuments: readonly MadeDocument[];
  readonly citesEnded: readonly EndedCited[];
  readonly guides: readonly GuidanceLink[] | null;
  readonly line: LineGuidance | null;
} & SubjectRounds;
