import type { LocalDate } from '#law';
import { containing } from '#platform/containing';
import { type Queryable, rows } from '#platform/db';
import { readCursor, total, writeCursor } from '#platform/matters/cursor';
import type { KeptList } from './change-lines.ts';
import type { Coverage, CoverageExport, CoverageQuery, CoverageView } from './contract.ts';
import { type Lacking, type ListingUnit, listsDue } from './coverage.ts';
import type { ListKind } from './model.ts';

type Row = ListingUnit & Omit<Coverage, 'missing'>;

/** Which lists every unit with powers has entered on a day, the least complete first (细则 8(3)(9)(10)). */
export async function coverageOn(
  client: Queryable,
  city: number,
  on: LocalDate,
  { q = '', lacking, unpublished, organisation }: CoverageExport & { readonly organisation?: string } = {},
): Promise<readonly Coverage[]> {
  const found = await rows<Row>(
    client,
    `select o.id as "organisationId", r.name as "organisationName", r.kind, r.tier, r.qualification,
       coalesce(c.counts, '{}') as counts, coalesce(c.unpublished, 0)::int as unpublished
     from organisation o join organisation_record r on r.organisation_id = o.id and r.valid @> $2::date and upper_inf(r.known)
     left join (
       select organisation_id, jsonb_object_agg(list, n) as counts, sum(unpublished) as unpublished from (
         select organisation_id, list, count(*) as n, count(*) filter (where published_on is null and list not in ('post-duty', 'internal-system')) as unpublished
         from list_entry_record where city = $1 and valid @> $2::date and upper_inf(known)
         and ($4::uuid is null or organisation_id = $4) group by organisation_id, list) l
       group by organisation_id) c on c.organisation_id = o.id
     where o.city = $1 and r.name ilike $3 and ($4::uuid is null or o.id = $4) order by o.region_ord, o.id`,
    [city, on, containing(q.trim()), organisation ?? null],
  );
  return found
    .flatMap(({ kind, tier, qualification, ...unit }): readonly Coverage[] => {
      const due = listsDue({ kind, tier, qualification });
      const missing = due.filter((list) => (unit.counts[list] ?? 0) === 0);
      return due.length === 0 && Object.keys(unit.counts).length === 0 ? [] : [{ ...unit, missing }];
    })
    .filter((unit) => lacking === undefined || lacks(unit, lacking))
    .filter((unit) => unpublished === undefined || unit.unpublished > 0 === unpublished)
    .sort((a, b) => b.missing.length - a.missing.length || b.unpublished - a.unpublished);
}

function lacks({ missing }: Coverage, lacking: Lacking): boolean {
  if (lacking === 'any' || lacking === 'none') return missing.length > 0 === (lacking === 'any');
  return missing.includes(lacking);
}

/** One page of it. What a unit lacks is a matter of law and not of SQL, so that a city's units are read whole and then cut. */
export async function coveragePage(client: Queryable, city: number, on: LocalDate, query: CoverageQuery): Promise<CoverageView> {
  const { cursor, limit = 20, ...filter } = query;
  const all = await coverageOn(client, city, on, filter);
  const after = readCursor(cursor, 1)?.[0];
  const from = all.findIndex((unit) => unit.organisationId === after) + 1;
  const items = all.slice(from, from + limit);
  const last = items.at(-1);
  return {
    on,
    items,
    cursor: last === undefined || from + limit >= all.length ? null : writeCursor([last.organisationId]),
    total: total(all.length),
  };
}

/** What one unit has to enter and has not, and list by list how many lines name no day of publication. */
export async function listsMissing(
  client: Queryable,
  { city, organisationId }: { readonly city: number; readonly organisationId: string },
  on: LocalDate,
): Promise<{
  readonly missing: readonly KeptList[];
  readonly unpublished: readonly { readonly list: KeptList; readonly count: number }[];
}> {
  const [unit] = await coverageOn(client, city, on, { organisation: organisationId });
  const kept = (list: ListKind): list is KeptList => list !== 'normative-document';
  const unpublished = await rows<{ list: KeptList; count: number }>(
    client,
    `select list, count(*)::int as count from list_entry_record where city = $1 and organisation_id = $2 and valid @> $3::date
       and upper_inf(known) and published_on is null and list not in ('post-duty', 'internal-system') group by list, list_order order by list_order`,
    [city, organisationId, on],
  );
  return { missing: (unit?.missing ?? []).filter(kept), unpublished };
}
