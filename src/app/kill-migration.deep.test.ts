import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Pool, rows } from '#platform/db';
import { executedMigrations, migrate, ownMigrations } from '#platform/migrate';
import { startChild } from '#testing/child-server';
import { type TestDatabase, testDatabase } from '#testing/database';

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

/**
 * Cuts the program's connection at the worst moment: everything of a step is done and nothing of it is committed yet. A
 * lock on the list of steps holds it there.
 */
async function cutBeforeCommit(): Promise<boolean> {
  const holder = await killed.pool.connect();
  try {
    await holder.query('begin; lock table kysely_migration in exclusive mode');
    const started = startChild(plan()).then(
      (server) => server,
      () => null,
    );
    for (let ended = 0; ended === 0; ) {
      // Not by the holder: within its transaction it would see the same moment for ever.
      const cut = await killed.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and query like 'insert into "kysely_migration"%'`,
      );
      ended = cut.rowCount ?? 0;
    }
    return (await started) === null;
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}

it('数据库结构更新的每一步在提交前被切断：这一步什么也没有留下，再执行即继续，结构与未中断的相同', async () => {
  const steps = await ownMigrations();
  for (let taken = 1; taken < steps.length; taken += 3) {
    await migrate(killed.db, { only: new Set(steps.slice(0, taken)) });
    const before = await structure(killed.pool);
    expect(await cutBeforeCommit(), steps[taken]).toBe(true);
    expect(await executedMigrations(killed.db)).toHaveLength(taken);
    expect(await structure(killed.pool), steps[taken]).toEqual(before);
  }
  const last = await startChild(plan());
  await last.stop();
  expect(await executedMigrations(killed.db)).toEqual([...steps]);
  expect(await structure(killed.pool)).toEqual(await structure(whole.pool));
});
