import type { CertificateFact, LocalDate, OrganisationFact, RegisterFacts } from '#law';
import type { Client, Pool, Queryable } from '../db.ts';
import {
  type About,
  type Dated,
  joined,
  keep,
  keptAbout,
  keptMark,
  nearOf,
  type Registers,
  STANDING_SOURCE,
  type Standing,
  type StandingRow,
  standingColumns,
  standingOf,
} from './kept-registers.ts';
import { CERTIFICATE_FACT, ORGANISATION_FACT, type Place, registerFacts } from './register-facts.ts';

/**
 * Facts valid on the day as known now, with their places in today's trees, of these and of those one step further (bureau,
 * superior in the line, the organ answered through). Asked of the database only where they were not read before, or have changed
 * since: every change of a register renews its mark as it is committed, and says whom it concerned.
 */
export async function factsUnder(
  client: Client,
  pool: Pool,
  standing: Standing,
  about: About,
  on: LocalDate,
): Promise<{ readonly facts: RegisterFacts; readonly places: ReadonlyMap<string, Place> }> {
  const registers = await registersUnder(client, pool, standing, about);
  const facts = factsOn(registers, about, on);
  const places = [...facts.organisations.keys()].flatMap((id) => registers.places.get(id) ?? []);
  return { facts, places: new Map(places.map((p) => [p.id, p])) };
}

/** What the registers say of these at any date as known now: the standing is asked for first, then what is not kept under it. */
export async function registersAbout(client: Client, pool: Pool, about: About): Promise<Registers> {
  const { rows } = await client.query<StandingRow>({ name: 'registers standing', text: STANDING, values: [keptMark(pool)] });
  const [standing] = rows;
  if (standing === undefined) throw new Error('the standing of the registers answered no row');
  return registersUnder(client, pool, standingOf(standing), about);
}

/** Renewed by every change of a register of organisations, officers, certificates or trees as it is committed. */
export async function registersMark(client: Queryable): Promise<string | null> {
  const { rows } = await client.query<{ version: string }>('select version from register_version');
  return rows[0]?.version ?? null;
}

const STANDING = `select ${standingColumns(1)} from ${STANDING_SOURCE}`;

async function registersUnder(client: Client, pool: Pool, standing: Standing, about: About): Promise<Registers> {
  const known = keptAbout(pool, standing, about);
  if (known === null) return (await readRegisters(client, about)).registers;
  const missing = missingIn(known, about);
  if (missing.organisations.length === 0 && missing.persons.length === 0) return known;
  const found = await readRegisters(client, missing);
  // The registers have moved on since the matter was read: what was kept no longer goes with what is found now.
  if (found.version !== standing.version) return (await readRegisters(client, about)).registers;
  keep(pool, found.version, found.registers);
  return joined(known, found.registers);
}

function missingIn({ organisations, certificates }: Registers, about: About): About {
  const near = about.organisations.flatMap((id) => (organisations.get(id) ?? []).flatMap(({ fact }) => nearOf(fact)));
  return {
    organisations: [...about.organisations, ...near].filter((id) => !organisations.has(id)),
    persons: about.persons.filter((id) => !certificates.has(id)),
  };
}

type RegistersRow = {
  readonly version: string | null;
  readonly organisations: Dated<OrganisationFact>[];
  readonly certificates: Dated<CertificateFact>[];
  readonly places: Place[];
};

/** One query for all: these, those one step further by any of their records, and the mark under which they stand. */
async function readRegisters(client: Client, about: About): Promise<{ readonly registers: Registers; readonly version: string | null }> {
  const asked = { organisations: [...new Set(about.organisations)], persons: [...new Set(about.persons)] };
  const { rows } = await client.query<RegistersRow>({ name: 'registers', text: READ, values: [asked.organisations, asked.persons] });
  const [found] = rows;
  if (found === undefined) throw new Error('registers answered no row');
  const registers = {
    organisations: grouped(asked.organisations, found.organisations, (o) => o.id),
    certificates: grouped(asked.persons, found.certificates, (c) => c.officerId),
    places: new Map(found.places.map((p) => [p.id, p])),
  };
  return { registers, version: found.version };
}

const READ = `
with named as (
  select r.* from organisation_record r where upper_inf(r.known) and r.organisation_id = any($1::uuid[])
), reg as (
  select * from named union
  select r.* from organisation_record r where upper_inf(r.known) and r.organisation_id in
    (select bureau_id from named union select line_superior_id from named union select answers_through_id from named union select superior_id from named)
)
select
  (select version from register_version) as version,
  (select coalesce(jsonb_agg(jsonb_build_object('from', lower(r.valid), 'until', upper(r.valid), 'fact', ${ORGANISATION_FACT})), '[]') from reg r) as organisations,
  (select coalesce(jsonb_agg(jsonb_build_object('from', lower(c.valid), 'until', upper(c.valid), 'fact', ${CERTIFICATE_FACT})), '[]')
   from certificate_record c join officer o on o.id = c.officer_id where upper_inf(c.known) and c.officer_id = any($2::uuid[])) as certificates,
  (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'city', o.city, 'regionOrd', o.region_ord, 'lineOrd', o.line_ord)), '[]')
   from organisation o where o.id in (select organisation_id from reg)) as places`;

/** What an act about these is shown of the registers on that day. */
export function factsOn({ organisations, certificates }: Registers, about: About, on: LocalDate): RegisterFacts {
  const recordsOn = (id: string): readonly OrganisationFact[] => validOn(organisations.get(id), on);
  const named = about.organisations.flatMap(recordsOn);
  const near = named.flatMap(nearOf).flatMap(recordsOn);
  const persons = [...new Set(about.persons)];
  return registerFacts(
    [...named, ...near],
    persons.flatMap((id) => validOn(certificates.get(id), on)),
  );
}

function validOn<T>(records: readonly Dated<T>[] | undefined, on: LocalDate): readonly T[] {
  return (records ?? []).filter((r) => (r.from === null || on >= r.from) && (r.until === null || on < r.until)).map((r) => r.fact);
}

function grouped<T>(asked: readonly string[], found: readonly Dated<T>[], keyOf: (fact: T) => string): Map<string, readonly Dated<T>[]> {
  const groups = new Map<string, Dated<T>[]>(asked.map((id) => [id, []]));
  for (const one of found) {
    const key = keyOf(one.fact);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}
