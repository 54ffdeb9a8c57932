import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#law';
import { type Queryable, rows } from '#platform/db';
import type { CertificatePlan, PlannedCertificate, RegisteredCertificate, RegisteredOfficer } from './load-model.ts';

/** Id of an officer that a plan would add; the real one is given when the plan is carried out. */
export const newOfficerId = (key: string): string => `new:${key}`;

export async function registeredOfficers(client: Queryable, city: number): Promise<readonly RegisteredOfficer[]> {
  return rows<RegisteredOfficer>(
    client,
    'select id, code, name, organisation_id as "organisationId" from officer where city = $1 order by id',
    [city],
  );
}

/** The periods of a certificate from its rows `c`. */
export const REGISTERED_RECORDS = `jsonb_agg(jsonb_build_object('id', c.id, 'from', lower(c.valid), 'until', upper(c.valid), 'content',
  jsonb_build_object('officerId', c.officer_id, 'organisationId', c.organisation_id, 'status', c.status, 'domains', to_jsonb(c.domains),
    'registeredOn', c.registered_on, 'legalQualification', c.legal_qual_no, 'reviewsSince', c.review_since), 'byAct', c.by_act) order by lower(c.valid))`;

/** Every certificate of a city's officers as known now. */
export async function registeredCertificates(client: Queryable, city: number): Promise<readonly RegisteredCertificate[]> {
  return rows<RegisteredCertificate>(
    client,
    `select c.kind, c.number, ${REGISTERED_RECORDS} as records
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
  await client.query(
    `insert into officer (id, city, organisation_id, name, code)
     select id, $2, "organisationId", name, code from jsonb_to_recordset($1) as o (id uuid, "organisationId" uuid, name text, code text)
     on conflict (id) do update set code = coalesce(officer.code, excluded.code)`,
    [JSON.stringify(plan.officers.map((o) => ({ ...o, id: real(o.id) }))), city],
  );
  await client.query('update certificate_record set known = tstzrange(lower(known), $2) where id = any ($1::uuid[])', [
    plan.certificates.flatMap((c) => c.revision.supersede),
    by.at,
  ]);
  const recorded = plan.certificates.flatMap((certificate) =>
    certificate.revision.record.map(({ from, until, content }) => ({
      id: randomUUID(),
      kind: certificate.kind,
      number: certificate.number,
      from,
      until,
      ...content,
      officerId: real(content.officerId),
      byAct: isByAct(certificate, from),
    })),
  );
  await client.query(
    `insert into certificate_record (id, officer_id, organisation_id, kind, number, status, domains, registered_on, legal_qual_no, review_since, valid, known,
       act_id, by_act)
     select id, "officerId", "organisationId", kind, number, status, domains, "registeredOn", "legalQualification", "reviewsSince",
       daterange("from", "until"), tstzrange($2, null), $3, "byAct"
     from jsonb_to_recordset($1) as c (id uuid, "officerId" uuid, "organisationId" uuid, kind text, number text, status text,
       domains text[], "registeredOn" date, "legalQualification" text, "reviewsSince" date, "from" date, "until" date, "byAct" boolean)`,
    [JSON.stringify(recorded), by.at, by.actId],
  );
  await followCertificates(
    client,
    plan.certificates.map((c) => c.number),
    by.today,
  );
}

function isByAct({ byActDays }: PlannedCertificate, from: LocalDate): boolean {
  return byActDays.some((days) => days.from <= from && (days.until === null || from < days.until));
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
