import { type LocalDate, normaliseCode } from '#law';
import type { BenchmarkContent } from '#law/discretion/benchmark';
import { containing } from '#platform/containing';
import { type Queryable, rows } from '#platform/db';
import { COUNT_LIMIT, readCursor, type Total, total, writeCursor } from '#platform/matters/cursor';
import type { Session } from '#platform/session';
import type { DiscretionBenchmark } from './model.ts';

/** A published version as the register has it; `through` is its last valid day. */
export type BenchmarkRow = {
  readonly versionId: string;
  readonly id: string;
  readonly no: number;
  readonly violation: string;
  readonly makerId: string;
  readonly maker: string;
  readonly from: LocalDate;
  readonly through: LocalDate | null;
  readonly documentNumber: string;
  readonly publishedOn: LocalDate;
  readonly place: string;
  readonly reported: boolean;
  readonly content: BenchmarkContent;
};

const ROW = `v.id as "versionId", v.matter_id as id, v.no, v.violation, v.maker_id as "makerId", r.name as maker, lower(v.valid) as "from",
  upper(v.valid) - 1 as through, v.document_number as "documentNumber", v.published_on as "publishedOn", v.place, v.reported, v.content`;
/** The maker's name of today, or its last one. */
const FROM = `benchmark_version v join lateral (select name from organisation_record r where r.organisation_id = v.maker_id and upper_inf(r.known)
  order by upper(r.valid) desc nulls first limit 1) r on true`;

export type BenchmarkQuery = { readonly q?: string; readonly maker?: string; readonly on: LocalDate; readonly cursor?: string };
export type BenchmarkPage = { readonly items: readonly BenchmarkRow[]; readonly cursor: string | null; readonly total: Total };
const PAGE = 50;

function wanted(session: Session, { q, maker, on }: BenchmarkQuery): { readonly where: string; readonly values: readonly unknown[] } {
  const pattern = containing((q ?? '').trim());
  const code = normaliseCode(q ?? '');
  return {
    where: `v.city = $1 and upper_inf(v.known) and v.valid @> $2::date and ($3::uuid is null or v.maker_id = $3)
      and (v.violation ilike $4 or v.penalty ilike $4 or v.content ->> 'breach' ilike $4 or v.item_code like $5)`,
    values: [session.city, on, maker ?? null, pattern, code === '' ? null : containing(code)],
  };
}

/** Published benchmarks in force on a day, by 违法行为; everybody signed in of the city sees the same. */
export async function publishedBenchmarks(
  client: Queryable,
  session: Session,
  query: BenchmarkQuery,
  limit = PAGE,
): Promise<BenchmarkPage> {
  const { where, values } = wanted(session, query);
  const after = readCursor(query.cursor, 2);
  const found = await rows<BenchmarkRow>(
    client,
    `select ${ROW} from ${FROM} where ${where}
       and ($6::text is null or (v.violation collate "C", v.id) > ($6 collate "C", $7::uuid))
     order by v.violation collate "C", v.id limit $8`,
    [...values, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
  const [counted] = await rows<{ n: number }>(
    client,
    `select count(*)::int as n from (select from benchmark_version v where ${where} limit ${COUNT_LIMIT + 1}) x`,
    values,
  );
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    cursor: found.length > limit && last !== undefined ? writeCursor([last.violation, last.versionId]) : null,
    total: total(counted?.n ?? 0),
  };
}

/** Organs that have published benchmarks in the city, for the filter. */
export async function benchmarkMakers(
  client: Queryable,
  session: Session,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return rows(client, `select distinct v.maker_id as id, r.name from ${FROM} where v.city = $1 and upper_inf(v.known) order by r.name`, [
    session.city,
  ]);
}

/** Every version of one benchmark, oldest first, as known now or just before an instant (ISO). */
export async function versionsOf(
  client: Queryable,
  session: Session,
  id: string,
  knownAt: string | null,
): Promise<readonly BenchmarkRow[]> {
  return rows<BenchmarkRow>(
    client,
    `select ${ROW} from ${FROM} where v.city = $1 and v.matter_id = $2
       and case when $3::timestamptz is null then upper_inf(v.known) else v.known @> $3::timestamptz - interval '1 millisecond' end
     order by lower(v.valid)`,
    [session.city, id, knownAt],
  );
}

export async function versionById(client: Queryable, session: Session, versionId: string): Promise<BenchmarkRow | null> {
  const [found] = await rows<BenchmarkRow>(client, `select ${ROW} from ${FROM} where v.city = $1 and v.id = $2 and upper_inf(v.known)`, [
    session.city,
    versionId,
  ]);
  return found ?? null;
}

/** What a maker has published for the same 违法行为 in other matters, for whatever items. */
export async function sameViolation(
  client: Queryable,
  makerId: string,
  violations: readonly string[],
  notIn: string | null,
): Promise<
  readonly (Pick<BenchmarkRow, 'id' | 'violation' | 'from' | 'documentNumber'> & {
    readonly until: LocalDate | null;
    readonly itemCode: string | null;
  })[]
> {
  return rows(
    client,
    `select v.matter_id as id, v.violation, lower(v.valid) as "from", upper(v.valid) as until, v.document_number as "documentNumber",
       v.item_code as "itemCode"
     from benchmark_version v where v.maker_id = $1 and upper_inf(v.known) and v.violation = any ($2::text[])
       and ($3::uuid is null or v.matter_id <> $3) order by lower(v.valid)`,
    [makerId, violations, notIn],
  );
}

/** The state of a benchmark for those who make it; a draft is shown to nobody else. */
export async function ownBenchmark(
  client: Queryable,
  session: Session,
  id: string,
): Promise<{ readonly state: DiscretionBenchmark; readonly seq: number } | null> {
  const [found] = await rows<{ state: DiscretionBenchmark; seq: number }>(
    client,
    `select state, seq from matter where id = $1 and kind = 'discretion-benchmark' and home_id = $2`,
    [id, session.organisationId],
  );
  return found ?? null;
}
