import { type Static, Type } from 'typebox';
import { INSTRUMENT_LEVELS, type InstrumentLevel, type LocalDate } from '#law';
import type { Correspondence } from '#law/library/article-history';
import type { Certainty } from '#law/library/editions';
import type { Paragraph, TextProblem } from '#law/library/law-text';
import type { Conflict, ConflictKind } from '#law/library/library';
import type { ResolutionStatus } from '#law/library/resolve';
import type { LawImport, LoadCounts } from './model.ts';

/** Place of the texts that hold in the whole country. */
export const NATIONWIDE = '全国';
export const LEVELS = Object.keys(INSTRUMENT_LEVELS) as InstrumentLevel[];

const closed = { additionalProperties: false };
const Day = Type.String({ format: 'date' });
const Offset = Type.Integer({ minimum: 0, maximum: 100_000 });
const Name = Type.String({ minLength: 1, maxLength: 200 });

/** Which texts: of one rank, of one place; NATIONWIDE for those of the whole country. */
const Among = {
  level: Type.Optional(Type.Union(LEVELS.map((level) => Type.Literal(level)))),
  place: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
};

export const ListQuery = Type.Object(
  { q: Type.Optional(Type.String({ maxLength: 100 })), on: Type.Optional(Day), offset: Type.Optional(Offset), ...Among },
  closed,
);
export type ListQuery = Static<typeof ListQuery>;
export const SearchQuery = Type.Object(
  { q: Type.String({ minLength: 1, maxLength: 100 }), on: Type.Optional(Day), offset: Type.Optional(Offset), ...Among },
  closed,
);
export type SearchQuery = Static<typeof SearchQuery>;
export const TextQuery = Type.Object({ name: Name, on: Type.Optional(Day) }, closed);
export type TextQuery = Static<typeof TextQuery>;
/** `on`: the day on which the article bears the number that is asked for; today where left out. */
export const ArticleQuery = Type.Object(
  { name: Name, key: Type.Integer({ minimum: 100, maximum: 1_000_000_000 }), on: Type.Optional(Day) },
  closed,
);
export type ArticleQuery = Static<typeof ArticleQuery>;
export const CiteQuery = Type.Object({ text: Type.String({ minLength: 1, maxLength: 2_000 }), on: Type.Optional(Day) }, closed);
export type CiteQuery = Static<typeof CiteQuery>;

/** One edition as pages show it; `through` is the last day in force. */
export type EditionView = {
  readonly label: string;
  readonly from: LocalDate | null;
  readonly through: LocalDate | null;
  readonly certainty: Certainty;
  readonly replacedBy: string | null;
  readonly hasText: boolean;
};
export type LawLine = EditionView & {
  readonly name: string;
  readonly title: string;
  readonly articles: number | null;
  readonly stands: boolean;
  /** null where its history does not tell. */
  readonly level: InstrumentLevel | null;
  readonly place: string;
};
export type LawList = {
  readonly on: LocalDate;
  readonly total: number;
  readonly conflicts: number;
  readonly items: readonly LawLine[];
  /** Places of all texts at hand, to choose from. */
  readonly places: readonly string[];
};

export type ArticleHit = {
  readonly name: string;
  readonly title: string;
  readonly edition: string;
  readonly key: number;
  readonly label: string;
  readonly body: string;
  readonly level: InstrumentLevel | null;
  readonly place: string;
};
export type SearchHits = {
  readonly on: LocalDate;
  readonly items: readonly ArticleHit[];
  /** Words and synonyms that were looked for, to mark them. */
  readonly words: readonly string[];
  readonly total: number;
  /** There are more than `total`: only so many are put in order. */
  readonly more: boolean;
};

export type ArticleView = {
  readonly key: number;
  readonly label: string;
  readonly heading: string | null;
  /** Chapters and sections that begin with this article. */
  readonly divisions: readonly string[];
  readonly paragraphs: readonly Paragraph[];
  /** Numbers before and after this edition where they are stated, in words: 2010年公布第二条. */
  readonly formerly: readonly string[];
  readonly later: readonly string[];
};
export type LawView = {
  readonly name: string;
  readonly title: string;
  readonly on: LocalDate;
  readonly status: ResolutionStatus;
  /** Why there is no text of that day; '' where there is one. */
  readonly reason: string;
  readonly edition: EditionView | null;
  readonly editions: readonly EditionView[];
  readonly history: readonly string[];
  readonly conflicts: readonly { readonly is: ConflictKind; readonly says: string }[];
  readonly articles: readonly ArticleView[];
};

export type ArticleHistory = {
  readonly title: string;
  readonly label: string;
  readonly versions: readonly ArticleVersion[];
};
export type ArticleVersion = EditionView & {
  /** Title of another law from which it came or into which it went; null: the law itself. */
  readonly law: string | null;
  /** Its number or numbers there; '' where nobody knows them. */
  readonly place: string;
  /** null where the edition is not at hand or has no such article. */
  readonly text: string | null;
  readonly how: Correspondence;
  /** What states the numbers; null where nothing does. */
  readonly by: string | null;
};

export type CitedPlace = {
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly status: ResolutionStatus;
  readonly law: string;
  readonly name: string;
  readonly edition: string | null;
  readonly key: number | null;
  readonly text: string | null;
  readonly reason: string;
  readonly candidates: readonly string[];
  /** Found by this short name, 待核定. */
  readonly unverifiedName: string | null;
};
export type CitedPlaces = { readonly on: LocalDate; readonly items: readonly CitedPlace[] };

export type LoadLine = {
  readonly id: string;
  readonly source: string;
  readonly status: LawImport['status'];
  readonly openedOn: LocalDate;
  /** Files read so far. */
  readonly passed: number;
  readonly refused: number;
  readonly counts: LoadCounts | null;
};
export type LoadLines = { readonly items: readonly LoadLine[] };
export type LoadFile = {
  readonly n: number;
  readonly source: string;
  readonly name: string | null;
  readonly result: 'added' | 'changed' | 'unchanged' | 'refused';
  readonly reason: string | null;
  readonly articles: number;
  readonly problemCount: number;
  /** The first fifty. */
  readonly problems: readonly TextProblem[];
};
export type LoadFiles = { readonly items: readonly LoadFile[]; readonly more: boolean };
/** `sources`: the files between which a person has to choose; none where the contradiction is of another kind. */
export type ConflictLine = Conflict & { readonly sources: readonly string[] };
export type ConflictLines = { readonly total: number; readonly items: readonly ConflictLine[] };

export const ComparedQuery = Type.Object({ law: Name, edition: Type.String({ minLength: 1, maxLength: 60 }) }, closed);
export type ComparedQuery = Static<typeof ComparedQuery>;
/** Texts that claim to be the same edition, where they differ. */
export type ComparedTexts = {
  readonly title: string;
  readonly edition: string;
  readonly sources: readonly string[];
  /** Articles that all of them have in the same words. */
  readonly same: number;
  /** One text for each source; null where it has no such article. */
  readonly places: readonly { readonly label: string; readonly texts: readonly (string | null)[] }[];
};
