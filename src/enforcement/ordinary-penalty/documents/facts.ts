import type { LocalDate, SheetFacts } from '#law';

/** A letter to the party: headings with their paragraphs. */
export type LetterFacts = {
  readonly issuer: string;
  readonly title: string;
  readonly number: string | null;
  /** null: an announcement, to everybody. */
  readonly addressee: string | null;
  readonly body: readonly { readonly heading: string | null; readonly paragraphs: readonly string[] }[];
  /** Things that the letter speaks of, below its text. */
  readonly list?: SheetFacts['list'];
  readonly contact: string | null;
  /** Whether it bears a box for whoever receives it. */
  readonly receipt: boolean;
  readonly on: LocalDate;
  readonly demonstration: boolean;
};
