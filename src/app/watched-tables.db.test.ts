import { afterAll, beforeAll, expect, it } from 'vitest';
import { tableOf } from '#platform/acts/kinds';
import { rows } from '#platform/db';
import { type TestDatabase, testDatabase } from '#testing/database';
import { KINDS } from './rooms.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('有触发器看着整行的事项表，种类须声明每次办理都写入；其余的（包括只看着某些栏的）列表数据不变就不写', async () => {
  const found = await rows<{ table: string }>(
    database.pool,
    `select distinct c.relname as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgtype & 16 <> 0 and t.tgattr::text = '' and c.relname = any($1) order by 1`,
    [KINDS.map(tableOf)],
  );
  const watched = KINDS.filter((kind) => kind.isWatched).map(tableOf);
  expect(found.map(({ table }) => table)).toEqual(watched.sort());
});
