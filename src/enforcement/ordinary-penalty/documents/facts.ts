import type { LocalDate } from '#law';

/** A form or record: labels and values, a list, opinions, who and when. Words about the party stand as marks. */
export type SheetFacts = {
  readonly issuer: string;
  readonly title: string;
  readonly number: string | null;
  readonly rows: readonly { readonly label: string; readonly value: string; readonly wide: boolean }[];
  readonly list: { readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[] } | null;
  readonly opinions: readonly { readonly label: string; readonly text: string; readonly name: string; readonly on: LocalDate | null }[];
  readonly on: LocalDate | null;
  readonly demonstration: boolean;
};

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
