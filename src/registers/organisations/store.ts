import type { LocalDate, OrganisationFact } from '#law';
import { containing } from '#platform/containing';
import { type Queryable, rows } from '#platform/db';
import type { Session } from '#platform/session';
import type { Contact, OrganisationEntry } from './model.ts';

const FACT = `r.organisation_id as "id", r.id as "recordId", r.name, r.short_name as "shortName", r.document_prefix as "documentPrefix",
  r.kind, r.tier, r.region_code as "regionCode", r.lead_kind as "leadKind", r.qualification, r.superior_id as "superiorId", r.line_superior_id as "lineSuperiorId",
  r.bureau_id as "bureauId", r.answers_through_id as "answersThroughId"`;
/** The columns of an entry: the record `r`. */
export const ENTRY = `${FACT}, r.uscc, r.domain, r.lead_basis as "leadBasis", r.demonstration,
  lower(r.valid) as "validFrom", upper(r.valid) - 1 as "validThrough"`;

/** Valid on a day, as known now ($n null) or as known at an instant. */
const asOf = (day: string, known: string) =>
  `r.valid @> ${day}::date and case when ${known}::timestamptz is null then upper_inf(r.known) else r.known @> ${known}::timestamptz end`;

/** Register facts of units on a day; a unit without a valid record is absent. `knownAt` (ISO instant) reads as known then. */
export async function organisationFacts(
  client: Queryable,
  ids: readonly string[],
  on: LocalDate,
  knownAt: string | null = null,
): Promise<ReadonlyMap<string, OrganisationFact>> {
  const found = await rows<OrganisationFact>(
    client,
    `select ${FACT} from organisation_record r where r.organisation_id = any ($1::uuid[]) and ${asOf('$2', '$3')}`,
    [ids, on, knownAt],
  );
  return new Map(found.map((fact) => [fact.id, fact]));
}

/** Every unit of a city on a day, in the order of the region tree. */
export async function organisationsOf(
  client: Queryable,
  city: number,
  on: LocalDate,
  knownAt: string | null = null,
): Promise<readonly OrganisationEntry[]> {
  return rows<OrganisationEntry>(
    client,
    `select ${ENTRY} from organisation_record r join organisation o on o.id = r.organisation_id
     where o.city = $1 and ${asOf('$2', '$3')} order by o.region_ord`,
    [city, on, knownAt],
  );
}

export type OrganisationHit = Pick<OrganisationFact, 'id' | 'name' | 'shortName' | 'kind' | 'tier'> & {
  readonly regionName: string | null;
};

const MOST_HITS = 20;

/** Units by part of a name, or by their whole credit code; names are public, so everybody of the city finds them. */
export async function searchOrganisations(
  client: Queryable,
  city: number,
  query: { readonly q: string; readonly id: string | null; readonly of?: 'supervision' },
  on: LocalDate,
): Promise<readonly OrganisationHit[]> {
  const pattern = containing(query.q);
  return rows<OrganisationHit>(
    client,
    `select r.organisation_id as "id", r.name, r.short_name as "shortName", r.kind, r.tier,
       (select s.short_name from organisation p join organisation_record s on s.organisation_id = p.id
        where p.city = o.city and p.region_ord < o.region_ord and p.region_hi >= o.region_hi
          and s.kind in ('government', 'township', 'committee') and s.valid @> $2::date and upper_inf(s.known)
        order by p.region_ord desc limit 1) as "regionName"
     from organisation_record r join organisation o on o.id = r.organisation_id
     where o.city = $1 and r.valid @> $2::date and upper_inf(r.known)
       and case when $5::uuid is null then r.name ilike $3 or r.short_name ilike $3 or r.uscc = upper($4) else o.id = $5 end
       and ($6::boolean is false or r.kind in ('bureau', 'justice-office'))
     order by r.name <> $4, position($4 in r.name) <> 1, length(r.name), o.region_ord limit ${MOST_HITS}`,
    [city, on, pattern, query.q, query.id, query.of === 'supervision'],
  );
}

/** Contact data of a unit within the reach of a session, else null: being found does not mean being called. */
export async function contactWithinReach(client: Queryable, session: Session, id: string, on: LocalDate): Promise<Contact | null> {
  const [found] = await rows<Contact>(
    client,
    `select r.phone, r.email from organisation_record r join organisation o on o.id = r.organisation_id
     where o.id = $1 and r.valid @> $2::date and upper_inf(r.known)
       and (o.id = $3 or o.region_ord between $4 and $5 or o.line_ord between $6 and $7)`,
    [id, on, session.organisationId, session.region.lo, session.region.hi, session.line.lo, session.line.hi],
  );
  return found ?? null;
}
