import type { EarlierPenalty, LawSources, LocalDate, Need, Refusal, RegisterFacts } from '#law';
import type { Pool, Queryable } from '../db.ts';
import type { LawContext } from '../law-context.ts';
import type { PartySealing } from '../parties/hold.ts';
import type { Session } from '../session.ts';
import type { AfterAct } from './after-act.ts';
import type { Kinds } from './kinds.ts';

export type ReadLists = (
  client: Queryable,
  needs: readonly Need[],
  on: LocalDate,
) => Promise<Pick<RegisterFacts, 'items' | 'benchmarks' | 'itemBenchmarks' | 'violations' | 'catalogues'>>;

/** `not`: the matter in hand. */
export type ReadEarlier = (
  client: Queryable,
  session: Session,
  asked: { readonly marks: readonly string[]; readonly not: string | null },
) => Promise<ReadonlyMap<string, readonly EarlierPenalty[]>>;

/** What every act of every room is performed on. */
export type Platform = {
  readonly pool: Pool;
  readonly kinds: Kinds;
  readonly now: () => number;
  readonly law: () => LawContext;
  /** Topics (`kind.act`) for which reactions.ts has a row: only these are queued. */
  readonly reactsTo: ReadonlySet<string>;
  readonly afterAct?: AfterAct;
  /** Kinds of matter that the unit of a session does not open here as its own work on that day, with the reason and the way it takes instead. */
  readonly closedOpenings?: (client: Queryable, session: Session, on: LocalDate) => Promise<ReadonlyMap<string, Refusal>>;
  /** Keys for parties typed in forms; absent: such a form cannot be sent. */
  readonly sealing?: PartySealing;
  /** Lines of lists and benchmarks that acts declare they need, as valid on the day; absent: no room asks for any. */
  readonly lists?: ReadLists;
  /** Penalties of the same party that a session may see, for acts that ask of them; absent: no room asks. */
  readonly earlier?: ReadEarlier;
  /** Register and texts against which citations are checked; absent: what ships. */
  readonly lawSources?: (client: Queryable) => Promise<LawSources>;
};
