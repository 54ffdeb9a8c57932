import type { CertificateFact, LocalDate, OrganisationFact } from '#law';
import type { Queryable } from '#platform/db';
import { askEach } from '#platform/db-together';
import type { DecisionSurroundings, HeldCertificate } from './facts.ts';

type Organ = Pick<OrganisationFact, 'kind' | 'qualification'>;

/** The deciding organ and the handlers' certificates as valid on the day of the decision and known now. */
export async function registersOn(
  client: Queryable,
  organId: string,
  officerIds: readonly string[],
  reviewerIds: readonly string[],
  on: LocalDate,
): Promise<Omit<DecisionSurroundings, 'laws'>> {
  const [organs, held, reviewing] = await askEach(client, [
    () => client.query<Organ>({ name: 'organ of a day', text: ORGAN, values: [organId, on] }),
    () => client.query<HeldCertificate>({ name: 'certificates of a day', text: CERTIFICATES, values: [officerIds, on] }),
    () => client.query<Reviewing>({ name: 'reviewers of a day', text: REVIEWERS, values: [reviewerIds, on] }),
  ]);
  return { organ: organs.rows[0] ?? null, certificates: byOfficer(held.rows), reviewers: byOfficer(reviewing.rows) };
}

type Reviewing = Pick<CertificateFact, 'officerId' | 'legalQualification' | 'reviewsSince'>;

function byOfficer<T extends { readonly officerId: string }>(held: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const officers = new Map<string, T[]>();
  for (const one of held) officers.set(one.officerId, [...(officers.get(one.officerId) ?? []), one]);
  return officers;
}

const REVIEWERS = `
select c.officer_id as "officerId", c.legal_qual_no as "legalQualification", c.review_since as "reviewsSince" from certificate_record c
where c.officer_id = any($1::uuid[]) and upper_inf(c.known) and c.valid @> $2::date`;
const ORGAN = 'select kind, qualification from organisation_record where organisation_id = $1 and upper_inf(known) and valid @> $2::date';
const CERTIFICATES = `
select c.id as "recordId", c.officer_id as "officerId", o.name as "officerName", c.organisation_id as "organisationId", c.kind, c.number,
  c.status, c.domains, upper(c.valid) - 1 as "validThrough"
from certificate_record c join officer o on o.id = c.officer_id
where c.officer_id = any($1::uuid[]) and c.kind = 'enforcement' and upper_inf(c.known) and c.valid @> $2::date`;
