import type { LocalDate, OrganisationFact } from '#law';
import type { Queryable } from '#platform/db';
import { askEach } from '#platform/db-together';
import type { DecisionSurroundings, HeldCertificate } from './facts.ts';

type Organ = Pick<OrganisationFact, 'kind' | 'qualification'>;

/** The deciding organ and the handlers' certificates as valid on the day of the decision and known now. */
export async function registersOn(
  client: Queryable,
  organId: string,
  officerIds: readonly string[],
  on: LocalDate,
): Promise<Omit<DecisionSurroundings, 'laws'>> {
  const [organs, held] = await askEach(client, [
    () => client.query<Organ>({ name: 'organ of a day', text: ORGAN, values: [organId, on] }),
    () => client.query<HeldCertificate>({ name: 'certificates of a day', text: CERTIFICATES, values: [officerIds, on] }),
  ]);
  const certificates = new Map<string, HeldCertificate[]>();
  for (const one of held.rows) certificates.set(one.officerId, [...(certificates.get(one.officerId) ?? []), one]);
  return { organ: organs.rows[0] ?? null, certificates };
}

const ORGAN = 'select kind, qualification from organisation_record where organisation_id = $1 and upper_inf(known) and valid @> $2::date';
const CERTIFICATES = `
select c.id as "recordId", c.officer_id as "officerId", o.name as "officerName", c.organisation_id as "organisationId", c.kind, c.number,
  c.status, c.domains, upper(c.valid) - 1 as "validThrough"
from certificate_record c join officer o on o.id = c.officer_id
where c.officer_id = any($1::uuid[]) and c.kind = 'enforcement' and upper_inf(c.known) and c.valid @> $2::date`;
