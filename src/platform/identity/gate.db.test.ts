import Fastify, { type FastifyInstance, type HTTPMethods } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_ROLES, type Role } from '#law';
import { steppedClock } from '#platform/clock-now';
import type { Identity } from '#platform/identity/identity';
import { type TestDatabase, testDatabase } from '#testing/database';
import { anOrganisation, aPerson, browser, OWN_PAGE, testIdentity, testServer } from '#testing/identity';
import { installIdentity } from './guard.ts';
import { digestOf } from './keys.ts';
import { ROUTE_SCOPES, type RouteScope } from './route-scope.ts';
import { openSession } from './sessions.ts';

const pathOf = (scope: string): string => `/try/${scope.replace(':', '-')}`;
const clock = steppedClock('2026-03-16T09:00:00+08:00');
let database: TestDatabase;
let identity: Identity;
let unit: string;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  identity = testIdentity(database.pool, clock.now);
  unit = await anOrganisation(database.pool);
  app = await testServer(identity, (server) => {
    for (const scope of ROUTE_SCOPES) {
      const config = scope === 'machine' ? { scope, machineScope: 'penalty-records.write' as const } : { scope };
      server.get(pathOf(scope), { config }, async () => ({ ok: true }));
      server.post(pathOf(scope), { config }, async () => ({ ok: true }));
    }
    const both: RouteScope[] = ['business', 'machine'];
    server.post('/try/both', { config: { scope: both, machineScope: 'penalty-records.write' } }, async (request) => ({
      role: request.session?.role,
    }));
  });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function cookieOf(role: Role): Promise<string> {
  const person = await aPerson(identity, [{ organisationId: unit, role, labelMax: 0 }]);
  const client = await database.pool.connect();
  const opened = await openSession(identity, client, {
    accountId: person.accountId,
    postId: person.postIds[0] ?? '',
    fresh: true,
    origin: { source: 'test', agent: 'test' },
  });
  client.release();
  return `faheng=${opened.token}`;
}

describe('每个接口都要声明谁可以访问', () => {
  const boot = async (config: object): Promise<unknown> => {
    const server = Fastify();
    await installIdentity(server, identity);
    server.get('/api/forgotten', { config }, async () => ({}));
    try {
      return await server.ready().then(() => 'started');
    } catch (error) {
      return String(error);
    } finally {
      await server.close();
    }
  };
  it('漏声明一个接口，服务拒绝启动并指出是哪一个', async () => {
    expect(await boot({})).toContain('GET /api/forgotten');
    expect(await boot({ scope: 'everyone' })).toContain('GET /api/forgotten');
    expect(await boot({ scope: 'machine' })).toContain('GET /api/forgotten');
    expect(await boot({ scope: 'public' })).toBe('started');
  });
});

describe('访问范围：每种身份 × 每种范围', () => {
  const roles: readonly Role[] = ['handler', 'head', 'justice-office', 'liaison', 'system-admin', 'security-admin', 'audit-admin'];
  const opens = (role: Role, scope: RouteScope): boolean => {
    if (scope === 'public' || scope === 'signed-in') return true;
    if (scope === 'business') return !ADMIN_ROLES.includes(role);
    return `admin:${role.replace('-admin', '')}` === scope;
  };
  it.each(roles)('%s 只能进入自己的范围，其余如同不存在，并记入日志', async (role) => {
    const page = browser(app, await cookieOf(role));
    for (const scope of ROUTE_SCOPES) {
      const answer = await page.call({ url: pathOf(scope) });
      expect([scope, answer.statusCode]).toEqual([scope, opens(role, scope) ? 200 : 404]);
    }
    const refused = await database.pool.query(`select count(*) from audit_event where action = 'route.refused' and role = $1`, [role]);
    expect(refused.rows[0].count).toBe(ROUTE_SCOPES.filter((scope) => !opens(role, scope)).length);
  });
  it('未登录只能进入公开范围', async () => {
    for (const scope of ROUTE_SCOPES)
      expect([scope, (await browser(app).call({ url: pathOf(scope) })).statusCode]).toEqual([scope, scope === 'public' ? 200 : 401]);
  });
});

describe('跨站请求：改动数据的接口只接受本平台页面发出的请求', () => {
  const cases: readonly (readonly [string, Record<string, string>])[] = [
    ['没有 Origin', { 'x-faheng': '1' }],
    ['别处的 Origin', { 'x-faheng': '1', origin: 'https://evil.example' }],
    ['同主机另一端口', { 'x-faheng': '1', origin: 'http://localhost:81' }],
    ['同主机另一协议', { 'x-faheng': '1', origin: 'https://localhost:80' }],
    ['Origin 为 null', { 'x-faheng': '1', origin: 'null' }],
    ['没有 X-Faheng', { origin: OWN_PAGE.origin }],
    ['X-Faheng 不为 1', { origin: OWN_PAGE.origin, 'x-faheng': 'yes' }],
  ];
  const methods: readonly HTTPMethods[] = ['POST'];
  it.each(cases)('%s：已登录也拒绝', async (_, headers) => {
    const cookie = await cookieOf('handler');
    for (const method of methods)
      for (const scope of ROUTE_SCOPES.filter((each) => each !== 'machine')) {
        const answer = await app.inject({ method, url: pathOf(scope), headers: { ...headers, cookie } });
        expect([scope, answer.statusCode, answer.json().error]).toEqual([scope, 403, 'cross-site']);
      }
  });
  it('本平台页面发出的请求照常办理', async () => {
    const page = browser(app, await cookieOf('handler'));
    expect((await page.call({ method: 'POST', url: '/try/business' })).statusCode).toBe(200);
  });
});

describe('接口密钥：只能做授权的事', () => {
  const key = `fhk_${'A2B3'.repeat(13)}`;
  const call = (headers: Record<string, string>, url = '/try/both') => app.inject({ method: 'POST', url, headers });
  let accountId: string;

  beforeAll(async () => {
    const machine = await aPerson(identity, [{ organisationId: unit, role: 'machine', labelMax: 1 }], { name: '监管系统' });
    accountId = machine.accountId;
    await database.pool.query(
      `insert into machine_key (id, name, key_hash, account_id, post_id, scopes, created_at, expires_at)
       values (gen_random_uuid(), '对接', $1, $2, $3, '{penalty-records.write}', '2026-01-01', '2026-03-17T00:00:00+08:00')`,
      [digestOf(key), accountId, machine.postIds[0]],
    );
  });

  it('凭密钥报送，不需要 Cookie 和 Origin', async () => {
    expect((await call({ authorization: `Bearer ${key}` })).json()).toEqual({ role: 'machine' });
  });
  it('进不了业务页面、管理接口，也不能借用 Cookie', async () => {
    for (const scope of ['business', 'signed-in', 'admin:system']) {
      const answer = await app.inject({ url: pathOf(scope), headers: { authorization: `Bearer ${key}` } });
      expect([scope, answer.statusCode]).toEqual([scope, 401]);
    }
  });
  it('密钥错一位、未授权此项、停用、到期：一律拒绝', async () => {
    expect((await call({ authorization: `Bearer ${key.slice(0, -1)}4` })).json()).toMatchObject({ error: 'machine-key' });
    const change = (set: string): Promise<unknown> =>
      database.pool.query(`update machine_key set ${set} where account_id = $1`, [accountId]);
    await change(`scopes = '{penalty-records.read}'`);
    expect((await call({ authorization: `Bearer ${key}` })).statusCode).toBe(401);
    await change(`scopes = '{penalty-records.write}', revoked_at = now()`);
    expect((await call({ authorization: `Bearer ${key}` })).statusCode).toBe(401);
    await change('revoked_at = null');
    clock.set('2026-03-16T23:59:59+08:00');
    expect((await call({ authorization: `Bearer ${key}` })).statusCode).toBe(200);
    clock.set('2026-03-17T00:00:00+08:00');
    expect((await call({ authorization: `Bearer ${key}` })).statusCode).toBe(401);
    clock.set('2026-03-16T09:00:00+08:00');
  });
});

describe('访问频率', () => {
  it('一分钟内第 4 次起拒绝，下一分钟恢复；各账号分别计算', async () => {
    const limited = { ...identity, settings: { ...identity.settings, requestsPerMinute: 3 } };
    const server = await testServer(limited, (bare) => {
      bare.get('/try', { config: { scope: 'signed-in' } }, async () => ({}));
    });
    const [one, two] = [browser(server, await cookieOf('handler')), browser(server, await cookieOf('head'))];
    const states: number[] = [];
    for (let i = 0; i < 4; i++) states.push((await one.call({ url: '/try' })).statusCode);
    expect(states).toEqual([200, 200, 200, 429]);
    expect((await two.call({ url: '/try' })).statusCode).toBe(200);
    clock.advance(60_000);
    expect((await one.call({ url: '/try' })).statusCode).toBe(200);
    await server.close();
  });
  it('程序自身的文件不计次数，也不问是谁：同一出口的许多人首次打开页面不会被拒绝', async () => {
    const limited = { ...identity, settings: { ...identity.settings, requestsPerMinute: 1 } };
    const server = await testServer(limited, (bare) => {
      bare.get('/file', { config: { scope: 'public', isProgram: true } }, async (request) => ({ who: request.signedIn }));
      bare.get('/try', { config: { scope: 'signed-in' } }, async () => ({}));
    });
    const one = browser(server, await cookieOf('handler'));
    for (let i = 0; i < 3; i++) {
      const answer = await one.call({ url: '/file' });
      expect([answer.statusCode, answer.json()]).toEqual([200, { who: null }]);
    }
    expect((await one.call({ url: '/try' })).statusCode).toBe(200);
    await server.close();
  });
});

describe('数据库：秘密只有身份角色能读', () => {
  it.each(['account_secret', 'session', 'machine_key', 'change_request', 'sign_in_source', 'audit_event', 'audit_link', 'audit_pending'])(
    '业务角色读不了 %s',
    async (table) => {
      const client = await database.pool.connect();
      for (const role of ['app_rt', 'app_system']) {
        await client.query(`begin; set local role ${role}`);
        await expect(client.query(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
        await client.query('rollback');
      }
      client.release();
    },
  );
  it('身份角色读不了任何业务表，业务角色改不了账号和岗位', async () => {
    const rights = await database.pool.query(
      `select relname from pg_class where relkind in ('r','p') and relnamespace = 'public'::regnamespace
         and has_table_privilege('app_identity', oid, 'select') order by 1`,
    );
    expect(rights.rows.map(({ relname }) => relname)).toEqual([
      'access_grant',
      'account',
      'account_secret',
      'audit_event',
      'audit_link',
      'audit_pending',
      'calendar_link',
      'certificate_record',
      'change_request',
      'machine_key',
      'officer',
      'organisation',
      'organisation_record',
      'post',
      'session',
      'sign_in_source',
    ]);
    for (const table of ['account', 'post'])
      for (const right of ['insert', 'update', 'delete']) {
        const { rows } = await database.pool.query(`select has_table_privilege('app_rt', $1, $2) as has`, [table, right]);
        expect([table, right, rows[0].has]).toEqual([table, right, false]);
      }
  });
});
