import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#law';
import { type Queryable, rows } from '#platform/db';
import type { OrganisationContent, PlannedUnit, RegisteredUnit } from './load-model.ts';
import { contentWith, type PlacesAfter, placesAfter, type StoredPlace } from './load-places.ts';
import type { OrganisationPlan } from './load-plan.ts';
import { blockIndex } from './trees.ts';

/** Id of a unit that a plan would add; the real one is given when the plan is carried out. */
export const newUnitId = (code: string): string => `${NEW_UNIT}${code}`;
const NEW_UNIT = 'new:';

/** Loads of one register wait for each other: what was previewed must still be true when it is written. */
export async function lockRegister(client: Queryable, city: number): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('register-load'), $1)`, [city]);
}

/** The whole register of a city as known now. */
export async function registeredUnits(client: Queryable, city: number): Promise<readonly RegisteredUnit[]> {
  return rows<RegisteredUnit>(
    client,
    `select o.id, o.code, coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'from', lower(r.valid), 'until', upper(r.valid),
       'content', jsonb_build_object('name', r.name, 'shortName', r.short_name, 'documentPrefix', r.document_prefix, 'kind', r.kind,
         'tier', r.tier, 'leadKind', r.lead_kind, 'leadBasis', r.lead_basis, 'qualification', r.qualification, 'uscc', r.uscc,
         'regionCode', r.region_code, 'domain', r.domain, 'superiorId', r.superior_id, 'lineSuperiorId', r.line_superior_id,
         'bureauId', r.bureau_id, 'answersThroughId', r.answers_through_id, 'phone', r.phone, 'email', r.email,
         'demonstration', r.demonstration, 'bases', r.bases)) order by lower(r.valid))
       from organisation_record r where r.organisation_id = o.id and upper_inf(r.known)), '[]') as records
     from organisation o where o.city = $1 order by o.region_ord`,
    [city],
  );
}

export type LoadedBy = { readonly actId: string; readonly at: string; readonly today: LocalDate };

/**
 * Carries a plan out in the caller's transaction: old records superseded, new ones recorded, trees numbered anew where
 * they changed. Answers the units whose place changed, or null when the city's block of numbers is full.
 */
export async function carryOutOrganisations(
  client: Queryable,
  city: number,
  plan: OrganisationPlan,
  by: LoadedBy,
): Promise<{ readonly moved: readonly string[] } | null> {
  const ids = new Map(plan.units.map((u) => [u.id, u.id.startsWith(NEW_UNIT) ? randomUUID() : u.id]));
  const real = (id: string): string => ids.get(id) ?? id;
  const stored = await rows<StoredPlace>(client, 'select * from organisation where city = $1 order by region_ord', [city]);
  const placed = placesAfter(stored, plan, by.today, await nextBlock(client), real);
  if (placed === null) return null;
  await writePlaces(client, city, plan, placed, real);
  await client.query('update organisation_record set known = tstzrange(lower(known), $2) where id = any ($1::uuid[])', [
    plan.units.flatMap((u) => u.revision.supersede),
    by.at,
  ]);
  for (const u of plan.units)
    for (const r of u.revision.record) await insertRecord(client, real(u.id), r.from, r.until, contentWith(r.content, real), by);
  return { moved: placed.moved };
}

/** Now, but always later than what is superseded was recorded: no record may be known for no time at all. */
export async function recordedAt(client: Queryable, table: string, now: number): Promise<string> {
  const [found] = await rows<{ at: string }>(
    client,
    `select greatest($1::timestamptz, (select max(lower(known)) + interval '1 millisecond' from ${table})) as at`,
    [new Date(now).toISOString()],
  );
  return found?.at ?? new Date(now).toISOString();
}

async function insertRecord(
  client: Queryable,
  unit: string,
  from: LocalDate,
  until: LocalDate | null,
  c: OrganisationContent,
  by: LoadedBy,
): Promise<void> {
  await client.query(
    `insert into organisation_record (id, organisation_id, valid, known, name, short_name, document_prefix, kind, tier, lead_kind, lead_basis,
       qualification, uscc, region_code, domain, superior_id, line_superior_id, bureau_id, answers_through_id, phone, email, demonstration, bases, act_id)
     values ($1, $2, daterange($3, $4), tstzrange($5, null), $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`,
    [
      ...[randomUUID(), unit, from, until, by.at, c.name, c.shortName, c.documentPrefix, c.kind, c.tier, c.leadKind, c.leadBasis],
      ...[c.qualification, c.uscc, c.regionCode, c.domain, c.superiorId, c.lineSuperiorId, c.bureauId, c.answersThroughId],
      ...[c.phone, c.email, c.demonstration, JSON.stringify(c.bases), by.actId],
    ],
  );
}

async function nextBlock(client: Queryable): Promise<number> {
  const [last] = await rows<{ ord: number | null }>(client, 'select max(region_ord) as ord from organisation');
  return last?.ord === null || last === undefined ? 0 : blockIndex(last.ord) + 1;
}

async function writePlaces(
  client: Queryable,
  city: number,
  plan: OrganisationPlan,
  { rows: places, before }: PlacesAfter,
  real: (id: string) => string,
): Promise<void> {
  const codes = new Map(plan.units.map((u: PlannedUnit) => [real(u.id), u.code]));
  for (const p of places.values()) {
    const values = [p.region.ord, p.region.hi, p.line.ord, p.line.hi, p.reachRegion.lo, p.reachRegion.hi, p.reachLine.lo, p.reachLine.hi];
    const was = before.get(p.id);
    if (was === undefined) {
      await client.query(
        `insert into organisation (id, city, code, region_ord, region_hi, line_ord, line_hi, reach_region_lo, reach_region_hi, reach_line_lo, reach_line_hi)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [p.id, city, codes.get(p.id) ?? null, ...values],
      );
      continue;
    }
    const old = [
      was.region_ord,
      was.region_hi,
      was.line_ord,
      was.line_hi,
      was.reach_region_lo,
      was.reach_region_hi,
      was.reach_line_lo,
      was.reach_line_hi,
    ];
    if (old.some((n, i) => n !== values[i])) {
      await client.query(
        `update organisation set region_ord = $2, region_hi = $3, line_ord = $4, line_hi = $5, reach_region_lo = $6, reach_region_hi = $7,
           reach_line_lo = $8, reach_line_hi = $9 where id = $1`,
        [p.id, ...values],
      );
    }
    const code = codes.get(p.id) ?? null;
    if (code !== null) await client.query('update organisation set code = $2 where id = $1 and code is null', [p.id, code]);
  }
}

/** Rows of matters follow their units: visibility is today's tree. `tables` are the kinds' own tables. */
export async function moveMatters(client: Queryable, units: readonly string[], tables: readonly string[]): Promise<void> {
  if (units.length === 0) return;
  await client.query(
    `update matter m set region_ord = o.region_ord, line_ord = o.line_ord from organisation o
     where o.id = m.home_id and m.home_id = any ($1::uuid[])`,
    [units],
  );
  for (const table of ['finding', 'judgement']) {
    // What is said of a unit's year as a whole stands under the unit's own id.
    await client.query(
      `update ${table} t set region_ord = o.region_ord, line_ord = o.line_ord from organisation o
       where o.id = any ($1::uuid[]) and t.organisation_id = o.id and t.matter_id = o.id`,
      [units],
    );
  }
  for (const table of ['participant', 'clock', 'task', 'document', 'finding', 'judgement', ...tables]) {
    await client.query(
      `update ${table} t set region_ord = m.region_ord, line_ord = m.line_ord from matter m
       where m.home_id = any ($1::uuid[]) and t.city = m.city and t.cohort = m.cohort and t.matter_id = m.id`,
      [units],
    );
  }
}

/** How many matters of each unit are open: such a unit does not end without a successor (DESIGN §4). */
export async function openMattersOf(client: Queryable, units: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const found = await rows<{ id: string; count: number }>(
    client,
    `select id, count(*)::int as count from (
       select home_id as id, m.id as matter from matter m where home_id = any ($1::uuid[]) and closed_on is null
       union select organisation_id, matter_id from task where organisation_id = any ($1::uuid[]) and closed_at is null) t group by id`,
    [units],
  );
  return new Map(found.map((f) => [f.id, f.count]));
}
