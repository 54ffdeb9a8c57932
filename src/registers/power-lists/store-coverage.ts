import type { LocalDate } from '#law';
import { type Queryable, rows } from '#platform/db';
import type { Coverage } from './contract.ts';
import { type ListingUnit, listsDue } from './coverage.ts';

type Row = ListingUnit & Omit<Coverage, 'missing'>;

/** Which lists every unit with powers has entered on a day, the least complete first (细则 8(3)(9)(10)). */
export async function coverageOn(client: Queryable, city: number, on: LocalDate): Promise<readonly Coverage[]> {
  const found = await rows<Row>(
    client,
    `select o.id as "organisationId", r.name as "organisationName", r.kind, r.tier, r.qualification,
       coalesce(c.counts, '{}') as counts, coalesce(c.unpublished, 0)::int as unpublished
     from organisation o join organisation_record r on r.organisation_id = o.id and r.valid @> $2::date and upper_inf(r.known)
     left join (
       select organisation_id, jsonb_object_agg(list, n) as counts, sum(unpublished) as unpublished from (
         select organisation_id, list, count(*) as n, count(*) filter (where published_on is null) as unpublished
         from list_entry_record where city = $1 and valid @> $2::date and upper_inf(known) group by organisation_id, list) l
       group by organisation_id) c on c.organisation_id = o.id
     where o.city = $1 order by o.region_ord`,
    [city, on],
  );
  return found
    .flatMap(({ kind, tier, qualification, ...unit }): readonly Coverage[] => {
      const due = listsDue({ kind, tier, qualification });
      const missing = due.filter((list) => (unit.counts[list] ?? 0) === 0);
      return due.length === 0 && Object.keys(unit.counts).length === 0 ? [] : [{ ...unit, missing }];
    })
    .sort((a, b) => b.missing.length - a.missing.length || b.unpublished - a.unpublished);
}
