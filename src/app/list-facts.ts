import {
  type BenchmarkFact,
  type CatalogueLine,
  EVERY_ITEM,
  type LocalDate,
  listKey,
  type Need,
  normaliseCode,
  type PowerItemFact,
} from '#law';
import { discretionNeeds, type ListsOfDay, listsOf, type Punished } from '#law/discretion/deciding';
import { isSameClause } from '#law/discretion/same-clause';
import type { ReadLists } from '#platform/acts/platform';
import { comparedCode } from '#platform/compared-code';
import type { Queryable } from '#platform/db';
import { askEach } from '#platform/db-together';

/** What acts may ask of 权责清单, 赋权清单, 四张清单 and benchmarks: lines valid on the day, as known now. */
export const readLists: ReadLists = async (client, needs, on) => {
  const items = askedOf(needs, 'power-item');
  const violations = askedOf(needs, 'benchmark');
  const reviews = needs.filter((n) => n.register === 'review-catalogue').map(askedBy);
  const [lines, versions, catalogues] = await askEach(client, [
    () => itemFacts(client, items, on),
    () => benchmarkFacts(client, violations, on),
    () => catalogueFacts(client, reviews, on),
  ]);
  const bases = askedOf(needs, 'benchmarks-under');
  return {
    ...(items.length === 0 ? {} : { items: lines }),
    ...(violations.length === 0 ? {} : { benchmarks: versions }),
    ...(bases.length === 0 ? {} : { violations: await violationFacts(client, bases, { on, benchmarks: versions }) }),
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

type Asked = { readonly organisationId: string; readonly what: string };

function askedOf(needs: readonly Need[], register: Need['register']): readonly Asked[] {
  return needs
    .filter((n) => n.register === register)
    .map(askedBy)
    .filter(({ what }) => what !== '');
}

function askedBy({ key }: Need): Asked {
  return { organisationId: key.slice(0, 36), what: key.slice(37) };
}

type ItemRow = Omit<PowerItemFact, 'code'>;

async function itemFacts(client: Queryable, asked: readonly Asked[], on: LocalDate): Promise<ReadonlyMap<string, PowerItemFact | null>> {
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
  asked: readonly Asked[],
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

async function benchmarkFacts(
  client: Queryable,
  asked: readonly Asked[],
  on: LocalDate,
): Promise<ReadonlyMap<string, BenchmarkFact | null>> {
  const each = asked.map(({ organisationId, what }) => async (): Promise<[string, BenchmarkFact | null]> => {
    const { rows } = await client.query<BenchmarkFact>({ name: 'benchmark', text: BENCHMARK, values: [organisationId, what, on] });
    return [listKey(organisationId, what), rows[0] ?? null];
  });
  return new Map(await askEach(client, each));
}

type Known = { readonly on: LocalDate; readonly benchmarks: ReadonlyMap<string, BenchmarkFact | null> };

/** Which 违法行为 are benchmarked under the same 罚则; nobody needs them where the one that was named has a benchmark. */
async function violationFacts(client: Queryable, asked: readonly Asked[], { on, benchmarks }: Known) {
  const isFound = benchmarks.size > 0 && [...benchmarks.values()].every((one) => one !== null);
  const each = asked.map(({ organisationId, what }) => async (): Promise<[string, readonly string[]]> => {
    const offered = isFound ? [] : await violationsOf(client, { organId: organisationId, on });
    const same = offered.filter(({ penalty }) => isSameClause(what, penalty));
    return [listKey(organisationId, what), same.map(({ violation }) => violation)];
  });
  return new Map(await askEach(client, each));
}

/** A 违法行为 that has a benchmark in force for the organ. */
type Violation = { readonly violation: string; readonly penalty: string; readonly maker: string; readonly documentNumber: string };
type Offered = { readonly organId: string; readonly on: LocalDate; readonly q?: string; readonly limit?: number };

/** What the organ may choose a 违法行为 from, those whose name or 罚则 holds the words. */
export async function violationsOf(client: Queryable, { organId, on, q, limit }: Offered): Promise<readonly Violation[]> {
  const values = [organId, on, q ?? '', limit ?? null];
  return (await client.query<Violation>({ name: 'violations', text: VIOLATIONS, values })).rows;
}

const VIOLATIONS = `
select violation, penalty, maker, "documentNumber" from (
  select distinct on (v.violation) v.violation, v.content ->> 'penalty' as penalty, m.name as maker, v.document_number as "documentNumber"
  from organisation_record r
  join benchmark_version v on v.maker_id in (r.organisation_id, r.line_superior_id) and upper_inf(v.known) and v.valid @> $2::date
    and position(lower($3) in lower(v.violation || ' ' || (v.content ->> 'penalty'))) > 0
  join lateral (select name from organisation_record n where n.organisation_id = v.maker_id and upper_inf(n.known) order by n.valid desc limit 1) m on true
  where r.organisation_id = $1 and upper_inf(r.known) and r.valid @> $2::date
  order by v.violation, v.maker_id = r.organisation_id desc
) found order by violation limit $4`;

const BENCHMARK = `
select v.id as "versionId", m.name as maker, v.document_number as "documentNumber", v.violation, v.content
from organisation_record r
join benchmark_version v on v.maker_id in (r.organisation_id, r.line_superior_id) and v.violation = $2
  and upper_inf(v.known) and v.valid @> $3::date
join lateral (select name from organisation_record n where n.organisation_id = v.maker_id and upper_inf(n.known) order by n.valid desc limit 1) m on true
where r.organisation_id = $1 and upper_inf(r.known) and r.valid @> $3::date
order by v.maker_id = r.organisation_id desc limit 1`;
