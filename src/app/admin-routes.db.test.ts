import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#law';
import { steppedClock } from '#platform/clock-now';
import type { Identity } from '#platform/identity/identity';
import { codeOfStep, stepOf } from '#platform/identity/totp';
import { type TestDatabase, testDatabase } from '#testing/database';
import {
  anOrganisation,
  aPerson,
  browser,
  signedIn,
  TEST_PASSWORD,
  type TestBrowser,
  type TestPerson,
  testIdentity,
  testServer,
} from '#testing/identity';
import { accountRoutes } from './account-routes.ts';
import { adminRoutes } from './admin-routes.ts';
import { identityRoutes } from './identity-routes.ts';

const clock = steppedClock('2026-03-16T09:00:00+08:00');
let database: TestDatabase;
let identity: Identity;
let app: FastifyInstance;
let unit: string;
let system: TestBrowser;
let security: TestBrowser;
let systemPerson: TestPerson;
let securityPerson: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  identity = testIdentity(database.pool, clock.now);
  unit = await anOrganisation(database.pool, '磴口县林业和草原局（演示）');
  app = await testServer(identity, async (server) => {
    await server.register(identityRoutes, { identity });
    await server.register(accountRoutes, { identity });
    await server.register(adminRoutes, { identity });
    server.get('/api/work', { config: { scope: 'business' } }, async () => ({ ok: true }));
    server.post('/api/batch', { config: { scope: 'machine', machineScope: 'penalty-records.write' } }, async () => ({ ok: true }));
  });
  systemPerson = await aPerson(identity, [{ organisationId: unit, role: 'system-admin', labelMax: 0 }], { name: '系统员' });
  securityPerson = await aPerson(identity, [{ organisationId: unit, role: 'security-admin', labelMax: 0 }], { name: '安全员' });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});
beforeEach(async () => {
  clock.advance(13 * 3_600_000);
  system = await signedIn(app, identity, systemPerson);
  security = await signedIn(app, identity, securityPerson);
});

const post = (page: TestBrowser, url: string, payload: object = {}): Promise<LightMyRequestResponse> =>
  page.call({ method: 'POST', url: `/api/admin/${url}`, payload });
const aPost = (role: Role) => ({ organisationId: unit, role, labelMax: 2, from: '2026-01-01' });
const work = async (page: TestBrowser): Promise<number> => (await page.call({ url: '/api/work' })).statusCode;
let counter = 0;
const asking = (more: object = {}): object => ({
  login: `wang.${++counter}`,
  name: '王小满',
  posts: [aPost('handler')],
  reason: '新录用人员',
  ...more,
});
const approve = (id: string): Promise<LightMyRequestResponse> => post(security, `requests/${id}/decide`, { approve: true });

describe('三员：系统管理员申请、安全管理员批准后才生效（GB/T 22239 8.1.5）', () => {
  it('新建账号：批准前登录不了；批准后凭两半开通码登录，只能先设置口令和验证器', async () => {
    const body = asking({ personNumber: '15080219900307001X' });
    const asked = (await post(system, 'accounts', body)).json();
    expect(asked.half).toMatch(/^[2-9A-Z]{8}$/);
    const login = `wang.${counter}`;
    const attempt = (password: string) => browser(app).call({ method: 'POST', url: '/api/session', payload: { login, password } });
    expect((await attempt(asked.half)).statusCode).toBe(401);
    const listed = (await security.call({ url: '/api/admin/requests?state=pending' })).json().items;
    expect(listed[0]).toMatchObject({ id: asked.requestId, kindName: '新建账号', requestedBy: '系统员', state: 'pending' });
    const decided = (await approve(asked.requestId)).json();
    expect(decided.half).toMatch(/^[2-9A-Z]{8}$/);
    expect((await attempt(asked.half)).statusCode).toBe(401);
    expect((await attempt(decided.half)).statusCode).toBe(401);
    const opened = await attempt(` ${asked.half.toLowerCase()} ${decided.half}`);
    expect(opened.json()).toMatchObject({ setUp: { password: true, totp: true } });
    const dump = await database.pool.query(
      `select (select string_agg(r::text, '') from change_request r) || (select string_agg(s::text, '') from account_secret s)
         || (select string_agg(e::text, '') from audit_event e) as all`,
    );
    for (const secret of [asked.half, decided.half, '15080219900307001X']) expect(dump.rows[0].all).not.toContain(secret);
  });

  it('开通码七日内有效：6 天 23 小时可以，满 7 天不可以', async () => {
    const enter = async (wait: number): Promise<number> => {
      const asked = (await post(system, 'accounts', asking())).json();
      const decided = (await approve(asked.requestId)).json();
      const login = `wang.${counter}`;
      clock.advance(wait);
      const payload = { login, password: `${asked.half}-${decided.half}` };
      const state = (await browser(app).call({ method: 'POST', url: '/api/session', payload })).statusCode;
      system = await signedIn(app, identity, systemPerson);
      security = await signedIn(app, identity, securityPerson);
      return state;
    };
    const DAY = 86_400_000;
    expect(await enter(7 * DAY - 3_600_000)).toBe(200);
    expect(await enter(7 * DAY)).toBe(401);
  });

  it('申请人不能自批，系统管理员也没有审批接口；同一申请不能批两次', async () => {
    const asked = (await post(system, 'accounts', asking())).json();
    expect((await post(system, `requests/${asked.requestId}/decide`, { approve: true })).statusCode).toBe(404);
    await database.pool.query(`update change_request set requested_by = $2 where id = $1`, [asked.requestId, securityPerson.accountId]);
    expect((await approve(asked.requestId)).json()).toMatchObject({ refused: 'own-request' });
    await database.pool.query(`update change_request set requested_by = $2 where id = $1`, [asked.requestId, systemPerson.accountId]);
    expect((await approve(asked.requestId)).statusCode).toBe(200);
    expect((await approve(asked.requestId)).json()).toMatchObject({ refused: 'no-request' });
  });

  it('安全管理员不能新建账号', async () => {
    expect((await post(security, 'accounts', asking())).statusCode).toBe(404);
  });

  it('不批准或撤回后登录名可以再用', async () => {
    const body = asking();
    const first = (await post(system, 'accounts', body)).json();
    expect((await post(system, 'accounts', body)).json()).toMatchObject({ refused: 'login-taken' });
    expect((await post(security, `requests/${first.requestId}/decide`, { approve: false, reason: '材料不全' })).json()).toMatchObject({
      state: 'refused',
      half: null,
    });
    const second = (await post(system, 'accounts', body)).json();
    expect((await post(system, `requests/${second.requestId}/withdraw`)).json()).toMatchObject({ state: 'withdrawn' });
    expect((await post(system, 'accounts', body)).statusCode).toBe(200);
  });

  it('一人一号：同一身份证号不能再建', async () => {
    expect((await post(system, 'accounts', asking({ personNumber: '150802199003070028' }))).statusCode).toBe(200);
    expect((await post(system, 'accounts', asking({ personNumber: '150802199003070028' }))).json()).toMatchObject({
      refused: 'person-has-account',
    });
  });

  it('任命岗位批准后立即生效，期满自动失效', async () => {
    const person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }]);
    const granted = { post: { ...aPost('head'), until: '2027-01-01' }, reason: '任职' };
    const asked = (await post(system, `accounts/${person.accountId}/posts`, granted)).json();
    const page = await signedIn(app, identity, person);
    const postsOf = async (): Promise<{ id: string; role: string }[]> => (await page.call({ url: '/api/session' })).json().posts;
    expect(await postsOf()).toHaveLength(1);
    await approve(asked.requestId);
    const head = (await postsOf()).find(({ role }) => role === 'head');
    expect((await page.call({ method: 'POST', url: '/api/session/post', payload: { postId: head?.id } })).statusCode).toBe(200);
    const held = await database.pool.query('select upper(held) as until from post where id = $1', [head?.id]);
    expect(held.rows[0].until).toBe('2027-01-01');
  });

  it('重置：旧口令、旧验证器、在用登录立即失效，管理员不掌握新口令', async () => {
    const person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }]);
    const page = await signedIn(app, identity, person);
    const asked = (await post(system, `accounts/${person.accountId}/reset`, { reason: '手机丢失' })).json();
    expect(await work(page)).toBe(200);
    const decided = (await approve(asked.requestId)).json();
    expect(await work(page)).toBe(401);
    clock.advance(30_000);
    const code = codeOfStep(person.totpSecret, stepOf(clock.now()));
    const enter = (password: string) =>
      browser(app).call({ method: 'POST', url: '/api/session', payload: { login: person.login, password, code } });
    expect((await enter(TEST_PASSWORD)).statusCode).toBe(401);
    expect((await enter(`${asked.half}${decided.half}`)).json()).toMatchObject({ setUp: { password: true, totp: true } });
  });

  it('超过五分钟的申请和审批要求再次验证', async () => {
    const asked = (await post(system, 'accounts', asking())).json();
    clock.advance(5 * 60_000);
    expect((await post(system, 'accounts', asking())).json()).toMatchObject({ error: 'step-up' });
    expect((await approve(asked.requestId)).json()).toMatchObject({ error: 'step-up' });
  });
});

describe('三员互斥，且不得兼任业务岗位（GB/T 22239 8.1.5）', () => {
  it.each([
    ['system-admin', 'security-admin'],
    ['security-admin', 'audit-admin'],
    ['audit-admin', 'system-admin'],
    ['system-admin', 'handler'],
    ['head', 'audit-admin'],
  ] as const)('同一人不能同时是 %s 和 %s：申请和数据库都拒绝', async (one, other) => {
    const both = asking({ posts: [aPost(one), aPost(other)] });
    expect((await post(system, 'accounts', both)).json()).toMatchObject({ refused: 'administrators-exclusive' });
    const person = await aPerson(identity, [{ organisationId: unit, role: one }]);
    const asked = (await post(system, `accounts/${person.accountId}/posts`, { post: aPost(other), reason: '兼任' })).json();
    expect((await approve(asked.requestId)).json()).toMatchObject({ refused: 'administrators-exclusive' });
    const insert = database.pool.query(
      `insert into post (id, account_id, organisation_id, role, label_max, held) values (gen_random_uuid(), $1, $2, $3, 0, '[2026-01-01,)')`,
      [person.accountId, unit, other],
    );
    await expect(insert).rejects.toMatchObject({ constraint: 'administrators_exclusive' });
  });

  it('前一岗位结束之日起可以转任', async () => {
    const person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }]);
    const appoint = (from: string) =>
      database.pool.query(
        `insert into post (id, account_id, organisation_id, role, label_max, held) values (gen_random_uuid(), $1, $2, 'audit-admin', 0, daterange($3::date, null))`,
        [person.accountId, unit, from],
      );
    await database.pool.query(`update post set held = '[2020-01-01,2026-04-01)' where account_id = $1`, [person.accountId]);
    await expect(appoint('2026-03-31')).rejects.toMatchObject({ code: '23P01' });
    await expect(appoint('2026-04-01')).resolves.toBeDefined();
  });

  it('两个岗位同时写入，也只能成功一个', async () => {
    const person = await aPerson(identity, []);
    const insert = (role: Role) =>
      database.pool.query(
        `insert into post (id, account_id, organisation_id, role, label_max, held) values (gen_random_uuid(), $1, $2, $3, 0, '[2026-01-01,)')`,
        [person.accountId, unit, role],
      );
    const both = await Promise.allSettled([insert('system-admin'), insert('security-admin')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('管理员看不到业务接口', async () => {
    expect(await work(system)).toBe(404);
    expect(await work(security)).toBe(404);
  });
});

describe('收回权限：立即生效，不需审批', () => {
  it('停用账号：在用登录立即失效；恢复须经批准', async () => {
    const person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }]);
    const page = await signedIn(app, identity, person);
    expect((await post(system, `accounts/${person.accountId}/disable`, { reason: '调离' })).statusCode).toBe(200);
    expect(await work(page)).toBe(401);
    const asked = (await post(system, `accounts/${person.accountId}/enable`, { reason: '调回' })).json();
    clock.advance(30_000);
    await expect(signedIn(app, identity, person)).rejects.toThrow();
    await approve(asked.requestId);
    clock.advance(30_000);
    expect(await work(await signedIn(app, identity, person))).toBe(200);
  });

  it('结束岗位：当天起不再在任，经此岗位的登录立即失效', async () => {
    const person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }]);
    const page = await signedIn(app, identity, person);
    await post(security, `posts/${person.postIds[0]}/end`, { reason: '轮岗' });
    expect(await work(page)).toBe(401);
    expect((await post(security, `posts/${person.postIds[0]}/end`, { reason: '轮岗' })).json()).toMatchObject({ refused: 'no-post' });
  });

  it('不能停用自己，也不能停用最后一名同类管理员', async () => {
    expect((await post(system, `accounts/${systemPerson.accountId}/disable`, { reason: '误点' })).json()).toMatchObject({
      refused: 'own-account',
    });
    const only = await aPerson(identity, [{ organisationId: unit, role: 'audit-admin', labelMax: 0 }]);
    await database.pool.query(
      `update account set status = 'disabled' where id in (select account_id from post where role = 'audit-admin') and id <> $1`,
      [only.accountId],
    );
    expect((await post(system, `accounts/${only.accountId}/disable`, { reason: '调离' })).json()).toMatchObject({
      refused: 'last-administrator',
    });
    await aPerson(identity, [{ organisationId: unit, role: 'audit-admin', labelMax: 0 }]);
    expect((await post(system, `accounts/${only.accountId}/disable`, { reason: '调离' })).statusCode).toBe(200);
  });
});

describe('接口密钥与运行状况', () => {
  it('密钥分两半交付，合起来才能用；停用后立即失效', async () => {
    const machine = await aPerson(identity, [{ organisationId: unit, role: 'machine', labelMax: 1 }]);
    const body = {
      postId: machine.postIds[0],
      name: '市场监管业务系统',
      scopes: ['penalty-records.write'],
      until: '2030-01-01T00:00:00Z',
      reason: '系统对接',
    };
    const asked = (await post(system, `accounts/${machine.accountId}/machine-keys`, body)).json();
    const decided = (await approve(asked.requestId)).json();
    const call = async (key: string): Promise<number> =>
      (await app.inject({ method: 'POST', url: '/api/batch', headers: { authorization: `Bearer fhk_${key}` } })).statusCode;
    expect(await call(asked.half + decided.half)).toBe(200);
    expect(await call(asked.half)).toBe(401);
    const [listed] = (await system.call({ url: '/api/admin/machine-keys' })).json().items;
    expect(listed).toMatchObject({ name: '市场监管业务系统', revokedAt: null });
    await post(security, `machine-keys/${listed.id}/revoke`);
    expect(await call(asked.half + decided.half)).toBe(401);
  });

  it('系统对接账号不能在页面登录', async () => {
    const machine = await aPerson(identity, [{ organisationId: unit, role: 'machine', labelMax: 1 }]);
    await expect(signedIn(app, identity, machine)).rejects.toThrow('no-post');
  });

  it('系统管理员看得到数量，看不到任何业务内容', async () => {
    const health = (await system.call({ url: '/api/admin/health' })).json();
    expect(health).toMatchObject({ outboxFailed: 0, groupsWaiting: 0, groupsFailed: 0, filingsFailed: 0, disk: null });
    expect(health.causes).toEqual({ waiting: expect.any(Number), failed: 0, seen: 0, total: 0 });
    expect(health.accounts.active).toBeGreaterThan(1);
    expect((await security.call({ url: '/api/admin/health' })).statusCode).toBe(404);
  });

  it('成组判断失败八次的计入失败，七次的仍在等待；同一组后来又有变化的重新等待', async () => {
    const due = (mark: string, attempts: number) =>
      identity.pool.query(
        `insert into penalty_due (city, reach, mark, from_on, until_on, attempts) values (1508, 'party', $1, '2026-01-05', '2026-01-05', $2)`,
        [mark, attempts],
      );
    const groups = async () => {
      const { groupsWaiting, groupsFailed } = (await system.call({ url: '/api/admin/health' })).json();
      return [groupsWaiting, groupsFailed];
    };
    await due('甲', 8);
    await due('乙', 7);
    expect(await groups()).toEqual([1, 1]);
    await due('甲', 0);
    expect(await groups()).toEqual([2, 0]);
    await identity.pool.query('delete from penalty_due');
  });

  it('账号列表可按单位查找，不含任何秘密', async () => {
    const answer = await system.call({ url: `/api/admin/accounts?q=${encodeURIComponent('林业和草原')}&limit=200` });
    expect(answer.json().items.map(({ name }: { name: string }) => name)).toContain('系统员');
    expect(answer.body).not.toMatch(/argon2|totp|token|mark/);
  });
});
