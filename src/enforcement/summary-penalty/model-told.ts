import type { LocalDate } from '#law';

/** What rules ask of the acts of a case and nobody else does: kept beside what the case itself consists of. */
export type Told = {
  /** The day on which anything was last recorded. */
  readonly lastOn: LocalDate;
  /** Some of it was done in another system. */
  readonly elsewhere: boolean;
  /** The case was opened here, and not told of. */
  readonly begunHere?: true;
  /** Performed here, or told of by a person in a case begun here, and recorded on a later day than its own. */
  readonly late: readonly { readonly what: string; readonly on: LocalDate; readonly recordedOn: LocalDate }[];
  readonly cardShown: boolean;
  /** The party was told of penalty, facts, reasons, basis and rights (44); null: not told of yet. */
  readonly informed: boolean | null;
  /** Why a list of what is not punished does not apply. */
  readonly notFree: string | null;
  /** Told before the party stated its case; null: it has not been told twice. */
  readonly proposedFirst: { readonly penalty: 'warning' | 'fine' | 'both'; readonly fineFen: number } | null;
};
