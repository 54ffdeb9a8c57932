import { type CatalogueLine, EVERY_ITEM, type LocalDate, listKey, type Need, normaliseCode, type PowerItemFact } from '#law';
import { discretionNeeds, type ListsOfDay, listsOf, type Punished } from '#law/discretion/lists-of-day';
import type { ReadLists } from '#platform/acts/platform';
import { comparedCode } from '#platform/compared-code';
import type { Queryable } from '#platform/db';
import { askEach } from '#platform/db-together';
import { type AskedOfOrgan, benchmarksNamed, benchmarksOfItem, namesUnder } from './benchmark-facts.ts';

/** What acts may ask of 权责清单, 赋权清单, 四张清单 and benchmarks: lines valid on the day, as known now. */
export const readLists: ReadLists = async (client, needs, on) => {
  const items = askedOf(needs, 'power-item');
  const violations = askedOf(needs, 'benchmark');
  const reviews = needs.filter((n) => n.register === 'review-catalogue').map(askedBy);
  const benchmarked = askedOf(needs, 'benchmarks-of-item');
  const bases = askedOf(needs, 'benchmarks-under');
  const conduct = { violation: violations[0]?.what ?? null, itemCode: benchmarked[0]?.what ?? null };
  const [lines, versions, ofItems, names, catalogues] = await askEach(client, [
    () => itemFacts(client, items, on),
    () => benchmarksNamed(client, violations, on),
    () => benchmarksOfItem(client, benchmarked, on),
    () => namesUnder(client, bases, conduct, on),
    () => catalogueFacts(client, reviews, on),
  ]);
  return {
    ...(items.length === 0 ? {} : { items: lines }),
    ...(violations.length === 0 ? {} : { benchmarks: versions }),
    ...(benchmarked.length === 0 ? {} : { itemBenchmarks: ofItems }),
    ...(bases.length === 0 ? {} : { violations: names }),
    ...(reviews.length === 0 ? {} : { catalogues }),
  };
};

type WeighedOn = { readonly punished: Punished; readonly on: LocalDate };

/** What lists and benchmark of a day say of what is punished. */
export async function listsOn(client: Queryable, { punished, on }: WeighedOn): Promise<ListsOfDay> {
  const read = await readLists(client, discretionNeeds(punished), on);
  return listsOf(punished, { organisations: new Map(), certificates: new Map(), ...read });
}

/** The same of the day on which a penalty was weighed; null: none has been. */
export async function listsOfDay(client: Queryable, asked: WeighedOn | null): Promise<ListsOfDay | null> {
  return asked === null ? null : listsOn(client, asked);
}

function askedOf(needs: readonly Need[], register: Need['register']): readonly AskedOfOrgan[] {
  return needs
    .filter((n) => n.register === register)
    .map(askedBy)
    .filter(({ what }) => what !== '');
}

function askedBy({ key }: Need): AskedOfOrgan {
  return { organisationId: key.slice(0, 36), what: key.slice(37) };
}

type ItemRow = Omit<PowerItemFact, 'code'>;

async function itemFacts(
  client: Queryable,
  asked: readonly AskedOfOrgan[],
  on: LocalDate,
): Promise<ReadonlyMap<string, PowerItemFact | null>> {
  const each = asked.map(({ organisationId, what }) => async (): Promise<[string, PowerItemFact | null]> => {
    const values = [organisationId, normaliseCode(what), on];
    const { rows } = await client.query<ItemRow>({ name: 'line of lists', text: ITEM, values });
    return [listKey(organisationId, what), rows[0] === undefined ? null : { ...rows[0], code: what }];
  });
  return new Map(await askEach(client, each));
}

const CODE = comparedCode('l.code');
const ON_DAY = 'upper_inf(l.known) and l.valid @> $3::date';
const ITEM = `
with own as (
  select l.list, l.name, ${CODE} = $2 as is_it from list_entry_record l
  where l.organisation_id = $1 and l.list in ('power', 'empowerment') and ${ON_DAY}
)
select
  (select name from own where is_it order by list limit 1) as name,
  case when exists (select from own where list = 'power') then exists (select from own where list = 'power' and is_it) end as listed,
  case when exists (select from own where list = 'empowerment') then exists (select from own where list = 'empowerment' and is_it) end as empowered,
  (select coalesce(jsonb_agg(jsonb_build_object('list', l.list, 'name', l.name, 'conditions', l.conditions) order by l.list, l.name), '[]')
   from list_entry_record l join organisation o on o.id = $1 and o.city = l.city
   where l.list in ('no-penalty', 'lighter', 'mitigated', 'no-coercion') and ${CODE} = $2 and ${ON_DAY}) as lenient`;

async function catalogueFacts(
  client: Queryable,
  asked: readonly AskedOfOrgan[],
  on: LocalDate,
): Promise<ReadonlyMap<string, readonly CatalogueLine[] | null>> {
  const each = asked.map(({ organisationId, what }) => async (): Promise<[string, readonly CatalogueLine[] | null]> => {
    const values = [organisationId, normaliseCode(what), on, EVERY_ITEM];
    const { rows } = await client.query<{ lines: readonly CatalogueLine[] }>({ name: 'catalogue of reviews', text: CATALOGUE, values });
    return [listKey(organisationId, what), rows[0]?.lines ?? null];
  });
  return new Map(await askEach(client, each));
}

/** The lines about the item and about every item; no row where the organ has entered no catalogue. */
const CATALOGUE = `
select coalesce(jsonb_agg(jsonb_build_object('code', l.code, 'name', l.name, 'conditions', coalesce(l.conditions, '')) order by l.code = $4, l.code)
  filter (where l.power_kind = 'penalty' and (l.code = $4 or ($2 <> '' and ${CODE} = $2))), '[]') as lines
from list_entry_record l where l.organisation_id = $1 and l.list = 'legal-review' and ${ON_DAY} having count(*) > 0`;
