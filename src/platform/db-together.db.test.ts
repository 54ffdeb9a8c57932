import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refuse } from '#law';
import { type TestDatabase, testDatabase } from '#testing/database';
import { databaseTrouble, rows, sqlState } from './db.ts';
import { inGatheredTransaction, sendLater, together } from './db-together.ts';

const queries: string[] = [];
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ max: 1, onQuery: (text) => queries.push(text) });
  await database.pool.query('create table note (id int primary key, words text not null)');
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from note');
  queries.length = 0;
});

const notes = () => rows<{ id: number }>(database.pool, 'select id from note order by id');
const note = (id: number, words: string | null = '甲') => ({
  name: 'write note',
  text: 'insert into note values ($1, $2)',
  values: [id, words],
});

describe('几条语句一个来回', () => {
  it('依次执行，后面的看得见前面写的，各得各的答复', async () => {
    const client = await database.pool.connect();
    const [first, , counted] = await together(client, [note(1), note(2), { text: 'select count(*) as n from note' }]);
    client.release();
    expect(first?.rowCount).toBe(1);
    expect(counted?.rows).toEqual([{ n: 2 }]);
    expect(queries).toHaveLength(1);
  });

  it('一条出错，后面的不再执行，都报这个错；同名语句以后照常可用', async () => {
    const client = await database.pool.connect();
    const later = { name: 'count notes', text: 'select count(*) as n from note' };
    await expect(together(client, [note(1), { text: 'select 1/0' }, later])).rejects.toMatchObject({ code: '22012' });
    const [, counted] = await together(client, [note(3), later]);
    client.release();
    expect(counted?.rows).toEqual([{ n: 1 }]);
  });

  it('同名语句再次执行，列和行照样读得对，没有行也对；读不出的值报错以后连接还能用', async () => {
    const client = await database.pool.connect();
    const read = { name: 'read notes', text: 'select id, words from note order by id' };
    const counts: number[] = [];
    for (const id of [1, 2, 3]) {
      const [before, , after] = await together(client, [read, note(id), read]);
      expect(before?.rows).toEqual(after?.rows.slice(0, -1));
      expect(after?.rows.at(-1)).toEqual({ id, words: '甲' });
      expect(after?.fields.map((f) => f.name)).toEqual(['id', 'words']);
      counts.push(after?.rowCount ?? -1);
    }
    expect(counts).toEqual([1, 2, 3]);
    const huge = { name: 'huge', text: 'select 9007199254740993::bigint as n' };
    await expect(together(client, [huge, read])).rejects.toThrow('safe range');
    await expect(together(client, [huge])).rejects.toThrow('safe range');
    const [again] = await together(client, [read]);
    client.release();
    expect(again?.rowCount).toBe(3);
  });

  it('发不出去的值当场报错，其后的语句不发', async () => {
    const client = await database.pool.connect();
    const circular: { self?: unknown } = {};
    circular.self = circular;
    const sent = together(client, [{ text: 'select $1::jsonb', values: [circular] }, note(4)]);
    await expect(sent).rejects.toThrow('circular');
    client.release();
    expect(await notes()).toEqual([]);
  });
});

describe('攒着发的事务', () => {
  it('开始、身份、读取一个来回，写入和提交一个来回', async () => {
    const role = { name: 'account', text: `select set_config('app.account', $1, true)`, values: ['甲'] };
    const seen = await inGatheredTransaction(database.pool, [role], async (client) => {
      const found = await rows<{ account: string }>(client, `select current_setting('app.account') as account`);
      await sendLater(client, note(1));
      await sendLater(client, note(2));
      return found;
    });
    expect(seen).toEqual([{ account: '甲' }]);
    expect(queries).toHaveLength(2);
    expect(await notes()).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('同时问的一个来回得到答复，并且看得见先前要写的', async () => {
    const [all, one] = await inGatheredTransaction(database.pool, [], async (client) => {
      await sendLater(client, note(1));
      return Promise.all([rows(client, 'select id from note'), rows(client, 'select words from note where id = $1', [1])]);
    });
    expect(all).toEqual([{ id: 1 }]);
    expect(one).toEqual([{ words: '甲' }]);
    expect(queries).toHaveLength(2);
  });

  it('没有等的写入出错，提交时报错，什么也不留下，连接还能再用', async () => {
    const failing = inGatheredTransaction(database.pool, [], async (client) => {
      await sendLater(client, note(1));
      await sendLater(client, note(1));
    });
    expect(sqlState(await failing.catch((error: unknown) => error))).toBe('23505');
    expect(await notes()).toEqual([]);
  });

  it('语句的错被吞掉以后提交，不会被当作成功', async () => {
    const swallowing = inGatheredTransaction(database.pool, [], async (client) => {
      await client.query(`insert into note values (1, '甲')`);
      await client.query('select 1/0').catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('aborted');
    expect(await notes()).toEqual([]);
  });

  it('依法不准的结果什么也不写，要写的也不写', async () => {
    const refusal = refuse('too-early', null, '尚未到期');
    const outcome = await inGatheredTransaction(database.pool, [], async (client) => {
      await client.query(`insert into note values (1, '甲')`);
      await sendLater(client, note(2));
      return refusal;
    });
    expect(outcome).toBe(refusal);
    expect(await notes()).toEqual([]);
  });

  it('半路出错什么也不写；连接被切断报“连不上”，下一次照常', async () => {
    const failing = inGatheredTransaction(database.pool, [], async (client) => {
      await client.query(`insert into note values (1, '甲')`);
      throw new Error('半路出错');
    });
    await expect(failing).rejects.toThrow('半路出错');
    const cut = inGatheredTransaction(database.pool, [], (client) => client.query('select pg_terminate_backend(pg_backend_pid())'));
    expect(databaseTrouble(await cut.catch((error: unknown) => error))).toBe('gone');
    expect(await notes()).toEqual([]);
  });
});
