import type { Citation } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import type { Guard } from '../matter-kind.ts';
import type { Office } from '../reported-office.ts';
import type { Role } from '../roles.ts';
import type { Disputed, Redress, Standing } from './model.ts';

/** The decision that stands, as disputes and redresses see it; sums in fen. */
export type DecisionInDispute = {
  readonly no: number;
  readonly receivedOn: LocalDate | null;
  /** What is imposed now; null: nothing was (不予处罚). */
  readonly standing: Standing | null;
  readonly paidFen: number;
  /** Goods taken, licences withdrawn …: what cannot be given back in money has been carried out. */
  readonly carriedOut: boolean;
  /** Numbers of confiscated things of the ledger that are gone for good; what was returned is not among them. */
  readonly goneThings: readonly number[];
  readonly published: { readonly on: LocalDate; readonly at: string } | null;
};

/** What a kind of penalty tells about itself, so that disputes about it run as they do everywhere. */
export type DisputingRoom<S extends Disputed> = {
  readonly office: (roles: readonly Role[], cite: Citation, guards?: readonly Guard<S, null>[]) => Office<S>;
  readonly handlers: readonly Role[];
  readonly leaders: readonly Role[];
  /** States in which a served decision can be disputed, closed ones among them. */
  readonly disputable: readonly S['status'][];
  /** States in which something that follows from a dispute may wait to be done. */
  readonly following: readonly S['status'][];
  /** Closed elsewhere while a dispute went on, and not yet archived: what becomes of it is still told. */
  readonly closedEarly: readonly S['status'][];
  readonly decision: (s: S) => DecisionInDispute | null;
  /** A case that was closed when a dispute or a redress came is open again; any other stays as it is. */
  readonly reopen: (s: S) => S;
  /** What a redress does to the decision in hand, with the state of the case after it. */
  readonly undo: (s: S, redress: Redress) => S;
};

/** What the decision takes in money: the fine and the illegal income. */
export function moneyOf(standing: Standing | null): number {
  return (standing?.fineFen ?? 0) + (standing?.incomeFen ?? 0);
}
