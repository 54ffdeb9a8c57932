import { type Refusal, refuse } from '#law';
import { type Queryable, quoteIdentifier, rows } from '../db.ts';

/** A table as a backup sees it: partitions count as their parent, generated columns are made anew. */
export type BackedTable = {
  readonly name: string;
  readonly columns: readonly string[];
  /** Primary key, as an order that is the same on every server. */
  readonly order: readonly string[];
  /** Row security binds even the owner: rows are read as this role, which sees them all. null: as the owner. */
  readonly reader: string | null;
  readonly forced: boolean;
};

type TableRow = {
  name: string;
  columns: string[];
  order: string[] | null;
  forced: boolean;
  reader: string | null;
};

const READERS = ['app_system', 'app_identity'];

/** All tables of the platform in an order in which they can be filled: what is referred to comes first. */
export async function backedTables(client: Queryable): Promise<readonly BackedTable[] | Refusal> {
  const found = await rows<TableRow>(client, TABLES, [READERS]);
  const hidden = found.filter((t) => t.forced && t.reader === null).map((t) => t.name);
  if (hidden.length > 0) return refuse('hidden-rows', null, `数据表 ${hidden.join('、')} 的行级权限不让任何角色看到全部行，不能备份。`);
  const tables = found.map(({ order, ...t }) => ({ ...t, order: order ?? [], reader: t.forced ? t.reader : null }));
  return inOrder(tables, await rows<Reference>(client, REFERENCES));
}

const TABLES = `
select c.relname as name, c.relforcerowsecurity as forced,
  (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
  (select array_agg(quote_ident(a.attname) || case when t.typcategory = 'S' then ' collate "C"' else '' end order by array_position(i.indkey::int2[], a.attnum))
   from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int2[]) join pg_type t on t.oid = a.atttypid
   where i.indrelid = c.oid and i.indisprimary) as order,
  (select r.rolname::text from pg_roles r
   where r.rolname = any ($1::text[]) and has_table_privilege(r.oid, c.oid, 'select')
     and exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'r')
                 and r.oid = any (p.polroles) and pg_get_expr(p.polqual, p.polrelid) = 'true')
     and not exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and (r.oid = any (p.polroles) or 0 = any (p.polroles)))
   order by array_position($1::text[], r.rolname::text) limit 1) as reader
from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname not like 'kysely\\_%'
order by c.relname collate "C"`;

type Reference = { from: string; to: string };
const REFERENCES = `
select f.relname as from, t.relname as to from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
where k.contype = 'f' and k.conparentid = 0 and k.conrelid <> k.confrelid and f.relnamespace = 'public'::regnamespace`;

function inOrder(tables: readonly BackedTable[], references: readonly Reference[]): readonly BackedTable[] | Refusal {
  const done = new Set<string>();
  const ordered: BackedTable[] = [];
  while (ordered.length < tables.length) {
    const next = tables.filter((t) => !done.has(t.name) && references.every((r) => r.from !== t.name || done.has(r.to)));
    if (next.length === 0) return refuse('circle', null, '数据表之间的引用成环，不能备份。');
    for (const t of next) done.add(t.name);
    ordered.push(...next);
  }
  return ordered;
}

export type Counter = { readonly table: string; readonly column: string; readonly last: string; readonly called: boolean };

/** Where the identity columns stand, so that no number is given twice after a restore. */
export async function countersOf(client: Queryable): Promise<readonly Counter[]> {
  const columns = await rows<{ table: string; column: string; sequence: string }>(
    client,
    `select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and a.attidentity <> '' order by 1, 2`,
  );
  const counters: Counter[] = [];
  for (const { table, column, sequence } of columns) {
    const [at] = await rows<{ last: string; called: boolean }>(
      client,
      `select last_value::text as last, is_called as called from ${sequence}`,
    );
    if (at !== undefined) counters.push({ table, column, ...at });
  }
  return counters;
}

/** Years that have partitions of their own. */
export async function cohortsOf(client: Queryable): Promise<readonly number[]> {
  const found = await rows<{ name: string }>(
    client,
    `select relname as name from pg_class where relispartition and relname ~ '^matter_\\d{4}$' order by 1`,
  );
  return found.map(({ name }) => Number(name.slice('matter_'.length)));
}

export function columnList(columns: readonly string[]): string {
  return columns.map(quoteIdentifier).join(', ');
}
