import type { Citation } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import type { Guard, May } from '../matter-kind.ts';
import type { PartyRef } from '../party.ts';
import type { Office } from '../reported-office.ts';
import type { Role } from '../roles.ts';
import type { Letter, Lettered } from './letters.ts';

/** A matter of one organ with one party, to whom its numbered letters go. */
export type Served<K extends string = string> = Lettered<K> & { readonly organId: string; readonly party: PartyRef };

/** What a kind tells about itself, so that its numbered letters are sealed and reach the party as they do everywhere (处罚法 61). */
export type ServingRoom<S extends Served> = {
  readonly office: (roles: readonly Role[], cite: Citation, guards?: readonly Guard<S, null>[]) => Office<S>;
  readonly handlers: readonly Role[];
  readonly sealers: readonly May[];
  readonly statuses: {
    /** A numbered letter may be on its way. */
    readonly lettered: readonly S['status'][];
    /** The party may say where it is to be served. */
    readonly confirming: readonly S['status'][];
  };
  readonly handlerIds: (s: S) => readonly string[];
  /** Names a run of a clock by what it runs for. */
  readonly runOf: (s: S, key: string) => string;
  /** Where the matter stands once a letter has arrived. */
  readonly afterService: (s: S) => S['status'];
  /** What a letter changes by its arrival. */
  readonly arrived: (s: S, letter: Letter, receivedOn: LocalDate) => S;
  /** What is called what among its letters, and what comes after each has arrived. */
  readonly letterName: (s: S, letter: Letter) => string;
  readonly letterTo: (s: S, letter: Letter) => string | null;
  readonly afterArrival: (letter: Letter) => string;
};
