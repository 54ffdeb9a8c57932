import { isRefusal, type LocalDate, type Refusal } from '#law';
import { type Queryable, rows } from '#platform/db';
import { carryOutCertificates, newOfficerId, REGISTERED_RECORDS } from './actions.ts';
import { type CertificateChange, type CertificateRegister, certificateOf, planCertificateChange } from './change-plan.ts';
import type { RegisteredCertificate, RegisteredOfficer } from './load-model.ts';

/** Where a change is written: the act that decides it, its city and its day. */
export type CertificateChangeBy = { readonly actId: string; readonly city: number; readonly today: LocalDate; readonly nowMs: number };

/** Why the register as known now would not take this change; null: it would. Writes nothing. */
export async function refusalOfCertificateChange(client: Queryable, city: number, change: CertificateChange): Promise<Refusal | null> {
  const plan = planCertificateChange(change, await registerAbout(client, city, change), newOfficerId(change.name));
  return isRefusal(plan) ? plan : null;
}

/** Why the card named is not one of this holder in this unit; null: it is. */
export async function refusalOfCertificate(
  client: Queryable,
  city: number,
  card: Pick<CertificateChange, 'kind' | 'number' | 'name' | 'organisationId'>,
): Promise<Refusal | null> {
  const found = certificateOf(card, card, await registerAbout(client, city, { ...card, replaces: null, person: null }));
  return isRefusal(found) ? found : null;
}

/** Records a change from its day on, in the transaction of its act and under the lock that loads of files take. */
export async function registerCertificateChange(
  client: Queryable,
  change: CertificateChange,
  by: CertificateChangeBy,
): Promise<Refusal | null> {
  await client.query(`select pg_advisory_xact_lock(hashtext('register-load'), $1)`, [by.city]);
  const plan = planCertificateChange(change, await registerAbout(client, by.city, change), newOfficerId(change.name));
  if (isRefusal(plan)) return plan;
  const [found] = await rows<{ at: string }>(
    client,
    `select greatest($1::timestamptz, (select max(lower(known)) + interval '1 millisecond' from certificate_record)) as at`,
    [new Date(by.nowMs).toISOString()],
  );
  await carryOutCertificates(client, by.city, plan, { ...by, at: found?.at ?? new Date(by.nowMs).toISOString() });
  return null;
}

/** The photograph by which the public tells the holder of a card. */
export async function keepPhoto(client: Queryable, card: Pick<CertificateChange, 'kind' | 'number'>, fileId: string): Promise<void> {
  await client.query(
    `update officer set photo_file = $3 where id in (select officer_id from certificate_record where kind = $1 and number = $2 and upper_inf(known))`,
    [card.kind, card.number, fileId],
  );
}

type About = Pick<CertificateChange, 'kind' | 'number' | 'name' | 'organisationId'> & {
  readonly replaces?: string | null;
  readonly person?: string | null;
};

/** The people whom a change may be about, and all certificates of theirs and of the numbers it names. */
async function registerAbout(client: Queryable, city: number, about: About): Promise<CertificateRegister> {
  const numbers = [about.number, about.replaces ?? about.number];
  const officers = await rows<RegisteredOfficer>(
    client,
    `select id, code, name, organisation_id as "organisationId" from officer
     where (city = $1 and (code = $2 or (organisation_id = $3 and name = $4)))
       or id in (select officer_id from certificate_record where kind = $5 and number = any ($6::text[]) and upper_inf(known)) order by id`,
    [city, about.person ?? null, about.organisationId, about.name, about.kind, numbers],
  );
  const certificates = await rows<RegisteredCertificate>(
    client,
    `select c.kind, c.number, ${REGISTERED_RECORDS} as records from certificate_record c
     where c.officer_id = any ($1::uuid[]) and upper_inf(c.known) group by c.kind, c.number order by c.number`,
    [officers.map((o) => o.id)],
  );
  return { officers, certificates };
}
