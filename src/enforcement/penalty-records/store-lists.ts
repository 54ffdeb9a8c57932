import { type Queryable, rows } from '#platform/db';
import { type ItemAsked, type ItemDays, type ListedDays, NO_LISTS, type OrganList, type PowerLists } from './loading/power-lists.ts';

type Row = {
  readonly organId: string;
  readonly list: 'power' | 'empowerment';
  readonly held: readonly ListedDays[];
  readonly items: Readonly<Record<string, readonly ItemDays[]>>;
};

/** The 权责清单 and 赋权清单 of the organs that decisions with an item code come from, every period as known now, in one query. */
export async function powerListsEver(client: Queryable, asked: readonly ItemAsked[]): Promise<PowerLists> {
  if (asked.length === 0) return NO_LISTS;
  const organs = [...new Set(asked.map((one) => one.organId))];
  const items = [...new Set(asked.map((one) => one.item))];
  const found = await rows<Row>(client, LISTS, [organs, items]);
  const lists = { power: new Map<string, OrganList>(), empowerment: new Map<string, OrganList>() };
  for (const { organId, list, held, items: days } of found) lists[list].set(organId, { held, items: new Map(Object.entries(days)) });
  return lists;
}

/** Codes are compared as decisions are read: without spaces and dashes. */
const LISTS = `
select e.organisation_id as "organId", e.list, h.held, coalesce(i.items, '{}') as items
from (select organisation_id, list, range_agg(valid) as days from list_entry_record
      where organisation_id = any($1::uuid[]) and list in ('power', 'empowerment') and upper_inf(known) group by organisation_id, list) e
cross join lateral (select jsonb_agg(jsonb_build_object('from', lower(d), 'until', upper(d)) order by lower(d)) as held from unnest(e.days) d) h
left join lateral (
  select jsonb_object_agg(code, days) as items from (
    select k.code, jsonb_agg(jsonb_build_object('from', lower(valid), 'until', upper(valid), 'domain', domain) order by lower(valid)) as days
    from list_entry_record l cross join lateral (select regexp_replace(l.code, '[[:space:]‐–—''-]', '', 'g') as code) k
    where l.organisation_id = e.organisation_id and l.list = e.list and upper_inf(known) and k.code = any($2::text[])
    group by k.code) c) i on true`;

/** What items of units' 权责清单 are called, by "unit code"; of several periods the latest known now. */
export async function itemNames(
  client: Queryable,
  asked: readonly { readonly organId: string; readonly item: string }[],
): Promise<ReadonlyMap<string, string>> {
  const found = await rows<{ organId: string; code: string; name: string }>(
    client,
    `select distinct on (l.organisation_id, k.code) l.organisation_id as "organId", k.code, l.name
     from list_entry_record l cross join lateral (select regexp_replace(l.code, '[[:space:]‐–—''-]', '', 'g') as code) k
     where l.organisation_id = any($1::uuid[]) and l.list = 'power' and upper_inf(l.known) and k.code = any($2::text[])
     order by l.organisation_id, k.code, l.valid desc`,
    [[...new Set(asked.map((a) => a.organId))], [...new Set(asked.map((a) => a.item))]],
  );
  return new Map(found.map(({ organId, code, name }) => [`${organId} ${code}`, name]));
}
