import type { HandlerFacts, LegalClause, LocalDate } from '#law';

/** Everything that a paper of a case prints, in its order: labels and values, a list, opinions, who and when. */
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

/** A letter of a case to the unit supervised, or to an institute. */
export type CaseLetterFacts = {
  readonly issuer: string;
  readonly title: string;
  readonly addressee: string;
  /** 根据…的规定，: the city's own article on inquiry; it drops out while unverified. */
  readonly basis: LegalClause | null;
  readonly opening: string;
  readonly body: readonly string[];
  readonly list: SheetFacts['list'];
  readonly on: LocalDate;
  readonly handlers: readonly HandlerFacts[];
  readonly demonstration: boolean;
};
