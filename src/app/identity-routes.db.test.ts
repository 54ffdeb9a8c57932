import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { steppedClock } from '#platform/clock-now';
import type { Identity } from '#platform/identity/identity';
import { SIGN_IN_FAILED } from '#platform/identity/sign-in';
import { codeOfStep, stepOf } from '#platform/identity/totp';
import { type TestDatabase, testDatabase } from '#testing/database';
import { anOrganisation, aPerson, browser, signedIn, TEST_PASSWORD, type TestPerson, testIdentity, testServer } from '#testing/identity';
import { identityRoutes } from './identity-routes.ts';

const clock = steppedClock('2026-03-16T09:00:00+08:00');
let database: TestDatabase;
let identity: Identity;
let app: FastifyInstance;
let unit: string;
let person: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  identity = testIdentity(database.pool, clock.now);
  unit = await anOrganisation(database.pool);
  app = await testServer(identity, async (server) => {
    await server.register(identityRoutes, { identity });
    server.get('/api/work', { config: { scope: 'business' } }, async (request) => ({ role: request.session?.role }));
  });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});
beforeEach(async () => {
  clock.advance(3_600_000);
  person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }]);
});

const MINUTE = 60_000;
const code = (of: TestPerson = person): string => codeOfStep(of.totpSecret, stepOf(clock.now()));
const trySignIn = (payload: Record<string, unknown>, headers = {}) =>
  browser(app).call({
    method: 'POST',
    url: '/api/session',
    payload: { login: person.login, password: TEST_PASSWORD, ...payload },
    headers,
  });

describe('登录：口令与验证码两个要素缺一不可（等保 8.1.4.1）', () => {
  it('口令和验证码都正确才能登录', async () => {
    const page = await signedIn(app, identity, person);
    const answer = await page.call({ url: '/api/session' });
    expect(answer.json()).toMatchObject({
      login: person.login,
      post: { role: 'handler', organisationName: '测试单位（演示）' },
      setUp: null,
    });
    expect((await page.call({ url: '/api/work' })).json()).toEqual({ role: 'handler' });
  });

  it.each([
    ['只有口令', () => ({})],
    ['口令正确、验证码错误', () => ({ code: code() === '000000' ? '000001' : '000000' })],
    ['验证码正确、口令错误', () => ({ password: '不是这个口令-Abc-123', code: code() })],
    ['登录名不存在', () => ({ login: 'nobody-at-all', code: code() })],
  ])('%s：拒绝，且各种失败的答复一字不差', async (_, input) => {
    const answer = await trySignIn(input());
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toEqual({ error: 'sign-in', reason: SIGN_IN_FAILED });
    expect(answer.cookies).toEqual([]);
  });

  it('停用的账号：答复与口令错误一字不差', async () => {
    await database.pool.query(`update account set status = 'disabled' where id = $1`, [person.accountId]);
    expect((await trySignIn({ code: code() })).json()).toEqual({ error: 'sign-in', reason: SIGN_IN_FAILED });
  });

  it('同一验证码不能用第二次，下一个验证码可以', async () => {
    const used = code();
    expect((await trySignIn({ code: used })).statusCode).toBe(200);
    expect((await trySignIn({ code: used })).statusCode).toBe(401);
    clock.advance(30_000);
    expect((await trySignIn({ code: code() })).statusCode).toBe(200);
  });

  it('同一验证码同时提交两次，只有一次成功', async () => {
    const used = code();
    const both = await Promise.all([trySignIn({ code: used }), trySignIn({ code: used })]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401]);
  });

  it('没有在任岗位：说明原因，不登录', async () => {
    await database.pool.query(`update post set held = '[2020-01-01,2026-01-01)' where account_id = $1`, [person.accountId]);
    expect((await trySignIn({ code: code() })).json()).toMatchObject({ error: 'no-post' });
  });
});

describe('锁定：连续错误 5 次，锁定 15 分钟', () => {
  const wrong = () => trySignIn({ password: '不是这个口令-Abc-123' });

  it('错 4 次后第 5 次正确：登录成功，计数清零', async () => {
    for (let i = 0; i < 4; i++) await wrong();
    expect((await trySignIn({ code: code() })).statusCode).toBe(200);
    for (let i = 0; i < 4; i++) await wrong();
    clock.advance(30_000);
    expect((await trySignIn({ code: code() })).statusCode).toBe(200);
  });

  it('错 5 次后第 6 次即使正确也拒绝；14:59 仍拒绝，15:01 可以', async () => {
    for (let i = 0; i < 5; i++) await wrong();
    expect((await trySignIn({ code: code() })).json()).toEqual({ error: 'sign-in', reason: SIGN_IN_FAILED });
    clock.advance(15 * MINUTE - 1000);
    expect((await trySignIn({ code: code() })).statusCode).toBe(401);
    clock.advance(2000);
    expect((await trySignIn({ code: code() })).statusCode).toBe(200);
  });

  it('锁定期间的尝试不延长锁定', async () => {
    for (let i = 0; i < 5; i++) await wrong();
    clock.advance(14 * MINUTE);
    for (let i = 0; i < 6; i++) await wrong();
    clock.advance(MINUTE + 1000);
    expect((await trySignIn({ code: code() })).statusCode).toBe(200);
  });

  it('同时提交 20 次猜测，也只验证前 5 次', async () => {
    await Promise.all(Array.from({ length: 20 }, wrong));
    const events = await database.pool.query(
      `select detail->>'why' as why, count(*) from audit_event where account_id = $1 and action = 'sign-in' group by 1`,
      [person.accountId],
    );
    expect(Object.fromEntries(events.rows.map((row) => [row.why, row.count]))).toEqual({ password: 5, locked: 15 });
  });
});

describe('会话：闲置与绝对期限', () => {
  it('闲置 14:59 仍有效，15:00 失效', async () => {
    const page = await signedIn(app, identity, person);
    clock.advance(15 * MINUTE - 1000);
    expect((await page.call({ url: '/api/work' })).statusCode).toBe(200);
    clock.advance(15 * MINUTE);
    expect((await page.call({ url: '/api/work' })).json()).toMatchObject({ error: 'signed-out' });
  });

  it('管理员闲置 9:59 仍有效，10:00 失效', async () => {
    const admin = await aPerson(identity, [{ organisationId: unit, role: 'system-admin', labelMax: 0 }]);
    const page = await signedIn(app, identity, admin);
    clock.advance(10 * MINUTE - 1000);
    expect((await page.call({ url: '/api/session' })).statusCode).toBe(200);
    clock.advance(10 * MINUTE);
    expect((await page.call({ url: '/api/session' })).statusCode).toBe(401);
  });

  it('一直在用：满 12 小时前一秒有效，满 12 小时失效', async () => {
    const page = await signedIn(app, identity, person);
    for (let minutes = 10; minutes < 12 * 60; minutes += 10) {
      clock.advance(10 * MINUTE);
      expect((await page.call({ url: '/api/work' })).statusCode).toBe(200);
    }
    clock.advance(10 * MINUTE - 1000);
    expect((await page.call({ url: '/api/work' })).statusCode).toBe(200);
    clock.advance(1000);
    expect((await page.call({ url: '/api/work' })).statusCode).toBe(401);
  });
});

describe('会话：令牌', () => {
  it('登录前塞入的令牌登录后不被采用（会话固定）', async () => {
    const planted = `faheng=${'A'.repeat(43)}`;
    const page = browser(app, planted);
    await page.call({ method: 'POST', url: '/api/session', payload: { login: person.login, password: TEST_PASSWORD, code: code() } });
    expect(page.cookie()).not.toBe(planted);
    expect((await browser(app, planted).call({ url: '/api/session' })).statusCode).toBe(401);
  });

  it('再次验证后换新令牌，旧令牌立即失效；带旧令牌的请求晚到，答复不动浏览器里的新令牌', async () => {
    const page = await signedIn(app, identity, person);
    const before = page.cookie();
    clock.advance(30_000);
    expect((await page.call({ method: 'POST', url: '/api/session/step-up', payload: { code: code() } })).statusCode).toBe(200);
    expect(page.cookie()).not.toBe(before);
    const late = await browser(app, before).call({ url: '/api/work' });
    expect([late.statusCode, late.cookies]).toEqual([401, []]);
    expect((await page.call({ url: '/api/work' })).statusCode).toBe(200);
  });

  it('切换岗位后换新令牌并按新岗位办理；别人的岗位、已结束的岗位切换不了', async () => {
    const other = await aPerson(identity, [{ organisationId: unit, role: 'head' }]);
    const two = await aPerson(identity, [
      { organisationId: unit, role: 'handler' },
      { organisationId: unit, role: 'head' },
    ]);
    const page = await signedIn(app, identity, two);
    const before = page.cookie();
    const view = (await page.call({ url: '/api/session' })).json();
    const target = view.posts.find((post: { id: string }) => post.id !== view.post.id);
    const to = (postId: string | undefined) => page.call({ method: 'POST', url: '/api/session/post', payload: { postId } });
    expect((await to(other.postIds[0])).statusCode).toBe(404);
    expect((await to(target.id)).json()).toMatchObject({ post: { id: target.id } });
    expect((await browser(app, before).call({ url: '/api/work' })).statusCode).toBe(401);
    expect((await page.call({ url: '/api/work' })).json()).toEqual({ role: target.role });
  });

  it('本机 HTTP 用 faheng，HTTPS 用 __Host-faheng 加 Secure；都是 HttpOnly 与 SameSite=Strict', async () => {
    const local = await trySignIn({ code: code() });
    expect(local.cookies[0]).toMatchObject({ name: 'faheng', httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(local.cookies[0]).not.toHaveProperty('domain');
  });

  it('令牌只以摘要入库', async () => {
    const page = await signedIn(app, identity, person);
    const token = page.cookie().split('=')[1];
    const stored = await database.pool.query('select s::text as row from session s where account_id = $1', [person.accountId]);
    expect(stored.rows.every(({ row }) => !row.includes(token) && !row.includes(Buffer.from(token ?? '').toString('hex')))).toBe(true);
  });
});

describe('会话：并行与结束', () => {
  it('最多两处同时登录，第三处登录时最早的一处结束', async () => {
    const pages = [];
    for (let i = 0; i < 3; i++) {
      pages.push(await signedIn(app, identity, person));
      clock.advance(30_000);
    }
    const states = await Promise.all(pages.map(async (page) => (await page.call({ url: '/api/work' })).statusCode));
    expect(states).toEqual([401, 200, 200]);
  });

  it('本人可以看到并结束自己的登录，结束即刻生效；别人的结束不了', async () => {
    const here = await signedIn(app, identity, person);
    clock.advance(30_000);
    const there = await signedIn(app, identity, person);
    const { items } = (await here.call({ url: '/api/sessions' })).json();
    expect(items).toHaveLength(2);
    const other = items.find((item: { current: boolean }) => !item.current);
    const stranger = await signedIn(app, identity, await aPerson(identity, [{ organisationId: unit, role: 'head' }]));
    expect((await stranger.call({ method: 'DELETE', url: `/api/sessions/${other.id}` })).statusCode).toBe(404);
    expect((await there.call({ url: '/api/work' })).statusCode).toBe(200);
    expect((await here.call({ method: 'DELETE', url: `/api/sessions/${other.id}` })).statusCode).toBe(204);
    expect((await there.call({ url: '/api/work' })).statusCode).toBe(401);
  });

  it('退出即刻生效', async () => {
    const page = await signedIn(app, identity, person);
    const kept = page.cookie();
    expect((await page.call({ method: 'DELETE', url: '/api/session' })).statusCode).toBe(204);
    expect((await browser(app, kept).call({ url: '/api/work' })).statusCode).toBe(401);
  });

  it.each([
    ['停用账号', `update account set status = 'disabled' where id = $1`],
    ['岗位到期', `update post set held = '[2020-01-01,2026-03-16)' where account_id = $1`],
  ])('%s：下一个请求即失效', async (_, statement) => {
    const page = await signedIn(app, identity, person);
    expect((await page.call({ url: '/api/work' })).statusCode).toBe(200);
    await database.pool.query(statement, [person.accountId]);
    expect((await page.call({ url: '/api/work' })).statusCode).toBe(401);
  });
});
