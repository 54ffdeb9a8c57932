import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MatterKind, refold } from '#law';
import { tableOf } from '#platform/acts/kinds';
import { rows } from '#platform/db';
import { packageRoot } from '#platform/package-root';
import { type TestDatabase, testDatabase } from '#testing/database';
import type { KeptActs } from '#testing/keep-acts';
import { KINDS } from './rooms.ts';

type Check = { readonly name: string; readonly columns: readonly string[]; readonly rule: string };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

/** Each act of each kind stands in what the newest release keeps: a state after each of them is a row that some act will write. */
const FOLDER = join(packageRoot(), 'data', 'stored-acts');
const newest = join(FOLDER, readdirSync(FOLDER).sort().at(-1) ?? '');
const kept = readdirSync(newest).map((name) => JSON.parse(readFileSync(join(newest, name), 'utf8')) as KeptActs);

async function checksOf(table: string): Promise<readonly Check[]> {
  return rows<Check>(
    database.pool,
    `select c.conname as name, pg_get_expr(c.conbin, c.conrelid) as rule,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any(c.conkey)) as columns
     from pg_constraint c where c.contype = 'c' and c.conrelid = $1::regclass`,
    [table],
  );
}

type Row = ReturnType<MatterKind['columns']>;

/** The rows of a kind after every act of every kept matter. */
function rowsOf(kind: MatterKind, { matters }: KeptActs): readonly Row[] {
  return matters.flatMap(({ acts }) =>
    acts.flatMap((_, i) => {
      const state = refold(kind, acts.slice(0, i + 1));
      return state === null ? [] : [kind.columns(state)];
    }),
  );
}

/** The distinct values that the columns of a check take on in them. */
function valuesOf(all: readonly Row[], { columns }: Check): readonly string[] {
  return [
    ...new Set(all.map((row) => JSON.stringify(Object.fromEntries(columns.flatMap((name) => (name in row ? [[name, row[name]]] : [])))))),
  ];
}

describe('每一项办理以后的列表数据，都是数据库的表所收的', () => {
  it.each(kept)('$kind', async (acts) => {
    const kind = KINDS.find((k) => k.kind === acts.kind);
    if (kind === undefined) throw new Error(`不再认识事项类型 ${acts.kind}`);
    const table = tableOf(kind);
    const all = rowsOf(kind, acts);
    for (const check of await checksOf(table)) {
      const refused = await rows<{ row: string }>(
        database.pool,
        `select v as row from unnest($1::text[]) v, jsonb_populate_record(null::${table}, v::jsonb) as ${table} where not (${check.rule})`,
        [valuesOf(all, check)],
      );
      expect(refused, check.name).toEqual([]);
    }
  });
});
