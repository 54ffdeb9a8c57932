import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { steppedClock } from '#platform/clock-now';
import { inTransaction } from '#platform/db';
import { createAccount } from '#platform/identity/accounts';
import type { Identity } from '#platform/identity/identity';
import { codeOfStep, stepOf } from '#platform/identity/totp';
import { type TestDatabase, testDatabase } from '#testing/database';
import { anOrganisation, aPerson, browser, signedIn, TEST_PASSWORD, type TestBrowser, testIdentity, testServer } from '#testing/identity';
import { accountRoutes } from './account-routes.ts';
import { identityRoutes } from './identity-routes.ts';

const clock = steppedClock('2026-03-16T09:00:00+08:00');
const NEXT = '乌梁素海-Dazhengwan-7391';
let database: TestDatabase;
let identity: Identity;
let app: FastifyInstance;
let unit: string;

beforeAll(async () => {
  database = await testDatabase();
  identity = testIdentity(database.pool, clock.now);
  unit = await anOrganisation(database.pool, '五原县水利局（演示）');
  app = await testServer(identity, async (server) => {
    await server.register(identityRoutes, { identity });
    await server.register(accountRoutes, { identity });
    server.get('/api/work', { config: { scope: 'business' } }, async () => ({ ok: true }));
  });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});
beforeEach(() => clock.advance(3_600_000));

const DAY = 86_400_000;
const code = (secret: string): string => codeOfStep(secret, stepOf(clock.now()));
const work = async (page: TestBrowser): Promise<number> => (await page.call({ url: '/api/work' })).statusCode;
const changeTo = (page: TestBrowser, next: string, current = TEST_PASSWORD) =>
  page.call({ method: 'POST', url: '/api/account/password', payload: { current, next } });

async function newcomer(): Promise<{ login: string; accountId: string }> {
  const login = `new${randomUUID().slice(0, 8)}`;
  const { accountId } = await inTransaction(database.pool, '', (client) =>
    createAccount(identity, client, {
      city: 1508,
      login,
      name: '新任人员',
      officerId: null,
      password: TEST_PASSWORD,
      posts: [{ organisationId: unit, role: 'handler', labelMax: 2, from: localDate('2020-01-01'), until: null }],
    }),
  );
  return { login, accountId };
}

describe('首次登录：先改口令、再绑定验证器，之前什么也办不了', () => {
  it('从开通到可以办理', async () => {
    const { login, accountId } = await newcomer();
    const page = browser(app);
    const first = await page.call({ method: 'POST', url: '/api/session', payload: { login, password: TEST_PASSWORD } });
    expect(first.json()).toMatchObject({ setUp: { password: true, totp: true } });
    expect((await page.call({ url: '/api/work' })).json()).toMatchObject({ error: 'set-up' });
    expect((await page.call({ url: '/api/sessions' })).statusCode).toBe(403);

    expect((await changeTo(page, NEXT)).json()).toMatchObject({ setUp: { password: false, totp: true } });
    expect(await work(page)).toBe(403);

    const pending = (await page.call({ method: 'POST', url: '/api/account/authenticator' })).json();
    expect(pending.uri).toMatch(/^otpauth:\/\/totp\//);
    expect(pending.qr).toMatch(/^data:image\/png;base64,/);
    const confirm = (typed: string) => page.call({ method: 'POST', url: '/api/account/authenticator/confirm', payload: { code: typed } });
    expect((await confirm(code(pending.secret) === '111111' ? '222222' : '111111')).statusCode).toBe(422);
    const bound = (await confirm(code(pending.secret))).json();
    expect(bound.session.setUp).toBeNull();
    expect(bound.recoveryCodes).toHaveLength(10);
    expect(await work(page)).toBe(200);

    const stored = await database.pool.query('select s::text as row from account_secret s where account_id = $1', [accountId]);
    for (const secret of [pending.secret, NEXT, ...bound.recoveryCodes]) expect(stored.rows[0].row).not.toContain(secret);
  });

  it('恢复码可代替验证码登录，每个只能用一次', async () => {
    const person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }]);
    const page = await signedIn(app, identity, person);
    const { recoveryCodes } = (await page.call({ method: 'POST', url: '/api/account/recovery-codes' })).json();
    const enter = async (typed: string): Promise<number> =>
      (
        await browser(app).call({
          method: 'POST',
          url: '/api/session',
          payload: { login: person.login, password: TEST_PASSWORD, code: typed },
        })
      ).statusCode;
    clock.advance(1000);
    expect(await enter(recoveryCodes[0])).toBe(200);
    clock.advance(1000);
    expect(await enter(recoveryCodes[0])).toBe(401);
    expect(await enter(recoveryCodes[1].toLowerCase().replaceAll('-', ' '))).toBe(200);
    expect((await page.call({ url: '/api/account' })).statusCode).toBe(401);
  });

  it('未绑定完成的登录不能替换已绑定的验证器', async () => {
    const person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }]);
    await database.pool.query('update account_secret set password_provisional = true where account_id = $1', [person.accountId]);
    const page = await signedIn(app, identity, person);
    expect(await work(page)).toBe(403);
    expect((await page.call({ method: 'POST', url: '/api/account/authenticator' })).statusCode).toBe(404);
  });
});

describe('口令规则（等保 8.1.4.1 a；ASVS 6.2）', () => {
  it.each([
    ['短了一个字符', 'Xk7-Qm2-Zt9'],
    ['只有两类字符', 'xkqmztwvbnhrd7'],
    ['平台名加年份', 'Faheng@2026!!'],
    ['本单位名称', '五原县水利局（演示）Aa1!'],
    ['键盘连键', 'Qwertyuiop1234!'],
  ])('%s：不接受，并说明原因', async (_, next) => {
    const page = await signedIn(app, identity, await aPerson(identity, [{ organisationId: unit, role: 'handler' }]));
    const answer = await changeTo(page, next);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().problems[0]).toMatchObject({ path: 'next', label: '新口令' });
  });

  it('不能改回当前口令或最近用过的口令', async () => {
    const page = await signedIn(app, identity, await aPerson(identity, [{ organisationId: unit, role: 'handler' }]));
    expect((await changeTo(page, TEST_PASSWORD)).statusCode).toBe(400);
    expect((await changeTo(page, NEXT)).statusCode).toBe(200);
    expect((await changeTo(page, TEST_PASSWORD, NEXT)).json().problems[0].reason).toContain('最近 5 次');
  });

  it('满 89 天不要求更换，满 90 天登录后只能先更换', async () => {
    const person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }]);
    clock.advance(89 * DAY);
    expect(await work(await signedIn(app, identity, person))).toBe(200);
    clock.advance(DAY);
    const page = await signedIn(app, identity, person);
    expect(await work(page)).toBe(403);
    expect((await changeTo(page, NEXT)).json()).toMatchObject({ setUp: null });
    expect(await work(page)).toBe(200);
  });

  it('改口令后，本人其他登录全部结束，本次换新令牌', async () => {
    const person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }]);
    const other = await signedIn(app, identity, person);
    clock.advance(30_000);
    const page = await signedIn(app, identity, person);
    const before = page.cookie();
    await changeTo(page, NEXT);
    expect(await work(other)).toBe(401);
    expect(page.cookie()).not.toBe(before);
    expect(await work(page)).toBe(200);
  });

  it('在已登录的页面猜当前口令，第 5 次错误锁定账号并退出', async () => {
    const person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }]);
    const page = await signedIn(app, identity, person);
    for (let i = 0; i < 4; i++) expect((await changeTo(page, NEXT, '猜的口令')).statusCode).toBe(400);
    expect(await work(page)).toBe(200);
    await changeTo(page, NEXT, '猜的口令');
    expect(await work(page)).toBe(401);
  });
});

describe('再次验证：五分钟内有效', () => {
  it('登录后 4:59 可以重新生成恢复码，5:00 起要求再次验证', async () => {
    const person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }]);
    const page = await signedIn(app, identity, person);
    const renew = () => page.call({ method: 'POST', url: '/api/account/recovery-codes' });
    clock.advance(5 * 60_000 - 1000);
    expect((await renew()).statusCode).toBe(200);
    clock.advance(1000);
    expect((await renew()).json()).toMatchObject({ error: 'step-up' });
    await page.call({ method: 'POST', url: '/api/session/step-up', payload: { code: code(person.totpSecret) } });
    expect((await renew()).statusCode).toBe(200);
  });

  it('再次验证连错 5 次：账号锁定，全部登录结束', async () => {
    const person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }]);
    const page = await signedIn(app, identity, person);
    const wrong = code(person.totpSecret) === '000000' ? '000001' : '000000';
    for (let i = 0; i < 5; i++) await page.call({ method: 'POST', url: '/api/session/step-up', payload: { code: wrong } });
    expect(await work(page)).toBe(401);
  });
});

describe('我的账号', () => {
  it('只有本人的登录名、岗位与证件', async () => {
    const officerId = randomUUID();
    await database.pool.query(`insert into officer (id, city, organisation_id, name) values ($1, 1508, $2, '王小满')`, [officerId, unit]);
    await database.pool.query(
      `insert into certificate_record (id, officer_id, organisation_id, kind, number, status, valid, known, act_id)
       values ($1, $2, $3, 'enforcement', '0508260001', 'valid', '[2024-01-01,2027-01-01)', '[2024-01-01,)', $1)`,
      [randomUUID(), officerId, unit],
    );
    const person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }], { officerId, name: '王小满' });
    const page = await signedIn(app, identity, person);
    const view = (await page.call({ url: '/api/account' })).json();
    expect(view).toMatchObject({
      name: '王小满',
      recoveryCodesLeft: 0,
      posts: [{ roleName: '承办人', organisation: '五原县水利局（演示）', through: null, current: true }],
      certificates: [{ kindName: '行政执法证', number: '0508260001', statusName: '有效', through: '2026-12-31' }],
    });
    expect(JSON.stringify(view)).not.toMatch(/argon2|hash|secret/);
  });
});
