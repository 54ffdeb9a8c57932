import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '#law';
import { steppedClock } from '#platform/clock-now';
import { type TestDatabase, testDatabase } from '#testing/database';
import { anOrganisation, aPerson, TEST_PASSWORD, testIdentity } from '#testing/identity';
import { identityRoutes } from '../../app/identity-routes.ts';
import { demonstrationAccounts } from './demonstration.ts';
import { createFirstAdministrators } from './first-administrators.ts';
import { installIdentity } from './guard.ts';
import { openIdentity, readIdentitySettings } from './open-identity.ts';
import { signIn } from './sign-in.ts';
import { codeOfStep, stepOf } from './totp.ts';

const clock = steppedClock('2026-03-16T09:00:00+08:00');
let database: TestDatabase;
let dataDir: string;
let unit: string;

beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'identity-'));
  unit = await anOrganisation(database.pool);
});
afterAll(async () => {
  await database?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const open = (env: Record<string, string>, mode: 'demo' | 'production' = 'production') =>
  openIdentity({ pool: database.pool, dataDir, mode }, env, clock.now);
const ORIGIN = { source: '10.0.0.1', agent: 'test' };

describe('首次启动：没有任何可用账号，三员凭一次性开通码设置', () => {
  it('产生三员各一，开通码可登录但只能设置；已有账号后不再产生', async () => {
    const identity = testIdentity(database.pool, clock.now);
    const made = await createFirstAdministrators(identity, { organisationId: unit, city: 1508 });
    if (isRefusal(made)) throw new Error(made.reason);
    expect(made.map(({ login }) => login)).toEqual(['system-admin', 'security-admin', 'audit-admin']);
    expect(new Set(made.map(({ openingCode }) => openingCode)).size).toBe(3);
    const again = await createFirstAdministrators(identity, { organisationId: unit, city: 1508 });
    if (isRefusal(again)) throw new Error(again.reason);
    const old = { login: 'system-admin', password: made[0]?.openingCode ?? '', code: '' };
    expect(await signIn(identity, old, ORIGIN)).toEqual({ failed: 'sign-in' });
    const [first] = again;
    const entered = await signIn(identity, { login: first?.login ?? '', password: first?.openingCode ?? '', code: '' }, ORIGIN);
    expect(entered).toHaveProperty('token');
    expect(await createFirstAdministrators(identity, { organisationId: unit, city: 1508 })).toMatchObject({ refused: 'has-accounts' });
  });
});

describe('密钥：不在数据库里，首次启动随机产生，不接受默认密钥', () => {
  it('产生后只有属主可读，再次启动沿用同一把', async () => {
    const one = await open({});
    const two = await open({});
    if (isRefusal(one) || isRefusal(two)) throw new Error('refused');
    expect(two.keys.unseal(one.keys.seal('秘密', '甲'), '甲')).toBe('秘密');
    const file = join(dataDir, 'keys', 'identity.key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  });
  it.each([
    ['全零', '0'.repeat(64)],
    ['重复', '0123'.repeat(16)],
    ['太短', 'abcdef'],
    ['口令', 'please-change-me'],
  ])('环境变量给出%s的密钥：拒绝启动', async (_, key) => {
    expect(await open({ FAHENG_KEY: key })).toMatchObject({ refused: 'identity-key' });
  });
  it('损坏的密钥文件不会被悄悄换新', async () => {
    await open({});
    const file = join(dataDir, 'keys', 'identity.key');
    const kept = await readFile(file, 'utf8');
    await writeFile(file, 'half');
    expect(await open({})).toMatchObject({ refused: 'identity-key' });
    await writeFile(file, kept);
    expect(isRefusal(await open({}))).toBe(false);
  });
});

describe('运行参数', () => {
  it('AUTH_PROFILE 与 PUBLIC_ORIGIN 写错即拒绝', () => {
    expect(readIdentitySettings({ AUTH_PROFILE: 'none' }, 'production')).toMatchObject({ refused: 'config' });
    expect(readIdentitySettings({ PUBLIC_ORIGIN: 'faheng.example' }, 'production')).toMatchObject({ refused: 'config' });
    expect(readIdentitySettings({ PUBLIC_ORIGIN: 'https://faheng.example/' }, 'production')).toMatchObject({ refused: 'config' });
    expect(readIdentitySettings({ REQUESTS_PER_MINUTE: 'many' }, 'production')).toMatchObject({ refused: 'config' });
    expect(readIdentitySettings({ REQUESTS_PER_MINUTE: '0' }, 'production')).toMatchObject({ requestsPerMinute: 0 });
    expect(readIdentitySettings({ AUTH_PROFILE: 'asvs', PUBLIC_ORIGIN: 'https://faheng.example' }, 'production')).toMatchObject({
      profile: 'asvs',
      publicOrigin: 'https://faheng.example',
    });
  });
});

describe('演示账号', () => {
  it('只在演示模式列出，验证码可用一次后给出下一个；正式模式有演示账号即拒绝启动', async () => {
    const demo = testIdentity(database.pool, clock.now, { mode: 'demo' });
    const production = { ...demo, settings: { ...demo.settings, mode: 'production' as const } };
    expect(isRefusal(await open({}))).toBe(false);
    const person = await aPerson(demo, [{ organisationId: unit, role: 'handler' }], { login: 'demo.handler', demonstration: true });
    await aPerson(demo, [{ organisationId: unit, role: 'head' }], { login: 'real.head' });
    const codes = new Set<string>();
    for (let i = 0; i < 5; i++) {
      const [listed, ...others] = await demonstrationAccounts(demo);
      expect(others).toEqual([]);
      expect(listed).toMatchObject({ login: 'demo.handler', post: '承办人', organisation: '测试单位（演示）' });
      codes.add(listed?.code ?? '');
      const entered = await signIn(demo, { login: 'demo.handler', password: TEST_PASSWORD, code: listed?.code ?? '' }, ORIGIN);
      expect(entered).toHaveProperty('token');
    }
    expect(codes.size).toBe(5);
    expect(await demonstrationAccounts(production)).toEqual([]);
    expect(await open({})).toMatchObject({ refused: 'demonstration-accounts' });
    expect(isRefusal(await open({}, 'demo'))).toBe(false);
    await database.pool.query(`update account set status = 'disabled' where id = $1`, [person.accountId]);
    expect(isRefusal(await open({}))).toBe(false);
  });
});

describe('传输：明文 HTTP 只能在本机登录', () => {
  it('HTTPS 下令牌用 __Host- 前缀加 Secure；别处的明文 HTTP 拒绝登录并说明原因', async () => {
    const identity = testIdentity(database.pool, clock.now);
    const person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }]);
    const app = Fastify({ trustProxy: true });
    await installIdentity(app, identity);
    await app.register(identityRoutes, { identity });
    const enter = (protocol: string, host: string) =>
      app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { host, 'x-forwarded-proto': protocol, origin: `${protocol}://${host}`, 'x-faheng': '1' },
        payload: { login: person.login, password: TEST_PASSWORD, code: codeOfStep(person.totpSecret, stepOf(clock.now())) },
      });
    const plain = await enter('http', 'faheng.example');
    expect(plain.statusCode).toBe(403);
    expect(plain.json()).toMatchObject({ error: 'tls', reason: expect.stringContaining('HTTPS') });
    const secure = await enter('https', 'faheng.example');
    expect(secure.statusCode).toBe(200);
    expect(secure.cookies[0]).toMatchObject({ name: '__Host-faheng', secure: true, httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(secure.cookies[0]).not.toHaveProperty('domain');
    await app.close();
  });
});
