import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '#testing/database';
import { bootCheck } from './boot-check.ts';
import { openDatabase, rows } from './db.ts';
import { migrate, migrateDown, pendingMigrations } from './migrate.ts';

const TABLES = `select count(*) as count from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`;

describe('数据库结构的升级与回退', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase({ migrated: false });
  });
  afterAll(() => database.close());

  const countTables = async (): Promise<number> => (await rows<{ count: number }>(database.pool, TABLES))[0]?.count ?? -1;

  it('空库升级到最新，再升级一次什么也不做', async () => {
    const steps = await migrate(database.db);
    expect(steps[0]).toBe('202611240800_platform_roles');
    expect(await pendingMigrations(database.db)).toEqual([]);
    expect(await migrate(database.db)).toEqual([]);
    expect(await countTables()).toBeGreaterThan(0);
  });

  it('升级后的库通过启动检查：编码、运行角色、汉字检索', async () => {
    expect(await bootCheck(database.pool)).toBeNull();
  });

  it('全部回退后不留一张表，再升级得到同样的表', async () => {
    const before = await countTables();
    const steps = await migrateDown(database.db, null);
    expect(steps.at(-1)).toBe('202611240800_platform_roles');
    expect(await countTables()).toBe(0);
    await migrate(database.db);
    expect(await countTables()).toBe(before);
  });

  it('更新版本的程序升过级的库，本程序照常使用', async () => {
    await database.pool.query(
      `insert into kysely_migration (name, timestamp) values ('209901010000_platform_future', '2099-01-01T00:00:00.000Z')`,
    );
    expect(await migrate(database.db)).toEqual([]);
    await database.pool.query(`delete from kysely_migration where name like '2099%'`);
  });

  it('两个服务同时升级：一个做，一个等，结果一样', async () => {
    await migrateDown(database.db, null);
    const [first, second] = await Promise.all([migrate(database.db), migrate(database.db)]);
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
    expect(await pendingMigrations(database.db)).toEqual([]);
  });
});

describe('不能切换为运行角色的登录账号', () => {
  it('启动检查拒绝，并写明管理员该执行什么', async () => {
    const database = await testDatabase();
    const [owner] = await rows<{ name: string }>(database.pool, 'select current_user as name');
    await database.pool.query(`create role outsider login password 'outsider'`);
    const outsider = openDatabase(database.url.replace(/\/\/[^@]*@/, '//outsider:outsider@'), { max: 1 });
    expect(owner?.name).not.toBe('outsider');
    expect(await bootCheck(outsider.pool)).toMatchObject({ refused: 'runtime-role', reason: expect.stringContaining('grant app_rt to') });
    await outsider.close();
    await database.pool.query('drop role outsider');
    await database.close();
  });
});
