import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refuse } from '#law';
import { inTransaction, type Pool, rows } from '#platform/db';
import { inGatheredTransaction, sendLater } from '#platform/db-together';
import { type TestDatabase, testDatabase } from '#testing/database';
import { inOneTransaction } from './one-transaction.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.pool.query('create table note (n int unique)');
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('delete from note'));

const noted = async () => (await rows<{ n: number }>(database.pool, 'select n from note order by n')).map(({ n }) => n);
const note = (n: number) => ({ name: 'note', text: 'insert into note values ($1)', values: [n] });
const gathered = (pool: Pool, ...numbers: readonly number[]) =>
  inGatheredTransaction(pool, [], async (client) => {
    for (const n of numbers) await sendLater(client, note(n));
  });

describe('演示数据在一个大事务里植入，其中每个事务成为保存点', () => {
  it('合并发送的与逐句发送的都算数，一起提交', async () => {
    await inOneTransaction(database.pool, async (whole) => {
      await gathered(whole, 1, 2);
      await inTransaction(whole, '', (client) => client.query('insert into note values (3)'));
      expect(await noted()).toEqual([]);
    });
    expect(await noted()).toEqual([1, 2, 3]);
  });

  it('其中一个失败或者被拒绝，只撤销它自己；角色、保存点恢复原样', async () => {
    await inOneTransaction(database.pool, async (whole) => {
      await gathered(whole, 1);
      await expect(gathered(whole, 2, 1)).rejects.toThrow('duplicate key');
      await inGatheredTransaction(whole, [{ text: 'set local role app_system' }], async () => refuse('no', null, '不予办理'));
      await gathered(whole, 3);
    });
    expect(await noted()).toEqual([1, 3]);
  });

  it('外层失败的，什么也不留下', async () => {
    const broken = inOneTransaction(database.pool, async (whole) => {
      await gathered(whole, 1);
      throw new Error('stopped half way');
    });
    await expect(broken).rejects.toThrow('stopped half way');
    expect(await noted()).toEqual([]);
  });
});
