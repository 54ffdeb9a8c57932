import type { LocalDate } from '../local-date.ts';
import type { Certainty } from './editions.ts';
import type { Article, LawText } from './law-text.ts';
import type { MovedPart, StatedMove } from './stated-moves.ts';

/** A text as stored: the library derives everything else from it. */
export type StoredText = {
  readonly id: string;
  readonly source: string;
  /** Day that the name of the file carries: a witness, never the only one against the text. */
  readonly fileDay: LocalDate | null;
  readonly text: LawText;
};
export type IndexedText = StoredText & {
  readonly articles: ReadonlyMap<number, Article>;
  /** Says when it takes force, as every law does at its end: a text that does not may be cut off. */
  readonly closes: boolean;
};

export type Edition = {
  readonly law: string;
  readonly label: string;
  /** Day of publication; null where nothing tells. */
  readonly on: LocalDate | null;
  /** Half-open days in force; a null beginning is not known, a null end still open. */
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly certainty: Certainty;
  /** Before this day it is not sure whether this edition or the one before it stood; null where it is sure. */
  readonly doubtUntil: LocalDate | null;
  readonly replacedBy: string | null;
  /** Empty: the edition is known, its text is not at hand. Two: two different texts claim to be it. */
  readonly texts: readonly IndexedText[];
};

export const CONFLICT_LABELS = {
  'two-texts': '同一版本有两个不同的文本',
  'start-differs': '施行日期与名录登记不一致',
  'end-differs': '废止日期与名录登记不一致',
  'start-assumed': '文本没有载明修改后的施行日期',
  'file-day-differs': '文件名日期与文本沿革不一致',
  'repeal-of-unknown': '废止了库中没有的文件',
  'no-days': '没有公布日期也没有施行日期',
  'link-to-nowhere': '载明的条文对应找不到条文',
} as const;
export type ConflictKind = keyof typeof CONFLICT_LABELS;
export type Conflict = { readonly is: ConflictKind; readonly law: string; readonly edition: string | null; readonly says: string };

/** 原第二十七条 of one edition is 第三十三条 of another, as `by` states. */
export type ArticleLink = {
  readonly from: MovedPart;
  readonly fromEdition: Edition;
  readonly to: MovedPart;
  readonly toEdition: Edition;
  readonly by: string;
};
/** Links out of and into each edition. */
export type ArticleLinks = {
  readonly outOf: ReadonlyMap<Edition, readonly ArticleLink[]>;
  readonly into: ReadonlyMap<Edition, readonly ArticleLink[]>;
};

/** A stated move with the day on which the edition with the new numbers was published. */
export type DatedMove = StatedMove & { readonly on: LocalDate; readonly by: string };

/** A text that is not at hand, and which text ended it from which day on. */
export type Ended = { readonly on: LocalDate; readonly by: string };

export type LawLibrary = {
  /** Editions by name without 中华人民共和国, oldest first. */
  readonly laws: ReadonlyMap<string, readonly Edition[]>;
  /** Short names to the names they may stand for. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Short names from the shipped list, which nobody has verified: 待核定 wherever they are relied on. */
  readonly unverified: ReadonlySet<string>;
  readonly conflicts: readonly Conflict[];
  readonly links: ArticleLinks;
  /** Laws of which nothing is at hand but that a text at hand ends them, by name. */
  readonly gone: ReadonlyMap<string, Ended>;
};
