import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#law';
import { type Queryable, rows } from '#platform/db';
import type { CertificatePlan, RegisteredCertificate, RegisteredOfficer } from './load-plan.ts';

/** Id of an officer that a plan would add; the real one is given when the plan is carried out. */
export const newOfficerId = (key: string): string => `new:${key}`;

export async function registeredOfficers(client: Queryable, city: number): Promise<readonly RegisteredOfficer[]> {
  return rows<RegisteredOfficer>(
    client,
    'select id, code, name, organisation_id as "organisationId" from officer where city = $1 order by id',
    [city],
  );
}

/** Every certificate of a city's officers as known now. */
export async function registeredCertificates(client: Queryable, city: number): Promise<readonly RegisteredCertificate[]> {
  return rows<RegisteredCertificate>(
    client,
    `select c.kind, c.number, jsonb_agg(jsonb_build_object('id', c.id, 'from', lower(c.valid), 'until', upper(c.valid), 'content',
       jsonb_build_object('officerId', c.officer_id, 'organisationId', c.organisation_id, 'status', c.status, 'domains', to_jsonb(c.domains)))
       order by lower(c.valid)) as records
     from certificate_record c join officer o on o.id = c.officer_id
     where o.city = $1 and upper_inf(c.known) group by c.kind, c.number order by c.number`,
    [city],
  );
}

/** Carries a plan out in the caller's transaction: new officers, old records superseded, new ones recorded. */
export async function carryOutCertificates(
  client: Queryable,
  city: number,
  plan: CertificatePlan,
  by: { readonly actId: string; readonly at: string; readonly today: LocalDate },
): Promise<void> {
  const ids = new Map(plan.officers.map((o) => [o.id, o.id.startsWith('new:') ? randomUUID() : o.id]));
  const real = (id: string): string => ids.get(id) ?? id;
  for (const o of plan.officers) {
    await client.query(
      `insert into officer (id, city, organisation_id, name, code) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set code = coalesce(officer.code, excluded.code)`,
      [real(o.id), city, o.organisationId, o.name, o.code],
    );
  }
  await client.query('update certificate_record set known = tstzrange(lower(known), $2) where id = any ($1::uuid[])', [
    plan.certificates.flatMap((c) => c.revision.supersede),
    by.at,
  ]);
  for (const c of plan.certificates) {
    for (const r of c.revision.record) {
      const { officerId, organisationId, status, domains } = r.content;
      await client.query(
        `insert into certificate_record (id, officer_id, organisation_id, kind, number, status, domains, valid, known, act_id)
         values ($1, $2, $3, $4, $5, $6, $7, daterange($8, $9), tstzrange($10, null), $11)`,
        [randomUUID(), real(officerId), organisationId, c.kind, c.number, status, domains, r.from, r.until, by.at, by.actId],
      );
    }
  }
  await followCertificates(
    client,
    plan.certificates.map((c) => c.number),
    by.today,
  );
}

/** An officer belongs to the unit of the certificate that is valid today. */
async function followCertificates(client: Queryable, numbers: readonly string[], today: LocalDate): Promise<void> {
  await client.query(
    `update officer o set organisation_id = c.organisation_id from certificate_record c
     where c.officer_id = o.id and c.number = any ($1::text[]) and c.valid @> $2::date and upper_inf(c.known) and c.status in ('valid', 'suspended')
       and c.organisation_id <> o.organisation_id`,
    [numbers, today],
  );
}
