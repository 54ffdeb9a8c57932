import type { CertificateFact, LocalDate } from '#law';
import { type Queryable, rows } from '#platform/db';

const CERTIFICATE = `c.id as "recordId", c.officer_id as "officerId", o.name as "officerName", c.organisation_id as "organisationId",
  c.kind, c.number, c.status, upper(c.valid) - 1 as "validThrough"`;

/** Certificates whose period covers a day, by officer; whether they count is for the guard (status). `knownAt` reads as known then. */
export async function certificateFacts(
  client: Queryable,
  officerIds: readonly string[],
  on: LocalDate,
  knownAt: string | null = null,
): Promise<ReadonlyMap<string, readonly CertificateFact[]>> {
  const found = await rows<CertificateFact>(
    client,
    `select ${CERTIFICATE} from certificate_record c join officer o on o.id = c.officer_id
     where c.officer_id = any ($1::uuid[]) and c.valid @> $2::date
       and case when $3::timestamptz is null then upper_inf(c.known) else c.known @> $3::timestamptz end order by c.number`,
    [officerIds, on, knownAt],
  );
  const byOfficer = new Map<string, CertificateFact[]>();
  for (const c of found) byOfficer.set(c.officerId, [...(byOfficer.get(c.officerId) ?? []), c]);
  return byOfficer;
}

export type OfficerHit = {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** Number of the certificate of the kind asked for that is valid on the day; null: none. */
  readonly certificate: string | null;
  readonly validThrough: LocalDate | null;
};

/** How far a list of officers goes: ranges of the asker's reach, and the asker's own unit. */
export type OfficerScope = {
  readonly city: number;
  readonly organisationId: string;
  readonly region: { readonly lo: number; readonly hi: number };
  readonly line: { readonly lo: number; readonly hi: number };
};

const MOST_OFFICERS = 500;

/**
 * Officers within reach, own unit first, lent ones (a post here today) among them. `certified`: only holders of a valid
 * certificate of that kind. `organisation` narrows to one unit.
 */
export async function officersWithin(
  client: Queryable,
  scope: OfficerScope,
  query: { readonly organisation: string | null; readonly certified: 'supervision' | 'enforcement' | null },
  on: LocalDate,
): Promise<readonly OfficerHit[]> {
  return rows<OfficerHit>(
    client,
    `select f.id, f.name, f.organisation_id as "organisationId", r.name as "organisationName", c.number as certificate,
       upper(c.valid) - 1 as "validThrough"
     from officer f join organisation o on o.id = f.organisation_id
     join organisation_record r on r.organisation_id = o.id and r.valid @> $1::date and upper_inf(r.known)
     left join lateral (
       select number, valid from certificate_record where officer_id = f.id and valid @> $1::date and upper_inf(known)
         and status = 'valid' and ($2::text is null or kind = $2) order by kind desc, number limit 1) c on true
     cross join lateral (
       select exists (select from post p join account a on a.id = p.account_id
         where a.officer_id = f.id and p.organisation_id = $4 and p.held @> $1::date) as here) lent
     where o.city = $9 and ($2::text is null or c.number is not null)
       and (f.organisation_id = $4 or lent.here or o.region_ord between $5 and $6 or o.line_ord between $7 and $8)
       and ($3::uuid is null or f.organisation_id = $3 or ($3 = $4 and lent.here))
     order by f.organisation_id <> $4, o.region_ord, f.name collate "C" limit ${MOST_OFFICERS}`,
    [
      on,
      query.certified,
      query.organisation,
      scope.organisationId,
      scope.region.lo,
      scope.region.hi,
      scope.line.lo,
      scope.line.hi,
      scope.city,
    ],
  );
}

/**
 * Certified supervisors of another supervision body of the city, who may be lent (细则 16, 23¶1): for posts of a bureau or
 * a 司法所 only, one named body at a time, and nothing beyond what naming them in a record needs.
 */
export async function lendableSupervisors(
  client: Queryable,
  asker: Pick<OfficerScope, 'city' | 'organisationId'>,
  organisation: string,
  on: LocalDate,
): Promise<readonly OfficerHit[]> {
  return rows<OfficerHit>(client, LENDABLE, [on, organisation, asker.organisationId, asker.city]);
}

const LENDABLE = `
select f.id, f.name, f.organisation_id as "organisationId", r.name as "organisationName", c.number as certificate,
  upper(c.valid) - 1 as "validThrough"
from officer f join organisation o on o.id = f.organisation_id
join organisation_record r on r.organisation_id = o.id and r.valid @> $1::date and upper_inf(r.known)
join lateral (
  select number, valid from certificate_record where officer_id = f.id and valid @> $1::date and upper_inf(known)
    and status = 'valid' and kind = 'supervision' order by number limit 1) c on true
where o.city = $4 and f.organisation_id = $2 and r.kind in ('bureau', 'justice-office') and exists (
  select 1 from organisation_record a where a.organisation_id = $3 and a.valid @> $1::date and upper_inf(a.known)
    and a.kind in ('bureau', 'justice-office'))
order by f.name collate "C" limit ${MOST_OFFICERS}`;
