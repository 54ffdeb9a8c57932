import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { factsUnder, type Standing } from './registers.ts';

let database: TestDatabase;
let city: TestCity;
const queries: string[] = [];

beforeAll(async () => {
  database = await testDatabase({ onQuery: (q) => queries.push(q) });
  ({ city } = await seedTestCity(database.pool));
});
afterAll(() => database.close());
beforeEach(async () => {
  await nameIn(database.pool);
});

/** As the load of an act reads it. */
async function standingIn(client: Pick<Client, 'query'>): Promise<Standing> {
  const [row] = await rows<{ version: string; changed: boolean | null }>(
    client,
    `select version, current_setting('app.registers_changed', true) = 'yes' as changed from register_version`,
  );
  return { version: row?.version ?? null, isOwn: row?.changed === true };
}

async function nameIn(client: Pick<Client, 'query'>): Promise<string | undefined> {
  const unit = city.区市场监管局.id;
  const about = { organisations: [unit], persons: [city.市司法局.supervisorA.officerId] };
  const { facts } = await factsUnder(client as Client, database.pool, await standingIn(client), about, ANCHOR);
  return facts.organisations.get(unit)?.name;
}

const rename = (client: Pick<Client, 'query'>, name: string) =>
  client.query('update organisation_record set name = $2 where organisation_id = $1', [city.区市场监管局.id, name]);

const asSystem = <T>(work: (client: Client) => Promise<T>): Promise<T> => inTransaction(database.pool, SYSTEM_PREAMBLE, work);

describe('名录事实读过一次就留在进程里，名录一变即重读', () => {
  it('名录未变的不再查询', async () => {
    const before = queries.length;
    await nameIn(database.pool);
    expect(queries.slice(before).filter((q) => q.includes('organisation_record'))).toEqual([]);
  });

  it('别的事务改了名录：提交以前看不到，提交以后立即看到', async () => {
    const client = await database.pool.connect();
    await client.query('begin; set local role app_system');
    await rename(client, '提交以后的名称');
    expect(await nameIn(database.pool)).toBe(city.区市场监管局.name);
    await client.query('commit');
    client.release();
    expect(await nameIn(database.pool)).toBe('提交以后的名称');
    await asSystem((other) => rename(other, city.区市场监管局.name));
    expect(await nameIn(database.pool)).toBe(city.区市场监管局.name);
  });

  it('本事务自己改了名录：自己立即看到，别人看不到，撤回后不留痕迹', async () => {
    const undone = asSystem(async (client) => {
      expect(await nameIn(client)).toBe(city.区市场监管局.name);
      await rename(client, '未提交的名称');
      expect(await nameIn(client)).toBe('未提交的名称');
      expect(await nameIn(database.pool)).toBe(city.区市场监管局.name);
      throw new Error('撤回');
    });
    await expect(undone).rejects.toThrow('撤回');
    expect(await nameIn(database.pool)).toBe(city.区市场监管局.name);
  });

  it('单位、单位登记、人员、证件，任何一处增改都换新标记；别处的办理不换', async () => {
    const changes: readonly [string, string, readonly unknown[]][] = [
      ['单位', 'update organisation set reach_line_hi = reach_line_hi where id = $1', [city.区市场监管局.id]],
      ['单位登记', 'update organisation_record set phone = $2 where organisation_id = $1', [city.区市场监管局.id, '1']],
      ['人员', 'update officer set name = name where id = $1', [city.市司法局.supervisorA.officerId]],
      [
        '新人员',
        'insert into officer (id, city, organisation_id, name) values ($1, 1508, $2, $3)',
        [randomUUID(), city.区市场监管局.id, '甲'],
      ],
      ['证件', 'update certificate_record set status = status where officer_id = $1', [city.市司法局.supervisorA.officerId]],
    ];
    for (const [what, sql, values] of changes) {
      const before = await standingIn(database.pool);
      await database.pool.query(sql, [...values]);
      expect((await standingIn(database.pool)).version, what).not.toBe(before.version);
    }
    const before = await standingIn(database.pool);
    await asSystem((client) => client.query('update matter set changed_at = changed_at'));
    expect(await standingIn(database.pool)).toEqual(before);
  });

  it('名录变动的事务同时进行，互不等待，只在提交时先后', async () => {
    const [one, two] = [await database.pool.connect(), await database.pool.connect()];
    await one.query('begin');
    await two.query('begin');
    await one.query('update officer set name = name where id = $1', [city.市司法局.supervisorA.officerId]);
    await two.query(`set local lock_timeout = '2s'`);
    await two.query('update organisation_record set phone = null where organisation_id = $1', [city.区市场监管局.id]);
    await two.query('commit');
    await one.query('commit');
    one.release();
    two.release();
    expect(await nameIn(database.pool)).toBe(city.区市场监管局.name);
  });
});
