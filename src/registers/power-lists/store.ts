import { addDays, type LocalDate, normaliseCode } from '#law';
import { comparedCode } from '#platform/compared-code';
import { containing } from '#platform/containing';
import { type Queryable, rows } from '#platform/db';
import { COUNT_LIMIT, readCursor, total, writeCursor } from '#platform/matters/cursor';
import type { EntriesExport, EntriesQuery, EntryHistory, EntryItem, EntryPage } from './contract.ts';
import type { EntryOnDay } from './differences.ts';
import type { ListKind } from './model.ts';

type Row = Omit<EntryItem, 'through'> & { readonly until: LocalDate | null };
/** Where a line stands in the order of reading. */
type Placed = Row & { readonly list_order: number; readonly level: number; readonly code_order: string };

const COLUMNS = `e.id, e.list, e.organisation_id as "organisationId", coalesce(r.name, '') as "organisationName", e.code, e.name,
  e.power_kind as "powerKind", e.basis, e.duty, e.accountability, e.conditions, e.measure, e.decision, e.published_on as "publishedOn",
  e.published_at as "publishedAt", e.domain, e.evaluated_on as "evaluatedOn", e.post, e.officer, e.certificate, lower(e.valid) as "from", upper(e.valid) as "until"`;
/** A unit bears the name that it has today; one that is gone, its last. */
const NAMED = `left join lateral (select name from organisation_record r where r.organisation_id = e.organisation_id and upper_inf(r.known)
  order by r.valid desc limit 1) r on true`;

const itemOf = ({ until, ...row }: Row): EntryItem => ({ ...row, through: until === null ? null : addDays(until, -1) });
/** By list, then the city's lines before those of banners and townships, then by number, 9 before 10. */
const ORDER = 'e.list_order, e.level, e.code_order, e.id';

type Where = { readonly where: string; readonly values: readonly unknown[] };

function conditions(city: number, filter: EntriesExport, today: LocalDate): Where {
  const values: unknown[] = [city];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const parts = ['e.city = $1', 'upper_inf(e.known)', `e.valid @> ${bind(filter.on ?? today)}::date`];
  if (filter.list !== undefined) parts.push(`e.list = ${bind(filter.list)}`);
  if (filter.organisation !== undefined) parts.push(`e.organisation_id = ${bind(filter.organisation)}`);
  if (filter.power !== undefined) parts.push(`e.power_kind = ${bind(filter.power)}`);
  if (filter.published !== undefined) parts.push(filter.published ? 'e.published_on is not null' : 'e.published_on is null');
  const words = filter.q?.trim() ?? '';
  if (words !== '') {
    const like = bind(containing(words));
    parts.push(`(e.name ilike ${like} or e.code ilike ${like} or e.basis ilike ${like}${sameCode(filter, words, bind)})`);
  }
  return { where: parts.join(' and '), values };
}

/** Within one unit a code is also found as the rules compare it, whatever dashes and spaces it is typed with. */
function sameCode(filter: EntriesExport, words: string, bind: (value: unknown) => string): string {
  const code = normaliseCode(words);
  return filter.organisation === undefined || code === '' ? '' : ` or ${comparedCode('e.code')} like ${bind(containing(code))}`;
}

/** Lines valid on a day, in the order of reading; the total is exact to 10,000. */
export async function listEntries(client: Queryable, city: number, query: EntriesQuery, today: LocalDate): Promise<EntryPage> {
  const { cursor, limit = 20, ...filter } = query;
  const at = conditions(city, filter, today);
  const [counted] = await rows<{ n: number }>(
    client,
    `select count(*)::int as n from (select from list_entry_record e where ${at.where} limit ${COUNT_LIMIT + 1}) c`,
    at.values,
  );
  return { ...(await pageOf(client, at, cursor, limit)), total: total(counted?.n ?? 0) };
}

/** The same list, page by page to its end. */
export async function nextEntries(
  client: Queryable,
  city: number,
  filter: EntriesExport,
  today: LocalDate,
  cursor: string | undefined,
): Promise<Pick<EntryPage, 'items' | 'cursor'>> {
  return pageOf(client, conditions(city, filter, today), cursor, 1_000);
}

async function pageOf(client: Queryable, { where, values }: Where, cursor: string | undefined, limit: number) {
  const after = readCursor(cursor, 4);
  const n = values.length;
  const place = after === null ? '' : ` and (${ORDER}) > ($${n + 1}::smallint, $${n + 2}::smallint, $${n + 3}, $${n + 4}::uuid)`;
  const found = await rows<Placed>(
    client,
    `select ${COLUMNS}, e.list_order, e.level, e.code_order
     from (select * from list_entry_record e where ${where}${place} order by ${ORDER} limit ${limit + 1}) e ${NAMED} order by ${ORDER}`,
    [...values, ...(after ?? [])],
  );
  const last = found.length > limit ? found[limit - 1] : undefined;
  const next = last === undefined ? null : writeCursor([String(last.list_order), String(last.level), last.code_order, last.id]);
  return { items: found.slice(0, limit).map(({ list_order: _, level: __, code_order: ___, ...row }) => itemOf(row)), cursor: next };
}

/** One line with all its periods as known now; null: the city has none of this id. */
export async function entryHistory(client: Queryable, city: number, id: string): Promise<EntryHistory | null> {
  const found = await rows<Row>(
    client,
    `select ${COLUMNS} from list_entry_record this join list_entry_record e
       on e.organisation_id = this.organisation_id and e.list = this.list and e.code = this.code and upper_inf(e.known) ${NAMED}
     where this.id = $1 and this.city = $2 order by lower(e.valid) desc`,
    [id, city],
  );
  const versions = found.map(itemOf);
  const entry = versions.find((v) => v.id === id) ?? versions[0];
  return entry === undefined ? null : { entry, versions };
}

/** One list of one unit on a day, as known now. */
export async function entriesOn(
  client: Queryable,
  key: { readonly city: number; readonly list: ListKind; readonly organisation: string },
  on: LocalDate,
): Promise<readonly EntryOnDay[]> {
  return rows<EntryOnDay>(
    client,
    `select code, jsonb_build_object('name', name, 'powerKind', power_kind, 'basis', basis, 'duty', duty, 'accountability', accountability,
       'conditions', conditions, 'measure', measure, 'decision', decision, 'publishedOn', published_on, 'publishedAt', published_at,
       'domain', domain, 'evaluatedOn', evaluated_on, 'post', post, 'officer', officer, 'certificate', certificate) as content
     from list_entry_record where city = $1 and list = $2 and organisation_id = $3 and valid @> $4::date and upper_inf(known)
     order by code collate "C"`,
    [key.city, key.list, key.organisation, on],
  );
}
