import { type Queryable, rows } from '#platform/db';

/** Tables and columns in which any of the texts stands in plain, in whatever shape: text, JSON, arrays, bytes. */
export async function columnsHolding(owner: Queryable, texts: readonly string[]): Promise<readonly string[]> {
  const columns = await rows<{ table: string; column: string; type: string }>(
    owner,
    `select c.table_name as "table", c.column_name as "column", c.data_type as type from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
       and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea', 'USER-DEFINED', 'tsvector')`,
  );
  const found: string[] = [];
  for (const { table, column, type } of columns) {
    const looked = texts.map((text) => (type === 'bytea' ? Buffer.from(text).toString('hex') : text));
    const value = type === 'bytea' ? `encode("${column}", 'hex')` : `"${column}"::text`;
    const [hit] = await rows(owner, `select 1 from "${table}" where ${value} like any ($1) limit 1`, [looked.map((text) => `%${text}%`)]);
    if (hit !== undefined) found.push(`${table}.${column}`);
  }
  return found;
}
