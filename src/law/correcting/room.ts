import type { Citation } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import type { Guard } from '../matter-kind.ts';
import type { Office } from '../reported-office.ts';
import type { Role } from '../roles.ts';
import type { Correcting, CorrectionOrder } from './model.ts';

/** What a kind tells about itself, so that orders to correct are followed as they are everywhere. */
export type CorrectingRoom<S extends Correcting> = {
  readonly office: (roles: readonly Role[], cite: Citation, guards?: readonly Guard<S, null>[]) => Office<S>;
  readonly handlers: readonly Role[];
  readonly leaders: readonly Role[];
  /** States in which an order may be checked and followed. */
  readonly checked: readonly S['status'][];
  /** When the order reached the party; null: not yet. */
  readonly arrivedOn: (s: S, order: CorrectionOrder) => LocalDate | null;
  /** The number of the letter or decision that brings it; null: it has none. */
  readonly numberOf: (s: S, order: CorrectionOrder) => string | null;
  /** Whether the decision that ordered it still stands; asked only of those that a decision has ordered. */
  readonly decisionStands: (s: S, order: CorrectionOrder) => boolean;
  /** When the case was closed: nothing is waited for any more. */
  readonly closedOn: (s: S) => LocalDate | null;
  readonly organId: (s: S) => string;
  /** Two officers with their certificates, none of them taken off the case. */
  readonly officers: readonly Guard<S, { readonly officers: readonly string[] }>[];
};
