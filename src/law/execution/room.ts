import type { Json } from '../canonical-json.ts';
import type { Stop } from '../conditions.ts';
import type { Dispute, DisputingRoom } from '../disputing/index.ts';
import type { LocalDate } from '../local-date.ts';
import type { DocumentTemplate } from '../official-document.ts';
import type { PenaltyKind, Procedure } from '../penalty.ts';
import type { Role } from '../roles.ts';
import type { Letter } from './letters.ts';
import type { Executed } from './model.ts';
import type { ServingRoom } from './serving-room.ts';

/** What the decision in hand takes in money, and what has come in; sums in fen. */
export type Money = {
  readonly fineFen: number;
  /** The fine and the illegal income. */
  readonly dueFen: number;
  /** What was paid of the fine, by days: 加处 is counted on it. */
  readonly payments: readonly { readonly on: LocalDate; readonly fen: number }[];
  /** Everything that was paid, 加处罚款 among it; the same by days. */
  readonly paidFen: number;
  readonly receipts: readonly { readonly on: LocalDate; readonly fen: number }[];
};

/** The decision in hand, as letters speak of it. */
export type DecisionTold = {
  /** The first of the case, or the one made anew after so many were revoked. */
  readonly no: number;
  readonly number: string;
  /** null: it was made elsewhere. */
  readonly documentId: string | null;
  readonly on: LocalDate | null;
  readonly receivedOn: LocalDate | null;
  /** 处罚种类、数额; null: nothing was imposed. */
  readonly penalty: string | null;
  /** false once it was revoked or found void, and where nothing is imposed. */
  readonly stands: boolean;
};

/** What the publication of a decision would tell, and what stands against telling it. */
export type Publicity = {
  readonly texts: readonly { readonly label: string; readonly text: string }[];
  /** The party is under eighteen, as far as the case says. */
  readonly isMinor: boolean;
  /** The hearing was closed for the sake of a secret or of privacy. */
  readonly isSecret: boolean;
  readonly procedure: Procedure;
  readonly kinds: readonly PenaltyKind[];
};

/**
 * What a kind of penalty tells about itself, so that its decisions are carried out as they are everywhere. Of its letters it tells
 * only those that the carrying out does not know by itself: reminders, amendments and slips put right do the same in every kind.
 */
export type ExecutingRoom<S extends Executed> = ServingRoom<S> & {
  readonly leaders: readonly Role[];
  readonly disputing: DisputingRoom<S>;
  readonly statuses: {
    /** The decision waits to be performed, before and after the reminder. */
    readonly performing: readonly S['status'][];
    readonly urged: S['status'];
    readonly court: S['status'];
    /** From the decision to the closing: it may be published. */
    readonly published: readonly S['status'][];
    /** A served decision may be put right by the organ itself, closed ones among them. */
    readonly correctable: readonly S['status'][];
    /** Money that officers took may still be on its way to the bank. */
    readonly collected: readonly S['status'][];
  };
  /** Series of its letters within the organ. */
  readonly series: { readonly urging: string; readonly amending: string };
  /** 复议 comes before any suit (复议法 23): a decision made on the spot. */
  readonly reconsiderationFirst: boolean;
  /** The decision in hand says how, and until when, the party may turn against it; one from elsewhere may not. */
  readonly rightsTold: (s: S) => boolean;
  readonly decision: (s: S) => DecisionTold | null;
  /** By which its decisions are printed, every version. */
  readonly templates: readonly DocumentTemplate<Json>[];
  readonly money: (s: S) => Money;
  /** Disputes about the decision in hand. */
  readonly disputes: (s: S) => readonly Dispute[];
  /** What the decision in hand would tell the public; null: there is none. */
  readonly publicity: (s: S) => Publicity | null;
  /** Other parts of the decision than money are still to be performed. */
  readonly isOtherwiseOpen: (s: S) => boolean;
  /** Things of its ledger by their names: to the party their numbers say nothing (处罚法 59). Left out by a kind without a ledger. */
  readonly thingWords?: (s: S, numbers: readonly number[]) => string;
  /** Money that officers took themselves (处罚法 68, 69), and a change of the first, second … of it. */
  readonly takings: (s: S) => readonly Taking[];
  readonly withTaking: (s: S, index: number, done: Partial<Taking>) => S;
  /** Why a letter of its own that has not gone out is not voided; null: it may be. */
  readonly keepsLetter: (s: S, letter: Letter) => Stop;
  /** The case as if a letter of its own, which has lapsed by now, had not been signed. */
  readonly unsigned: (s: S, letter: Letter) => S;
  /** Where the case stands after money has moved. */
  readonly settled: (s: S) => S['status'];
};

/** Money taken by officers on the spot, on its way to the bank (处罚法 71). */
export type Taking = {
  readonly on: LocalDate;
  /** Taken on the water: the day of landing, from which the two days run. */
  readonly landedOn: LocalDate | null;
  readonly handedInOn: LocalDate | null;
  readonly bankedOn: LocalDate | null;
};
