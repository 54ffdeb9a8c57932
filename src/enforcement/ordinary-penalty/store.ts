import type { LocalDate, OrganisationFact } from '#law';
import { type Queryable, rows } from '#platform/db';
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
    () =>
      rows<Organ>(
        client,
        'select kind, qualification from organisation_record where organisation_id = $1 and upper_inf(known) and valid @> $2::date',
        [organId, on],
      ),
    () => rows<HeldCertificate>(client, CERTIFICATES, [officerIds, on]),
  ]);
  const certificates = new Map<string, HeldCertificate[]>();
  for (const one of held) certificates.set(one.officerId, [...(certificates.get(one.officerId) ?? []), one]);
  return { organ: organs[0] ?? null, certificates };
}

const CERTIFICATES = `
select c.id as "recordId", c.officer_id as "officerId", o.name as "officerName", c.organisation_id as "organisationId", c.kind, c.number,
  c.status, c.domains, upper(c.valid) - 1 as "validThrough"
from certificate_record c join officer o on o.id = c.officer_id
where c.officer_id = any($1::uuid[]) and c.kind = 'enforcement' and upper_inf(c.known) and c.valid @> $2::date`;
