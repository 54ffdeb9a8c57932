import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refuse } from '#law';
import { type TestDatabase, testDatabase } from '#testing/database';
import { databaseTrouble, inTransaction, openDatabase, rows, run, setLocal, sqlState } from './db.ts';

const queries: string[] = [];
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ onQuery: (text) => queries.push(text) });
  await database.pool.query('create table note (id int primary key, words text not null)');
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from note');
  queries.length = 0;
});

const notes = () => rows<{ id: number }>(database.pool, 'select id from note order by id');

describe('值从数据库出来的样子', () => {
  it('日期还是那一天，不受时区影响', async () => {
    const [row] = await rows(database.pool, `select date '2026-10-01' as day, array[date '2026-10-01', null] as days`);
    expect(row).toEqual({ day: '2026-10-01', days: ['2026-10-01', null] });
  });

  it('时刻是 UTC 的 ISO 文字，写入什么读出什么', async () => {
    const instant = '2026-09-01T00:00:00.120Z';
    const [row] = await rows(database.pool, 'select $1::timestamptz as at, array[$1::timestamptz] as all', [instant]);
    expect(row).toEqual({ at: instant, all: [instant] });
  });

  it('计数与金额（分）是数字，失真的大数报错', async () => {
    const [row] = await rows(
      database.pool,
      'select 1234567890123::bigint as fen, array[1::bigint] as several, count(*) as count from note',
    );
    expect(row).toEqual({ fen: 1234567890123, several: [1], count: 0 });
    await expect(rows(database.pool, 'select 9223372036854775807::bigint as big')).rejects.toThrow('safe range');
  });

  it('jsonb 已解析，bytea 是字节', async () => {
    const [row] = await rows(database.pool, `select '{"文号":"临司监字〔2026〕1号"}'::jsonb as body, '\\x0102'::bytea as bytes`);
    expect(row).toEqual({ body: { 文号: '临司监字〔2026〕1号' }, bytes: Buffer.from([1, 2]) });
  });

  it('kysely 写的查询也从同一个口出来', async () => {
    await database.pool.query(`insert into note values (1, '甲')`);
    expect(await run(database.pool, database.db.selectFrom('note').select('words'))).toEqual([{ words: '甲' }]);
  });
});

describe('一个事务', () => {
  it('开始连同身份设置只占一个来回，提交占一个', async () => {
    await inTransaction(database.pool, `${setLocal('app.account', '甲')}`, (client) => rows(client, `insert into note values (1, '甲')`));
    expect(queries).toHaveLength(3);
    expect(await notes()).toEqual([{ id: 1 }]);
  });

  it('身份设置只在本事务内有效，引号不能越界', async () => {
    const account = "o'; reset role; --";
    const inside = await inTransaction(database.pool, setLocal('app.account', account), (client) =>
      rows(client, `select current_setting('app.account') as account`),
    );
    expect(inside).toEqual([{ account }]);
    const [outside] = await rows<{ account: string }>(
      database.pool,
      `select coalesce(current_setting('app.account', true), '') as account`,
    );
    expect(outside?.account).toBe('');
  });

  it('依法不准的结果什么也不写', async () => {
    const refusal = refuse('too-early', null, '尚未到期');
    const outcome = await inTransaction(database.pool, '', async (client) => {
      await client.query(`insert into note values (1, '甲')`);
      return refusal;
    });
    expect(outcome).toBe(refusal);
    expect(await notes()).toEqual([]);
  });

  it('出错什么也不写，连接还能再用', async () => {
    const failing = inTransaction(database.pool, '', async (client) => {
      await client.query(`insert into note values (1, '甲')`);
      throw new Error('半路出错');
    });
    await expect(failing).rejects.toThrow('半路出错');
    expect(await notes()).toEqual([]);
  });

  it('语句的错被吞掉以后提交，不会被当作成功', async () => {
    const swallowing = inTransaction(database.pool, '', async (client) => {
      await client.query(`insert into note values (1, '甲')`);
      await client.query('select 1/0').catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('aborted');
    expect(await notes()).toEqual([]);
  });

  it('可重复的事务遇到并发冲突再做一次，再输就报错', async () => {
    const losing = (times: number) => {
      let attempts = 0;
      const work = () => {
        attempts += 1;
        return attempts <= times ? Promise.reject(Object.assign(new Error('冲突'), { code: '40001' })) : Promise.resolve(attempts);
      };
      return work;
    };
    expect(await inTransaction(database.pool, '', losing(1), { repeatable: true })).toBe(2);
    await expect(inTransaction(database.pool, '', losing(2), { repeatable: true })).rejects.toThrow('冲突');
    await expect(inTransaction(database.pool, '', losing(1))).rejects.toThrow('冲突');
  });

  it('真正的死锁由数据库判出，一方重做后两方都成功', async () => {
    await database.pool.query(`insert into note values (1, '甲'), (2, '乙')`);
    const touch = (first: number, second: number) =>
      inTransaction(
        database.pool,
        '',
        async (client) => {
          await client.query(`update note set words = words || '改' where id = $1`, [first]);
          await client.query('select pg_sleep(0.2)');
          await client.query(`update note set words = words || '改' where id = $1`, [second]);
        },
        { repeatable: true },
      );
    await Promise.all([touch(1, 2), touch(2, 1)]);
    expect(await rows(database.pool, 'select words from note order by id')).toEqual([{ words: '甲改改' }, { words: '乙改改' }]);
  });
});

describe('数据库断开', () => {
  it('连接被切断时服务不倒，这一次报“连不上”，下一次照常', async () => {
    const cut = inTransaction(database.pool, '', (client) => client.query('select pg_terminate_backend(pg_backend_pid())'));
    const error: unknown = await cut.catch((reason: unknown) => reason);
    expect(databaseTrouble(error)).toBe('gone');
    expect(await notes()).toEqual([]);
  });

  it('没有数据库在听的地址报“连不上”', async () => {
    const nowhere = openDatabase('postgresql://nobody:x@127.0.0.1:1/none', { max: 1 });
    const error: unknown = await nowhere.pool.query('select 1').catch((reason: unknown) => reason);
    expect(sqlState(error)).toBe('ECONNREFUSED');
    expect(databaseTrouble(error)).toBe('gone');
    await nowhere.close();
  });

  it.each([
    ['53100', 'full'],
    ['40001', 'busy'],
    ['57P03', 'gone'],
    ['23505', null],
  ])('错误码 %s 判作 %s', (code, trouble) => {
    expect(databaseTrouble(Object.assign(new Error('数据库出错'), { code }))).toBe(trouble);
  });
});
