import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { testDatabase } from '#testing/database';
import { bootCheck } from './boot-check.ts';
import { databaseFit } from './database-fit.ts';
import { type Database, openDatabase, rows } from './db.ts';
import { migrate } from './migrate.ts';

const ROLES = ['app_rt', 'app_act', 'app_system', 'app_identity', 'app_public'];
const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

/** A login of the given attributes with a database of its own, made as an administrator of an existing server would. */
async function given(attributes: string, how: { readonly locale?: string; readonly encoding?: string; readonly owns?: boolean } = {}) {
  const { adminUrl } = inject('cluster');
  const admin = openDatabase(adminUrl, { max: 1 });
  const name = `fit_${randomBytes(6).toString('hex')}`;
  await admin.pool.query(`create role ${name} login nosuperuser ${attributes} password '${name}'`);
  const owner = how.owns === false ? '' : `owner ${name}`;
  // Whatever provider the server's own databases use: the locale is to be the operating system's here.
  const provider = `locale_provider libc encoding '${how.encoding ?? 'UTF8'}' locale '${how.locale ?? 'C.UTF-8'}'`;
  await admin.pool.query(`create database ${name} ${owner} ${provider} template template0`);
  const inside = openDatabase(adminUrl.replace(/(\/\/[^/]*)\/[^?]*/, `$1/${name}`), { max: 1 });
  const database = openDatabase(adminUrl.replace(/\/\/[^@]*@/, `//${name}:${name}@`).replace(/(\/\/[^/]*)\/[^?]*/, `$1/${name}`), {
    max: 2,
  });
  closings.push(async () => {
    await database.close();
    await inside.close();
    await admin.pool.query(`drop database ${name} with (force)`);
    await admin.pool.query(`drop role ${name}`);
    await admin.close();
  });
  return { name, database, asAdmin: (statements: string) => inside.pool.query(statements) };
}

const reasonOf = async (database: Database): Promise<string> => (await databaseFit(database.pool))?.reason ?? '';
/** What the refusal asks to be executed. */
const remedyIn = (reason: string): string => reason.slice(reason.indexOf('执行：') + '执行：'.length);

describe('现有 PostgreSQL 上的数据库和登录账号，升级之前先检查', () => {
  it('测试所用的登录账号、升级过的数据库通过', async () => {
    const database = await testDatabase();
    expect(await databaseFit(database.pool)).toBeNull();
    await database.close();
  });

  it('账号无权建角色、角色没有授予它：一次写明要执行的全部语句，照做即通过，升级和启动检查都通过', async () => {
    const { name, database, asAdmin } = await given('nocreaterole');
    const reason = await reasonOf(database);
    for (const role of ROLES) expect(reason).toContain(`grant ${role} to "${name}";`);
    expect(await rows(database.pool, `select 1 from pg_tables where schemaname = 'public'`)).toEqual([]);
    await asAdmin(remedyIn(reason));
    expect(await databaseFit(database.pool)).toBeNull();
    await migrate(database.db);
    expect(await databaseFit(database.pool)).toBeNull();
    expect(await bootCheck(database.pool)).toBeNull();
  });

  it('数据库不归账号所有：写明改归属，照做即通过', async () => {
    const { name, database, asAdmin } = await given('nocreaterole', { owns: false });
    const reason = await reasonOf(database);
    expect(reason).toContain(`alter database "${name}" owner to "${name}";`);
    await asAdmin(remedyIn(reason));
    expect(await databaseFit(database.pool)).toBeNull();
    await migrate(database.db);
  });

  it.each([
    ['不认识汉字的区域设置', { locale: 'C' }, '区域设置不认识汉字'],
    ['不是 UTF8 的编码', { locale: 'C', encoding: 'SQL_ASCII' }, '数据库编码为 SQL_ASCII'],
  ])('%s：拒绝并写明怎样另建，什么也不写入', async (_what, how, words) => {
    const { database } = await given('createrole', how);
    const reason = await reasonOf(database);
    expect(reason).toContain(words);
    expect(reason).toContain('create database');
    expect(await rows(database.pool, `select 1 from pg_tables where schemaname = 'public'`)).toEqual([]);
  });
});
