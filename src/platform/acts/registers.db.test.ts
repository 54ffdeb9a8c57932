import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RegisterFacts } from '#law';
import { type Client, inTransaction, openDatabase } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { keptMark, type Standing, type StandingRow, standingColumns, standingOf } from './kept-registers.ts';
import { factsUnder } from './registers.ts';

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
async function standingIn(client: Pick<Client, 'query'>, since = keptMark(database.pool)): Promise<Standing> {
  const { rows: found } = await client.query<StandingRow>(`select ${standingColumns(1)} from register_version v`, [since]);
  if (found[0] === undefined) throw new Error('名录没有标记');
  return standingOf(found[0]);
}

async function factsIn(client: Pick<Client, 'query'>, unit = city.区市场监管局.id, standing?: Standing): Promise<RegisterFacts> {
  const about = { organisations: [unit], persons: [city.市司法局.supervisorA.officerId] };
  return (await factsUnder(client as Client, database.pool, standing ?? (await standingIn(client)), about, ANCHOR)).facts;
}

const nameIn = async (client: Pick<Client, 'query'>, standing?: Standing): Promise<string | undefined> => {
  const unit = city.区市场监管局.id;
  return (await factsIn(client, unit, standing)).organisations.get(unit)?.name;
};

/** How often the registers are read while the work is done. */
async function readsDuring(work: () => Promise<unknown>): Promise<number> {
  const before = queries.length;
  await work();
  return queries.slice(before).filter((q) => q.includes('organisation_record r')).length;
}

const rename = (client: Pick<Client, 'query'>, name: string) =>
  client.query('update organisation_record set name = $2 where organisation_id = $1', [city.区市场监管局.id, name]);

const renameOf = (unit: string, name: string) =>
  database.pool.query('update organisation_record set name = $2 where organisation_id = $1', [unit, name]);

const asSystem = <T>(work: (client: Client) => Promise<T>): Promise<T> => inTransaction(database.pool, SYSTEM_PREAMBLE, work);

describe('名录事实读过一次就留在进程里，名录一变即重读', () => {
  it('名录未变的不再查询', async () => {
    expect(await readsDuring(() => nameIn(database.pool))).toBe(0);
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
      const after = await standingIn(database.pool, before.version);
      expect(after.version, what).not.toBe(before.version);
      expect(after.changed, what).toHaveLength(1);
    }
    const before = await standingIn(database.pool);
    await asSystem((client) => client.query('update matter set changed_at = changed_at'));
    expect(await standingIn(database.pool)).toEqual(before);
  });

  it('只重读变动所及的单位和人员：别的单位、别的人员变了，留下的照用；本单位、本人变了，立即重读', async () => {
    const [own, other] = [city.区市场监管局.id, city.市司法局.id];
    await factsIn(database.pool, other);
    await renameOf(other, city.市司法局.name);
    expect(await readsDuring(() => nameIn(database.pool))).toBe(0);
    await database.pool.query('update officer set name = name where id = $1', [city.市司法局.supervisorB.officerId]);
    expect(await readsDuring(() => nameIn(database.pool))).toBe(0);
    await renameOf(own, '新名称');
    expect(await readsDuring(async () => expect(await nameIn(database.pool)).toBe('新名称'))).toBe(1);
    await database.pool.query('update certificate_record set status = status where officer_id = $1', [city.市司法局.supervisorA.officerId]);
    expect(await readsDuring(() => nameIn(database.pool))).toBe(1);
    await renameOf(own, city.区市场监管局.name);
    expect(await nameIn(database.pool)).toBe(city.区市场监管局.name);
  });

  it('上级和所在地司法行政部门变了，以它为上级的单位一并得知', async () => {
    const bureau = city.区司法局.id;
    expect((await factsIn(database.pool)).organisations.get(bureau)?.name).toBe(city.区司法局.name);
    await renameOf(bureau, '改过的司法局');
    expect((await factsIn(database.pool)).organisations.get(bureau)?.name).toBe('改过的司法局');
    await renameOf(bureau, city.区司法局.name);
  });

  it('一次变动超过一百个单位和人员，或者变动已经久远，一律重读', async () => {
    await database.pool.query(
      `insert into officer (id, city, organisation_id, name) select gen_random_uuid(), 1508, $1, '批量' from generate_series(1, 101)`,
      [city.区市场监管局.id],
    );
    expect((await standingIn(database.pool)).changed).toBeNull();
    expect(await readsDuring(() => nameIn(database.pool))).toBe(1);
    const mark = keptMark(database.pool);
    await database.pool.query(`delete from register_change where version = $1`, [mark]);
    await database.pool.query('update officer set name = name where id = $1', [city.市司法局.supervisorB.officerId]);
    expect((await standingIn(database.pool, mark)).changed).toBeNull();
    expect(await readsDuring(() => nameIn(database.pool))).toBe(1);
  });

  it('先问后用之间别的办理已经用上新名录：先问的不拿错，也不把旧的留下', async () => {
    const early = await standingIn(database.pool);
    await renameOf(city.区市场监管局.id, '后来的名称');
    expect(await nameIn(database.pool)).toBe('后来的名称');
    expect(await nameIn(database.pool, early)).toBe('后来的名称');
    expect(await nameIn(database.pool)).toBe('后来的名称');
    await renameOf(city.区市场监管局.id, city.区市场监管局.name);
    expect(await nameIn(database.pool)).toBe(city.区市场监管局.name);
  });

  it('两台服务器各留各的：一台早已用上新名录，另一台隔了几次变动再问，变过的一个不漏，没有变的照用', async () => {
    const [own, other] = [city.区市场监管局, city.市司法局];
    const { pool: second, close } = openDatabase(database.url, { max: 1 });
    try {
      const seen = async (unit: string) => {
        const standing = await standingIn(second, keptMark(second));
        const { facts } = await factsUnder(second as unknown as Client, second, standing, { organisations: [unit], persons: [] }, ANCHOR);
        return facts.organisations.get(unit)?.name;
      };
      expect([await seen(own.id), await seen(other.id)]).toEqual([own.name, other.name]);
      const early = await standingIn(second, keptMark(second));
      for (const name of ['第一次改名', '第二次改名', '第三次改名']) {
        await renameOf(own.id, name);
        expect(await nameIn(database.pool)).toBe(name);
      }
      await renameOf(other.id, '也改了名');
      expect((await standingIn(second, early.version)).changed).toEqual(expect.arrayContaining([own.id, other.id]));
      expect([await seen(own.id), await seen(other.id)]).toEqual(['第三次改名', '也改了名']);
    } finally {
      await renameOf(own.id, own.name);
      await renameOf(other.id, other.name);
      await close();
    }
  });

  it('撤回到保存点的变动不换标记，其后的照记；一次变动里既有撤回又有保留的，只记保留的', async () => {
    const before = await standingIn(database.pool);
    await asSystem(async (client) => {
      await client.query('savepoint one');
      await rename(client, '撤回的名称');
      await client.query('rollback to savepoint one');
      expect((await standingIn(client)).isOwn).toBe(false);
    });
    expect((await standingIn(database.pool)).version).toBe(before.version);
    await asSystem(async (client) => {
      await client.query('savepoint one');
      await rename(client, '撤回的名称');
      await client.query('set constraints all immediate; rollback to savepoint one; set constraints all deferred');
      await client.query('update officer set name = name where id = $1', [city.市司法局.supervisorB.officerId]);
    });
    const after = await standingIn(database.pool, before.version);
    expect([after.version === before.version, after.changed]).toEqual([false, [city.市司法局.supervisorB.officerId]]);
    expect(await nameIn(database.pool)).toBe(city.区市场监管局.name);
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
