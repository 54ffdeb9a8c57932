import type { CertificateFact, LocalDate, RegisterFacts } from '#law';
import { registerFacts } from '#platform/acts/load';
import { type Queryable, rows } from '#platform/db';

/** The certificates of one officer whose period covers the day, as known now. */
export async function certificatesOn(client: Queryable, officerId: string | null, on: LocalDate): Promise<RegisterFacts> {
  const certificates = await rows<CertificateFact>(
    client,
    `select c.id as "recordId", c.officer_id as "officerId", o.name as "officerName", c.organisation_id as "organisationId", c.kind,
       c.number, c.status, (upper(c.valid) - 1) as "validThrough"
     from certificate_record c join officer o on o.id = c.officer_id
     where c.officer_id = $1 and upper_inf(c.known) and c.valid @> $2::date`,
    [officerId, on],
  );
  return registerFacts([], certificates);
}
