import type { CertificateFact, LocalDate, OrganisationFact } from '#law';
import type { Pool } from '../db.ts';
import type { Place } from './register-facts.ts';

/** Organisations and persons whose register facts an act needs. */
export type About = { readonly organisations: readonly string[]; readonly persons: readonly string[] };

type Period = { readonly from: LocalDate | null; readonly until: LocalDate | null };
export type Dated<T> = Period & { readonly fact: T };

/** All that the registers say, at any date, as known now; who is asked for and has no record stands there with none. */
export type Registers = {
  readonly organisations: Map<string, readonly Dated<OrganisationFact>[]>;
  readonly certificates: Map<string, readonly Dated<CertificateFact>[]>;
  readonly places: Map<string, Place>;
};

/** The state of the registers in one snapshot, and what has changed since the mark under which this server had kept facts. */
export type Standing = {
  readonly version: string | null;
  /** This transaction has changed them itself. */
  readonly isOwn: boolean;
  /** The kept mark as it was sent with the question; null: nothing was kept. */
  readonly since: string | null;
  /** Units and persons changed in between; null: too many, or nobody knows. */
  readonly changed: readonly string[] | null;
};

/** Columns of a statement that tells the standing; $n: the mark that is kept. */
export const standingColumns = (n: number): string =>
  `v.version, current_setting('app.registers_changed', true) = 'yes' as own, $${n}::uuid as since,
    case when $${n}::uuid is distinct from v.version then registers_changed_since($${n}::uuid) end as changed`;
/** Where these columns come from: one row, even of a register that has no mark yet. */
export const STANDING_SOURCE = '(select (select version from register_version) as version) v';
export type StandingRow = {
  readonly version: string | null;
  readonly own: boolean | null;
  readonly since: string | null;
  readonly changed: string[] | null;
};

export const standingOf = ({ version, own, since, changed }: StandingRow): Standing => ({ version, isOwn: own === true, since, changed });

/** Of what this server has read of the registers, so much is kept. */
const MOST_KEPT = 20_000;

type Kept = { readonly version: string; readonly registers: Registers };
/** What was read and still stands under one mark of the registers, for each database that is asked. */
const kept = new WeakMap<Pool, Kept>();

export function keptMark(pool: Pool): string | null {
  return kept.get(pool)?.version ?? null;
}

/**
 * Of what is kept the part about these and those one step further, under the mark that stands in the caller's snapshot: whose
 * facts have changed since the kept mark is let go before. Copied, because other acts go on changing what is kept. null: nothing
 * that is kept goes with this snapshot.
 */
export function keptAbout(pool: Pool, standing: Standing, about: About): Registers | null {
  const registers = standing.isOwn || standing.version === null ? null : movedTo(pool, standing.version, standing);
  if (registers === null) return null;
  const near = about.organisations.flatMap((id) => (registers.organisations.get(id) ?? []).flatMap(({ fact }) => nearOf(fact)));
  const units = [...about.organisations, ...near];
  return {
    organisations: picked(registers.organisations, units),
    certificates: picked(registers.certificates, about.persons),
    places: picked(registers.places, units),
  };
}

function movedTo(pool: Pool, version: string, { since, changed }: Standing): Registers | null {
  const held = kept.get(pool);
  const isFull = held !== undefined && held.registers.organisations.size + held.registers.certificates.size >= MOST_KEPT;
  if (held?.version === version && !isFull) return held.registers;
  // Another act has moved on meanwhile, to a mark that this one did not ask about.
  if (held !== undefined && held.version !== version && held.version !== since) return null;
  const registers = held === undefined || isFull || changed === null ? noRegisters() : held.registers;
  for (const key of changed ?? []) for (const facts of Object.values(registers)) facts.delete(key);
  kept.set(pool, { version, registers });
  return registers;
}

/** Keeps what was read under the mark, if that is still the one under which is kept. */
export function keep(pool: Pool, version: string | null, found: Registers): void {
  const held = kept.get(pool);
  if (held?.version === version) addTo(held.registers, found);
}

export function joined(...parts: readonly Registers[]): Registers {
  const all = noRegisters();
  for (const part of parts) addTo(all, part);
  return all;
}

export function nearOf(o: OrganisationFact): readonly string[] {
  return [o.bureauId, o.lineSuperiorId, o.answersThroughId, o.superiorId].filter((id) => id !== null);
}

function noRegisters(): Registers {
  return { organisations: new Map(), certificates: new Map(), places: new Map() };
}

function addTo(registers: Registers, { organisations, certificates, places }: Registers): void {
  for (const [id, records] of organisations) registers.organisations.set(id, records);
  for (const [id, records] of certificates) registers.certificates.set(id, records);
  for (const [id, place] of places) registers.places.set(id, place);
}

function picked<T>(from: ReadonlyMap<string, T>, ids: readonly string[]): Map<string, T> {
  const part = new Map<string, T>();
  for (const id of ids) {
    const one = from.get(id);
    if (one !== undefined) part.set(id, one);
  }
  return part;
}
