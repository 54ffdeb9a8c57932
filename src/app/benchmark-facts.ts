import { type BenchmarkFact, type BenchmarkName, type LocalDate, listKey, normaliseCode } from '#law';
import { isSameClause } from '#law/discretion/same-clause';
import type { Queryable } from '#platform/db';
import { askEach } from '#platform/db-together';

/** What an organ is asked of: a 违法行为, a code, or a 处罚依据. */
export type AskedOfOrgan = { readonly organisationId: string; readonly what: string };
type ByKey = ReadonlyMap<string, readonly BenchmarkFact[]>;

/** Benchmarks in force of each 违法行为, the organ's own first, and of its own those first that name an item. */
export function benchmarksNamed(client: Queryable, asked: readonly AskedOfOrgan[], on: LocalDate): Promise<ByKey> {
  return byKey(client, asked, async ({ organisationId, what }) => {
    const { rows } = await client.query<BenchmarkFact>({ name: 'benchmarks named', text: NAMED, values: [organisationId, what, on] });
    return rows;
  });
}

/** Benchmarks in force that name the item, one of each name: the organ's own, else that of the organ above it. */
export function benchmarksOfItem(client: Queryable, asked: readonly AskedOfOrgan[], on: LocalDate): Promise<ByKey> {
  return byKey(client, asked, async ({ organisationId, what }) => {
    const values = [organisationId, normaliseCode(what), on];
    return (await client.query<BenchmarkFact>({ name: 'benchmarks of item', text: OF_ITEM, values })).rows;
  });
}

async function byKey<T>(
  client: Queryable,
  asked: readonly AskedOfOrgan[],
  read: (one: AskedOfOrgan) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  const each = asked.map((one) => async (): Promise<[string, T]> => [listKey(one.organisationId, one.what), await read(one)]);
  return new Map(await askEach(client, each));
}

/** By what a benchmark of the conduct itself would be found. */
type Conduct = { readonly violation: string | null; readonly itemCode: string | null };

/** Which 违法行为 are benchmarked under the same 罚则; nobody needs them where the one that was named has a benchmark: then none. */
export function namesUnder(client: Queryable, asked: readonly AskedOfOrgan[], { violation, itemCode }: Conduct, on: LocalDate) {
  const code = itemCode === null ? null : normaliseCode(itemCode);
  return byKey(client, asked, async ({ organisationId, what }): Promise<readonly BenchmarkName[]> => {
    const values = [organisationId, on, violation, code];
    const { rows } = await client.query<NameUnder>({ name: 'names of benchmarks', text: NAMES, values });
    return rows.filter(({ penalty }) => isSameClause(what, penalty)).map((one) => ({ violation: one.violation, itemCode: one.itemCode }));
  });
}

type NameUnder = BenchmarkName & { readonly penalty: string };

/** A 违法行为 that has a benchmark in force for the organ; `itemCode`: as codes are compared, null where it names none. */
type Violation = NameUnder & { readonly maker: string; readonly documentNumber: string };
type Offered = {
  readonly organId: string;
  readonly on: LocalDate;
  readonly q?: string;
  /** Only what is for this item, and what names none; null: of whatever item. */
  readonly itemCode?: string | null;
  readonly limit?: number;
};

/** What the organ may choose a 违法行为 from, those whose name or 罚则 holds the words. */
export async function violationsOf(client: Queryable, { organId, on, q, itemCode, limit }: Offered): Promise<readonly Violation[]> {
  const code = normaliseCode(itemCode ?? '');
  const values = [organId, on, q ?? '', limit ?? null, code === '' ? null : code];
  return (await client.query<Violation>({ name: 'violations', text: VIOLATIONS, values })).rows;
}

const MAKER = `join lateral (select name from organisation_record n where n.organisation_id = v.maker_id and upper_inf(n.known) order by n.valid desc limit 1) m on true`;

const NAMES = `
select v.violation, v.item_code as "itemCode", v.penalty
from organisation_record r
join benchmark_version v on v.maker_id in (r.organisation_id, r.line_superior_id) and upper_inf(v.known) and v.valid @> $2::date
where r.organisation_id = $1 and upper_inf(r.known) and r.valid @> $2::date and not exists (
  select from benchmark_version n where n.maker_id in (r.organisation_id, r.line_superior_id) and n.violation = $3
    and upper_inf(n.known) and n.valid @> $2::date and ($4::text is null or coalesce(n.item_code, $4) = $4))
order by v.violation`;

const VIOLATIONS = `
select violation, "itemCode", penalty, maker, "documentNumber" from (
  select distinct on (v.violation) v.violation, v.item_code as "itemCode", v.penalty, m.name as maker, v.document_number as "documentNumber"
  from organisation_record r
  join benchmark_version v on v.maker_id in (r.organisation_id, r.line_superior_id) and upper_inf(v.known) and v.valid @> $2::date
    and position(lower($3) in lower(v.violation || ' ' || v.penalty)) > 0 and ($5::text is null or coalesce(v.item_code, $5) = $5)
  ${MAKER}
  where r.organisation_id = $1 and upper_inf(r.known) and r.valid @> $2::date
  order by v.violation, v.maker_id = r.organisation_id desc, v.item_code
) found order by violation limit $4`;

const FACT = `v.id as "versionId", m.name as maker, v.document_number as "documentNumber", v.violation, v.content`;
const inForce = (which: string): string => `
from organisation_record r
join benchmark_version v on v.maker_id in (r.organisation_id, r.line_superior_id) and ${which} and upper_inf(v.known) and v.valid @> $3::date
${MAKER}
where r.organisation_id = $1 and upper_inf(r.known) and r.valid @> $3::date`;
const NAMED = `select ${FACT} ${inForce('v.violation = $2')} order by v.maker_id = r.organisation_id desc, v.item_code`;
const OF_ITEM = `select distinct on (v.violation) ${FACT} ${inForce('v.item_code = $2')} order by v.violation, v.maker_id = r.organisation_id desc`;
