import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { findOrgan } from './loading/organ-book.ts';
import { readOrganBook } from './store.ts';

let database: TestDatabase;
let city: TestCity;
const queries: string[] = [];

beforeAll(async () => {
  database = await testDatabase({ onQuery: (q) => queries.push(q) });
  ({ city } = await seedTestCity(database.pool));
});
afterAll(() => database.close());
beforeEach(() => queries.splice(0));

const book = () =>
  inTransaction(database.pool, SYSTEM_PREAMBLE, async (client) => {
    const [unit] = (await client.query<{ city: number }>('select city from organisation where id = $1', [city.区市场监管局.id])).rows;
    return readOrganBook(client, database.pool, unit?.city ?? 0, city.市司法局.id);
  });
const found = async (name: string): Promise<string | null> => {
  const answer = findOrgan(await book(), { name, uscc: null }, ANCHOR);
  return answer.is === 'organ' ? answer.organ.id : null;
};
const registerReads = (): number => queries.filter((q) => q.includes('organisation_record r')).length;
const rename = (name: string) =>
  database.pool.query('update organisation_record set name = $2 where organisation_id = $1', [city.区市场监管局.id, name]);

describe('导入时查找处罚机关', () => {
  it('名录没有变动的，一个文件的各段只读一次', async () => {
    await rename('某区市场监督管理局');
    expect(await found('某区市场监督管理局')).toBe(city.区市场监管局.id);
    expect(await found('某区市场监督管理局')).toBe(city.区市场监管局.id);
    expect(registerReads()).toBe(1);
  });

  it('名录变动以后，下一段即按新的名称查找，旧的名称不再认', async () => {
    await rename('某区市场监督管理局');
    await book();
    await rename('某区市场监管综合执法局');
    expect(await found('某区市场监管综合执法局')).toBe(city.区市场监管局.id);
    expect(await found('某区市场监督管理局')).toBeNull();
  });

  it('没有写定的变动不算，撤回以后仍按原来的名称', async () => {
    await rename('某区市场监督管理局');
    const client = await database.pool.connect();
    await client.query('begin');
    await client.query('update organisation_record set name = $2 where organisation_id = $1', [city.区市场监管局.id, '未写定的名称']);
    expect(await found('未写定的名称')).toBeNull();
    await client.query('rollback');
    client.release();
    expect(await found('某区市场监督管理局')).toBe(city.区市场监管局.id);
  });

  it('报送单位自己指定的名称，指定以后即认，不必等名录变动', async () => {
    await book();
    await database.pool.query(
      `insert into penalty_organ_name (city, source_id, name, organ_id, said_by, said_at)
       select o.city, $1, '区市监', $2, gen_random_uuid(), now() from organisation o where o.id = $2`,
      [city.市司法局.id, city.区市场监管局.id],
    );
    expect(await found('区市监')).toBe(city.区市场监管局.id);
    expect(registerReads()).toBe(0);
  });
});
