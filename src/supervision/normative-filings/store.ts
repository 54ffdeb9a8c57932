import type { LocalDate } from '#law';
import { containing } from '#platform/containing';
import { type Queryable, rows } from '#platform/db';
import { COUNT_LIMIT, readCursor, total, writeCursor } from '#platform/matters/cursor';
import type { Session } from '#platform/session';
import type { CatalogueExport, CatalogueItem, CataloguePage, CatalogueQuery } from './contract.ts';

/** A document that ends within so many days is told as one that needs a decision. */
const SOON = 366;
const STANDING = (day: string) => `case when lower(d.valid) > ${day}::date then 'coming' when upper(d.valid) <= ${day}::date then 'ended'
  when upper(d.valid) <= ${day}::date + ${SOON + 1} then 'soon' else 'in-force' end`;
const nameOf = (column: string) => `(select r.name from organisation_record r where r.organisation_id = d.${column} and upper_inf(r.known)
  order by upper(r.valid) desc nulls first limit 1)`;
/** The filing is named to those alone who may read it: row security answers. */
const ROW = (day: string) => `d.id, d.title, d.document_number as number, coalesce(${nameOf('maker_id')}, '') as "makerName",
  coalesce(${nameOf('bureau_id')}, '') as "bureauName", d.published_on as "publishedOn", lower(d.valid) as "from", upper(d.valid) - 1 as through,
  d.filing_number as "filingNumber", d.filed_on as "filedOn", ${STANDING(day)} as standing,
  (select m.id from matter m where m.id = d.matter_id and m.label < 4) as "matterId"`;

type Where = { readonly where: string; readonly values: unknown[]; readonly day: string };

function conditions(session: Session, filter: CatalogueExport, today: LocalDate): Where {
  const values: unknown[] = [session.city];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const day = bind(filter.on ?? today);
  const parts = ['d.city = $1', 'd.label <= 2', known(filter.knownOn, today, bind), `${day}::date is not null`];
  if (filter.on !== undefined) parts.push(`d.valid @> ${day}::date`);
  if (filter.organisation !== undefined) parts.push(`d.maker_id = ${bind(filter.organisation)}`);
  if (filter.standing !== undefined) parts.push(`${STANDING(day)} = ${bind(filter.standing)}`);
  const words = filter.q?.trim() ?? '';
  if (words !== '') {
    const like = bind(containing(words));
    parts.push(`(d.title ilike ${like} or d.document_number ilike ${like} or d.filing_number ilike ${like})`);
  }
  return { where: parts.join(' and '), values, day };
}

/** As recorded by the end of a day; today's and later days mean now. */
function known(on: string | undefined, today: LocalDate, bind: (value: unknown) => string): string {
  if (on === undefined || on >= today) return 'upper_inf(d.known)';
  return `d.known @> (${bind(`${on}T23:59:59.999+08:00`)}::timestamptz)`;
}

/** The catalogue of the session's city, newest publication first; the total is exact to 10,000. */
export async function listCatalogue(client: Queryable, session: Session, query: CatalogueQuery, today: LocalDate): Promise<CataloguePage> {
  const { cursor, limit = 20, ...filter } = query;
  const at = conditions(session, filter, today);
  const [counted] = await rows<{ n: number }>(
    client,
    `select count(*)::int as n from (select from normative_document d where ${at.where} limit ${COUNT_LIMIT + 1}) c`,
    at.values,
  );
  return { ...(await pageOf(client, at, cursor, limit)), total: total(counted?.n ?? 0) };
}

/** The same list, page by page to its end. */
export function nextEntries(
  client: Queryable,
  session: Session,
  filter: CatalogueExport,
  today: LocalDate,
  cursor: string,
): Promise<Pick<CataloguePage, 'items' | 'cursor'>> {
  return pageOf(client, conditions(session, filter, today), cursor, 500);
}

async function pageOf(client: Queryable, { where, values, day }: Where, cursor: string | undefined, limit: number) {
  const after = readCursor(cursor, 2);
  const n = values.length;
  const beyond = after === null ? '' : ` and (d.published_on, d.id) < ($${n + 1}::date, $${n + 2}::uuid)`;
  const found = await rows<CatalogueItem>(
    client,
    `select ${ROW(day)} from normative_document d where ${where}${beyond} order by d.published_on desc, d.id desc limit ${limit + 1}`,
    after === null ? values : [...values, ...after],
  );
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, cursor: found.length > limit && last !== undefined ? writeCursor([last.publishedOn, last.id]) : null };
}
