import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate, shanghaiMidnight } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import { demonstrationAccounts } from '#platform/identity/demonstration';
import { DEFAULT_SETTINGS, type Identity } from '#platform/identity/identity';
import { identityKeys } from '#platform/identity/keys';
import { loadMachine } from '#platform/identity/machine-keys';
import { passwordFaults } from '#platform/identity/password-rules';
import { signIn } from '#platform/identity/sign-in';
import { REGISTER_LOAD } from '#registers/organisations';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testPlatform } from '#testing/platform';
import { demonstrationPrintout, isUnseeded, seedDemonstration } from './demonstration.ts';
import { loadHolidays, shippedNotices } from './holidays.ts';
import { openCohorts, recordRegisters } from './plant.ts';
import { DEMONSTRATION_PASSWORD, demonstrationMachineKey } from './secrets.ts';
import { knownAt } from './seed-city.ts';
import type { SeedWorld } from './world/world.ts';

const now = shanghaiMidnight(localDate('2026-11-24')) + 9 * 3_600_000;
let database: TestDatabase;
let identity: Identity;
let world: SeedWorld;

beforeAll(async () => {
  database = await testDatabase();
  const settings = { ...DEFAULT_SETTINGS, mode: 'demo', requestsPerMinute: 0 } as const;
  identity = { pool: database.pool, now: () => now, keys: identityKeys(randomBytes(32)), settings };
  expect(await isUnseeded(database.pool)).toBe(true);
  world = await seedDemonstration(database.pool, identity);
});
afterAll(() => database.close());

const count = async (sql: string): Promise<number> => Number((await rows<{ n: number }>(database.pool, sql))[0]?.n);

describe('演示城市入库', () => {
  it('单位、人员、岗位、证件都已入库，且不再视为空库', async () => {
    expect(await isUnseeded(database.pool)).toBe(false);
    const suspended = world.units.filter((u) => u.suspendedFrom !== null).length;
    expect(await count('select count(*)::int n from organisation_record')).toBe(world.units.length + suspended);
    expect(await count('select count(*)::int n from account')).toBe(world.people.length);
    expect(await count(`select count(*)::int n from certificate_record where kind = 'supervision'`)).toBeGreaterThanOrEqual(15);
  });

  it('每个演示账号都能凭公布的口令和登录页上的动态码登录', async () => {
    const accounts = await demonstrationAccounts(identity);
    expect(accounts.length).toBe(world.people.filter((p) => p.posts[0]?.role !== 'machine').length);
    for (const login of ['sf-jd1', 'scjg-sw', 'lh-sf-jz', 'lh-ls-sfs', 'gl-xt', 'zf-ld']) {
      const account = accounts.find((a) => a.login === login);
      const answer = await signIn(
        identity,
        { login, password: DEMONSTRATION_PASSWORD, code: account?.code ?? '' },
        { source: '127.0.0.1', agent: '' },
      );
      expect(answer, login).not.toHaveProperty('failed');
    }
  });

  it('公布的口令符合平台自己的口令规则', () => {
    expect(passwordFaults(DEMONSTRATION_PASSWORD, { profile: 'dengbao3', names: ['sf-jd1'] })).toEqual([]);
  });

  it('系统对接账号凭公布的密钥以自己的岗位进入', async () => {
    const machine = await loadMachine(identity, `Bearer ${demonstrationMachineKey('sf-jk')}`);
    expect(machine?.session.role).toBe('machine');
    expect(await loadMachine(identity, `Bearer ${demonstrationMachineKey('nobody')}`)).toBeNull();
  });

  it('借调监督员有两个岗位，第二岗位到期次日不再持有（细则第二十三条第一款）', async () => {
    const held = (day: string) =>
      rows<{ name: string }>(
        database.pool,
        `select r.name from post p join account a on a.id = p.account_id join organisation_record r on r.organisation_id = p.organisation_id
         where a.login = 'wy-sf-jd' and p.held @> $1::date order by r.name`,
        [day],
      );
    expect((await held('2027-01-23')).map((r) => r.name)).toEqual(['临河区司法局', '五原县司法局']);
    expect((await held('2027-01-24')).map((r) => r.name)).toEqual(['五原县司法局']);
  });

  it('日历载入2020年至2026年，2027年未载入；重复载入不重复', async () => {
    await loadHolidays(database.pool, await shippedNotices(), now);
    const years = await rows<{ year: number }>(database.pool, 'select year from calendar_year order by year');
    expect(years.map((y) => y.year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    const eve = await rows<{ name: string; off: boolean }>(database.pool, `select name, off from calendar_day where day = '2022-12-31'`);
    expect(eve).toEqual([{ name: '元旦', off: true }]);
  });

  it('名录由办理记录载入：每条记载都指向载入的那一步，且可核验（DESIGN §2 register）', async () => {
    const platform = await testPlatform(database.pool, () => now, kindsOf([anyKind(REGISTER_LOAD)]));
    await openCohorts(platform, world);
    await recordRegisters({ ...platform, now: () => knownAt(world) }, world);
    const without = (table: string) =>
      count(`select count(*)::int n from ${table} r where not exists (select from act a where a.id = r.act_id and a.type = 'load')`);
    expect(await without('organisation_record')).toBe(0);
    expect(await without('certificate_record')).toBe(0);
    expect(await verify(platform)).toMatchObject({ matters: 2, acts: 6, faults: [] });
  });

  it('启动时印出的账号不含系统对接账号的口令登录，含密钥', () => {
    const printed = demonstrationPrintout(world);
    expect(printed).toContain('sf-jd1 行政执法监督人员');
    expect(printed).not.toContain('sf-jk 系统对接账号');
    expect(printed).toContain(demonstrationMachineKey('sf-jk'));
  });
});
