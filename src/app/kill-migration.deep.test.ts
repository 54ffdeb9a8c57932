import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Pool, rows } from '#platform/db';
import { executedMigrations, ownMigrations } from '#platform/migrate';
import { startChild } from '#testing/child-server';
import { type TestDatabase, testDatabase } from '#testing/database';

const KILLS = 20;

let folder = '';
let killed: TestDatabase;
let whole: TestDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faheng-kill-migration-'));
  killed = await testDatabase({ migrated: false });
  whole = await testDatabase();
});
afterAll(async () => {
  await killed.close();
  await whole.close();
  rmSync(folder, { recursive: true, force: true });
});

const plan = () => ({
  program: 'src/app/faheng.ts',
  args: ['migrate'],
  env: { DATA_DIR: folder, DATABASE_URL: killed.url },
  ready: /数据库已是本程序的结构/,
});

/** Everything that makes a structure: columns, constraints, policies, triggers, functions. */
async function structure(pool: Pool) {
  return rows(
    pool,
    `select 'column' as what, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as name from information_schema.columns where table_schema = 'public'
     union all select 'constraint', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
     union all select 'policy', tablename || ' ' || policyname || ' ' || coalesce(qual, '') from pg_policies where schemaname = 'public'
     union all select 'trigger', tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal
     union all select 'function', proname || ' ' || md5(prosrc) from pg_proc where pronamespace = 'public'::regnamespace
     union all select 'index', indexname || ' ' || indexdef from pg_indexes where schemaname = 'public' order by 1, 2`,
  );
}

it(`数据库结构更新途中数据库连接被强行切断（${KILLS}次）：每一步或者全部生效或者没有，再执行即继续，结构与未中断的相同`, async () => {
  let cut = 0;
  for (let round = 0; round < KILLS; round += 1) {
    const started = startChild(plan()).then(
      (server) => server,
      () => null,
    );
    const begun = (await executedMigrations(killed.db)).length;
    for (let waited = 0; waited < 20_000 && (await executedMigrations(killed.db)).length === begun; waited += 5) await sleep(5);
    const backends = await rows<{ pid: number }>(
      killed.pool,
      `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name = 'faheng' and state <> 'idle'`,
    );
    await sleep(Math.random() * 30);
    for (const { pid } of backends) await killed.pool.query('select pg_terminate_backend($1)', [pid]);
    const server = await started;
    if (server === null) cut += 1;
    await server?.kill();
    if ((await executedMigrations(killed.db)).length === (await ownMigrations()).length) break;
  }
  const last = await startChild(plan());
  await last.stop();
  console.log(`${cut} migrations cut off`);
  expect(await executedMigrations(killed.db)).toEqual([...(await ownMigrations())]);
  expect(await structure(killed.pool)).toEqual(await structure(whole.pool));
});
