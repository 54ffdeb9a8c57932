import { type BenchmarkFact, type LenientEntry, type LocalDate, listKey, type Need, normaliseCode, type PowerItemFact } from '#law';
import type { ReadLists } from '#platform/acts/platform';
import { type Queryable, rows } from '#platform/db';

/** What acts may ask of 权责清单, 赋权清单, 四张清单 and benchmarks: lines valid on the day, as known now. */
export const readLists: ReadLists = async (client, needs, on) => {
  const items = askedOf(needs, 'power-item');
  const violations = askedOf(needs, 'benchmark');
  return {
    ...(items.length === 0 ? {} : { items: await itemFacts(client, items, on) }),
    ...(violations.length === 0 ? {} : { benchmarks: await benchmarkFacts(client, violations, on) }),
  };
};

type Asked = { readonly organisationId: string; readonly what: string };

function askedOf(needs: readonly Need[], register: Need['register']): readonly Asked[] {
  return needs
    .filter((n) => n.register === register)
    .map(({ key }) => ({ organisationId: key.slice(0, 36), what: key.slice(37) }))
    .filter(({ what }) => what !== '');
}

type ItemRow = Omit<PowerItemFact, 'code'>;

async function itemFacts(client: Queryable, asked: readonly Asked[], on: LocalDate): Promise<ReadonlyMap<string, PowerItemFact | null>> {
  const found = new Map<string, PowerItemFact | null>();
  for (const { organisationId, what } of asked) {
    const [row] = await rows<ItemRow & { lenient: readonly LenientEntry[] }>(client, ITEM, [organisationId, normaliseCode(what), on]);
    found.set(listKey(organisationId, what), row === undefined ? null : { ...row, code: what });
  }
  return found;
}

/** Codes are compared as the rules compare them: without spaces and dashes. */
const CODE = `regexp_replace(upper(l.code), '[[:space:]‐–—''-]', '', 'g')`;
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
   where l.list in ('no-penalty', 'lighter', 'mitigated') and ${CODE} = $2 and ${ON_DAY}) as lenient`;

async function benchmarkFacts(
  client: Queryable,
  asked: readonly Asked[],
  on: LocalDate,
): Promise<ReadonlyMap<string, BenchmarkFact | null>> {
  const found = new Map<string, BenchmarkFact | null>();
  for (const { organisationId, what } of asked) {
    const [row] = await rows<BenchmarkFact>(client, BENCHMARK, [organisationId, what, on]);
    found.set(listKey(organisationId, what), row ?? null);
  }
  return found;
}

const BENCHMARK = `
select v.id as "versionId", m.name as maker, v.document_number as "documentNumber", v.violation, v.content
from organisation_record r
join benchmark_version v on v.maker_id in (r.organisation_id, r.line_superior_id) and v.violation = $2
  and upper_inf(v.known) and v.valid @> $3::date
join lateral (select name from organisation_record n where n.organisation_id = v.maker_id and upper_inf(n.known) order by n.valid desc limit 1) m on true
where r.organisation_id = $1 and upper_inf(r.known) and r.valid @> $3::date
order by v.maker_id = r.organisation_id desc limit 1`;
