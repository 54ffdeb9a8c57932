import type { HandlerFacts, LegalClause, LocalDate, SheetFacts } from '#law';

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
