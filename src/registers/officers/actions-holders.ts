import { type LocalDate, normaliseCode } from '#law';
import { type Queryable, rows } from '#platform/db';

/** Who holds a valid enforcement certificate, and in which unit. */
export type Holder = { readonly name: string; readonly organisationId: string };
type Held = Holder & { readonly number: string; readonly from: LocalDate; readonly until: LocalDate | null };

/** Who holds a valid enforcement certificate on a day, by its number; of one unit alone where `organisationId` says so. */
export async function holderFinder(
  client: Queryable,
  city: number,
  organisationId: string | null = null,
): Promise<(certificate: string, on: LocalDate) => Holder | null> {
  const found = await rows<Held>(
    client,
    `select c.number, o.name, c.organisation_id as "organisationId", lower(c.valid) as "from", upper(c.valid) as until
     from certificate_record c join officer o on o.id = c.officer_id
     where o.city = $1 and c.kind = 'enforcement' and c.status = 'valid' and upper_inf(c.known)
       and ($2::uuid is null or c.organisation_id = $2)`,
    [city, organisationId],
  );
  const byNumber = new Map<string, Held[]>();
  for (const held of found) {
    const number = normaliseCode(held.number);
    byNumber.set(number, [...(byNumber.get(number) ?? []), held]);
  }
  return (certificate, on) => {
    const held = byNumber.get(certificate)?.find(({ from, until }) => from <= on && (until === null || on < until));
    return held === undefined ? null : { name: held.name, organisationId: held.organisationId };
  };
}
