import type { ActingPost, BaseState, Derivation, Json, LocalDate, Participant, RegisterFacts } from '#law';
import type { Client, Pool } from '../db.ts';
import { askAtOnce, type Statement } from '../db-together.ts';
import { cohortOf } from './ids.ts';
import { keptMark, STANDING_SOURCE, type StandingRow, standingColumns, standingOf } from './kept-registers.ts';
import type { Place } from './register-facts.ts';
import { factsUnder } from './registers.ts';

export type StoredClock = {
  readonly clock_id: string;
  readonly key: string;
  readonly started_on: LocalDate;
  readonly due_on: LocalDate | null;
  readonly provisional: boolean;
  readonly derivation: Derivation;
  readonly stopped_on: LocalDate | null;
  readonly breached_on: LocalDate | null;
  readonly breach_corrected: boolean;
  readonly warned: readonly LocalDate[];
  readonly bound_id: string;
  readonly profile_id: string;
  readonly profile_version: number;
};
export type StoredTask = {
  readonly key: string;
  readonly opened_seq: number;
  readonly act: string;
  readonly title: string;
  readonly subject: string;
  readonly organisation_id: string;
  readonly roles: readonly string[];
  readonly post_id: string | null;
  readonly officers: readonly string[];
  readonly clock_id: string | null;
  readonly clock_key: string | null;
  readonly due_on: LocalDate | null;
};
export type MatterRow = {
  readonly city: number;
  readonly cohort: number;
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly title: string;
  readonly state: BaseState;
  readonly seq: number;
  /** Hex of the chain's head. */
  readonly head: string;
  readonly last_step_on: LocalDate;
  readonly home_id: string;
  readonly region_ord: number;
  readonly line_ord: number;
  readonly label: 1 | 2 | 3 | 4;
  readonly opened_on: LocalDate;
  readonly closed_on: LocalDate | null;
  readonly wake_at: string | null;
  readonly profile_id: string;
  readonly profile_version: number;
};

/** All that a decision needs, read under the lock. */
export type Loaded = {
  readonly matter: MatterRow | null;
  readonly participants: readonly Participant[];
  readonly clocks: readonly StoredClock[];
  readonly tasks: readonly StoredTask[];
  readonly facts: RegisterFacts;
  readonly places: ReadonlyMap<string, Place>;
  readonly files: readonly { readonly id: string; readonly name: string; readonly sha256: string; readonly size: number }[];
  readonly remembered: { readonly body_digest: string; readonly answer: Json } | null;
};

export type LoadRequest = {
  /** Whose registers have perhaps been read before. */
  readonly pool: Pool;
  readonly kind: string;
  readonly matterId: string | null;
  readonly cohort: number;
  readonly actor: ActingPost;
  readonly organisations: readonly string[];
  readonly persons: readonly string[];
  readonly files: readonly string[];
  readonly on: LocalDate;
  readonly caller: string | null;
  readonly key: string | null;
  /**
   * act: the matter is locked first, for a person in a transaction that began under the role of the pipeline, which ends here;
   * held: the caller has locked it; look: for a page or a preview, nothing is held for an act that will follow.
   */
  readonly how: 'act' | 'held' | 'look';
};

/**
 * Locks a matter for whoever reads more of it than `load` before that. A plan made under one row security does not serve under
 * another, so each has its own.
 */
export function lockStatement(matterId: string, by: 'person' | 'system'): Statement {
  return {
    name: `lock matter ${by}`,
    text: 'select from matter where id = $1 and cohort = $2 for update',
    values: [matterId, cohortOf(matterId)],
  };
}

const MATTER = `select city, cohort, id, kind, status, title, state, seq, encode(head, 'hex') as head, last_step_on, participants, home_id, region_ord, line_ord,
  label, opened_on, closed_on, wake_at, profile_id, profile_version from matter where id = $1 and cohort = $2 and kind = $3`;
const CLOCKS = `select clock_id, key, started_on, due_on, provisional, derivation, stopped_on, breached_on, breach_corrected, warned, bound_id, profile_id,
  profile_version from clock where matter_id = $1 and cohort = $2`;
const TASKS = `select key, opened_seq, act, title, subject, organisation_id, roles, post_id, officers, clock_id, clock_key, due_on from task
  where matter_id = $1 and cohort = $2 and closed_at is null`;
/** How the registers stand, and what was answered under this key before. */
const STANDING = `${standingColumns(3)}, encode(i.body_digest, 'hex') as body_digest, i.answer
  from ${STANDING_SOURCE} left join idempotency i on i.caller = $1 and i.key = $2`;
/** Pending files of the act. */
const FILES = 'select f.id, f.name, f.sha256, f.size from file f where f.id = any($1::uuid[]) and f.matter_id is null order by f.id';

/** In this order; each name tells the role apart. */
function statementsOf(request: LoadRequest): readonly Statement[] {
  const { matterId, cohort, kind, how, caller, key, files } = request;
  const isSystem = request.actor.role === 'system';
  const role = isSystem ? 'system' : how === 'act' ? 'pipeline' : 'person';
  const own = [matterId, cohort];
  // What is read after waiting for another's act is read as that act has left it: the lock comes first, in the same statement.
  const matter = how === 'act' ? { name: `locked matter ${role}`, text: `${MATTER} for update` } : { name: `matter ${role}`, text: MATTER };
  const standing = role === 'pipeline' ? `select set_config('role', 'app_rt', true), ${STANDING}` : `select ${STANDING}`;
  // Held until the act is written, so that no other act takes one of them away in between.
  const hold = how === 'look' ? '' : ' for no key update';
  return [
    { ...matter, values: [...own, kind] },
    { name: `clocks ${role}`, text: CLOCKS, values: own },
    { name: `tasks ${role}`, text: TASKS, values: own },
    { name: `standing ${role}`, text: standing, values: [caller, key, keptMark(request.pool)] },
    ...(files.length === 0 ? [] : [{ name: `files ${how === 'look' ? 'shown' : 'held'} ${role}`, text: FILES + hold, values: [files] }]),
  ];
}

type FoundStanding = StandingRow & { readonly body_digest: string | null; readonly answer: Json };
type FoundMatter = MatterRow & { readonly participants: readonly Participant[] };

/**
 * All that a decision needs, in one round trip where the register facts were read before: those valid on the legal date as
 * known now, of the actor's organisation, the participants, everything the input names, and one step further.
 */
export async function load(client: Client, request: LoadRequest): Promise<Loaded> {
  const answers = await askAtOnce(client, statementsOf(request));
  const [matters = [], clocks = [], tasks = [], standings = [], files = []] = answers.map((answer) => answer.rows as unknown[]);
  const [found] = matters as FoundMatter[];
  const [standing] = standings as FoundStanding[];
  if (standing === undefined) throw new Error('load answered no row');
  const participants = found?.participants ?? [];
  const { actor } = request;
  const about = {
    organisations: [...request.organisations, ...some(actor.organisationId), ...participants.map((p) => p.organisationId)],
    persons: [...request.persons, ...some(actor.officerId)],
  };
  return {
    matter: found ?? null,
    participants,
    clocks: clocks as StoredClock[],
    tasks: tasks as StoredTask[],
    ...(await factsUnder(client, request.pool, standingOf(standing), about, request.on)),
    files: files as Loaded['files'],
    remembered: standing.body_digest === null ? null : { body_digest: standing.body_digest, answer: standing.answer },
  };
}

function some(id: string | null): readonly string[] {
  return id === null ? [] : [id];
}
