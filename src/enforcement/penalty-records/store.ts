import type { CertificateFact, LocalDate } from '#law';
import { keptByRegisters } from '#platform/acts/kept-by-registers';
import { type Pool, type Queryable, rows } from '#platform/db';
import { type OrganAlias, type OrganBook, type OrganRecord, type Organs, organBook, organsBy } from './loading/organ-book.ts';
import type { NamedUnit, PenaltyRecord } from './model.ts';

/**
 * The organs of a city at any date as known now, with the names that a source uses for them (null: no source asks). The register
 * is read anew only after a change: each piece of a long file asks.
 */
export async function readOrganBook(client: Queryable, pool: Pool, city: number, sourceId: string | null): Promise<OrganBook> {
  const organs = await cityOrgans(client, pool, city);
  return organBook(organs, sourceId === null ? [] : await organAliases(client, city, sourceId));
}

const cityOrgans = keptByRegisters(async (client, city): Promise<Organs> => {
  const text = `${ORGAN_RECORDS} where o.city = $1 and upper_inf(r.known) order by lower(r.valid) desc nulls last`;
  return organsBy(await rows<OrganRecord>(client, text, [city]));
});

const ORGAN_RECORDS = `select r.organisation_id as id, r.name, r.uscc, r.kind, r.qualification, lower(r.valid) as "from", upper(r.valid) as until,
    o.region_ord as "regionOrd", o.line_ord as "lineOrd"
  from organisation_record r join organisation o on o.id = r.organisation_id`;

/** These organs at any date as known now. */
export async function organsEver(client: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, readonly OrganRecord[]>> {
  const found = await rows<OrganRecord>(client, `${ORGAN_RECORDS} where o.id = any($1::uuid[]) and upper_inf(r.known)`, [ids]);
  return organsBy(found).byId;
}

export async function recordStates(
  client: Queryable,
  city: number,
  matterIds: readonly string[],
): Promise<readonly { readonly matterId: string; readonly state: PenaltyRecord }[]> {
  return rows(client, `select id as "matterId", state from matter where city = $1 and id = any($2::uuid[]) and kind = 'penalty-record'`, [
    city,
    matterIds,
  ]);
}

function organAliases(client: Queryable, city: number, sourceId: string): Promise<readonly OrganAlias[]> {
  return rows(client, 'select name, organ_id as "organId" from penalty_organ_name where city = $1 and source_id = $2', [city, sourceId]);
}

/** An organ as a file would name it. */
export async function organUnit(client: Queryable, organId: string): Promise<NamedUnit | null> {
  const [found] = await rows<NamedUnit>(
    client,
    `select name, uscc from organisation_record where organisation_id = $1 and upper_inf(known) order by lower(valid) desc nulls last limit 1`,
    [organId],
  );
  return found ?? null;
}

/** The organ whose decisions a unit's own file holds: itself where it decides in its own name; whoever reports for others is asked. */
export async function organOfOwn(client: Queryable, organisationId: string): Promise<string | null> {
  const [own] = await rows<{ id: string }>(
    client,
    `select organisation_id as id from organisation_record
     where organisation_id = $1 and upper_inf(known) and upper_inf(valid) and kind in ('department','vertical','authorised','township')`,
    [organisationId],
  );
  return own?.id ?? null;
}

export async function isCityOrgan(client: Queryable, city: number, organisationId: string): Promise<boolean> {
  return (await rows(client, 'select from organisation where city = $1 and id = $2', [city, organisationId])).length > 0;
}

export async function rememberOrganName(
  client: Queryable,
  said: {
    readonly city: number;
    readonly sourceId: string;
    readonly name: string;
    readonly organId: string;
    readonly by: string;
    readonly at: string;
  },
): Promise<void> {
  await client.query(
    `insert into penalty_organ_name (city, source_id, name, organ_id, said_by, said_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (city, source_id, name) do update set organ_id = excluded.organ_id, said_by = excluded.said_by, said_at = excluded.said_at`,
    [said.city, said.sourceId, said.name, said.organId, said.by, said.at],
  );
}

export type DatedCertificate = CertificateFact & {
  readonly domains: readonly string[];
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
};

/** Certificates by number, every period as known now: decisions of one file have many dates. */
export async function certificatesEver(
  client: Queryable,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly DatedCertificate[]>> {
  return numbers.length === 0 ? new Map() : byNumber(await rows<DatedCertificate>(client, `${CERTIFICATES} = any($1::text[])`, [numbers]));
}

/** The same of every number under which one of these officers holds or has held an enforcement certificate. */
export async function certificatesOfOfficers(
  client: Queryable,
  officerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DatedCertificate[]>> {
  const own = `select number from certificate_record where officer_id = any($1::uuid[]) and kind = 'enforcement' and upper_inf(known)`;
  const text = `${CERTIFICATES} in (${own})`;
  return byNumber((await client.query<DatedCertificate>({ name: 'certificates of officers', text, values: [officerIds] })).rows);
}

const CERTIFICATES = `
select c.id as "recordId", c.officer_id as "officerId", o.name as "officerName", c.organisation_id as "organisationId", c.kind, c.number,
  c.status, c.domains, upper(c.valid) - 1 as "validThrough", lower(c.valid) as "from", upper(c.valid) as until
from certificate_record c join officer o on o.id = c.officer_id where upper_inf(c.known) and c.number`;

function byNumber(found: readonly DatedCertificate[]): ReadonlyMap<string, readonly DatedCertificate[]> {
  const groups = new Map<string, DatedCertificate[]>();
  for (const certificate of found) groups.set(certificate.number, [...(groups.get(certificate.number) ?? []), certificate]);
  return groups;
}

export type DecisionPlace = { readonly organId: string; readonly numberKey: string; readonly year: number };
export type KnownDecision = DecisionPlace & {
  readonly matterId: string;
  readonly keySerial: number;
  readonly contentMark: string;
  readonly otherMark: string | null;
  readonly formerMarks: readonly string[];
  readonly fileKind: string;
};

/** Records that bear one of these keys, merged ones left out. */
export async function decisionsAt(client: Queryable, city: number, places: readonly DecisionPlace[]): Promise<readonly KnownDecision[]> {
  return rows<KnownDecision>(
    client,
    `select p.matter_id as "matterId", p.organ_id as "organId", p.number_key as "numberKey", p.decision_year as year, p.key_serial as "keySerial",
       p.content_mark as "contentMark", p.other_mark as "otherMark", p.former_marks as "formerMarks", p.file_kind as "fileKind"
     from unnest($2::uuid[], $3::text[], $4::int[]) as w(organ_id, number_key, year)
     join penalty_record p on p.city = $1 and p.organ_id = w.organ_id and p.number_key = w.number_key and p.decision_year = w.year and p.counted
     order by p.key_serial`,
    [city, places.map((p) => p.organId), places.map((p) => p.numberKey), places.map((p) => p.year)],
  );
}

export type SealedParty = { readonly id: string; readonly matterId: string; readonly cohort: number; readonly sealed: Buffer };

export async function insertParties(client: Queryable, city: number, parties: readonly SealedParty[]): Promise<void> {
  if (parties.length === 0) return;
  await client.query(
    `insert into penalty_party (id, city, cohort, matter_id, sealed)
     select w.id, $1, w.cohort, w.matter_id, w.sealed from unnest($2::uuid[], $3::int[], $4::uuid[], $5::bytea[]) as w(id, cohort, matter_id, sealed)`,
    [city, parties.map((p) => p.id), parties.map((p) => p.cohort), parties.map((p) => p.matterId), parties.map((p) => p.sealed)],
  );
}

export async function sealedParties(client: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  if (ids.length === 0) return new Map();
  const found = await rows<{ id: string; sealed: Buffer }>(client, 'select id, sealed from penalty_party where id = any($1::uuid[])', [
    ids,
  ]);
  return new Map(found.map(({ id, sealed }) => [id, sealed]));
}
