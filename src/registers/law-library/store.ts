import type { LocalDate } from '#law';

/** Which law stood on which day. Texts come later: rules need to know whether a named law was in force. */
export type LawEntry = {
  readonly recordId: string;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly level: string;
  readonly validFrom: LocalDate;
  /** Last day in force; null: in force. */
  readonly validThrough: LocalDate | null;
  readonly replacedBy: string | null;
};
