import type { LocalDate } from '#law';

/** A letter to the party: headings with their paragraphs. */
export type LetterFacts = {
  readonly issuer: string;
  readonly title: string;
  readonly number: string | null;
  readonly addressee: string;
  readonly body: readonly { readonly heading: string | null; readonly paragraphs: readonly string[] }[];
  readonly contact: string | null;
  /** Whether it bears a box for whoever receives it. */
  readonly receipt: boolean;
  readonly on: LocalDate;
  readonly demonstration: boolean;
};
