import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_ROLES, type Role } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import { steppedClock } from '#platform/clock-now';
import { openDataFolder } from '#platform/data-folder';
import { folderStore } from '#platform/files';
import type { Identity } from '#platform/identity/identity';
import type { RouteEntry } from '#platform/identity/route-scope';
import { loadLawContext } from '#platform/law-context';
import { type TestDatabase, testDatabase } from '#testing/database';
import { anOrganisation, aPerson, browser, OWN_PAGE, signedIn, testIdentity } from '#testing/identity';
import { KINDS } from './rooms.ts';
import { buildApp } from './server.ts';

const clock = steppedClock('2026-03-16T09:00:00+08:00');
let database: TestDatabase;
let identity: Identity;
let app: FastifyInstance;
let unit: string;
let folder: string;
let routes: readonly RouteEntry[];

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'routes-'));
  identity = testIdentity(database.pool, clock.now);
  unit = await anOrganisation(database.pool);
  const law = await loadLawContext(database.pool);
  const data = openDataFolder(folder);
  if ('refused' in data) throw new Error(data.reason);
  const disk = { readOnly: () => false, space: () => ({ free: 1, total: 1 }), refresh: async () => undefined, stop: () => undefined };
  app = await buildApp(
    { disk, databaseUrl: database.url, folder: data },
    {
      platform: { pool: database.pool, kinds: kindsOf(KINDS), now: clock.now, law: () => law, reactsTo: new Set() },
      identity,
      blobs: folderStore(join(folder, 'files')),
      close: async () => undefined,
    },
  );
  await app.ready();
  routes = app.routeInventory;
});
afterAll(async () => {
  await app?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

const isMutating = ({ method, changesNothing, anonymous }: RouteEntry): boolean =>
  !['GET', 'HEAD', 'OPTIONS'].includes(method) && !changesNothing && !anonymous;
const isFor =
  (...scopes: RouteEntry['scopes'][number][]) =>
  (route: RouteEntry): boolean =>
    scopes.some((scope) => route.scopes.includes(scope));
const callOf = ({ method, url }: RouteEntry): InjectOptions => ({
  method: method as 'GET',
  url: url.replaceAll(/:[a-zA-Z]+/g, '01990000-0000-7000-8000-000000000000').replace('*', 'x'),
});
const nameOf = ({ method, url }: RouteEntry): string => `${method} ${url}`;

async function answers(
  chosen: readonly RouteEntry[],
  call: (route: RouteEntry) => Promise<{ statusCode: number; body: string }>,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const route of chosen) {
    const { statusCode, body } = await call(route);
    found[nameOf(route)] = `${statusCode} ${body.startsWith('{') ? (JSON.parse(body).error ?? '') : ''}`.trim();
  }
  return found;
}
const all = (chosen: readonly RouteEntry[], answer: string): Record<string, string> =>
  Object.fromEntries(chosen.map((route) => [nameOf(route), answer]));

describe('全部接口逐一检查', () => {
  it('服务器上的接口一个不少都在清单里', () => {
    expect(routes.filter(isMutating).length).toBeGreaterThan(20);
    expect(routes.map(nameOf)).toContain('POST /api/session');
    expect(routes.filter(({ changesNothing }) => changesNothing).map(nameOf)).toEqual([
      ...['POST /public/verify', 'POST /public/certificates', 'POST /public/review-suggestions'],
    ]);
    expect(routes.filter(({ anonymous }) => anonymous).map(nameOf)).toEqual(['POST /public/review-suggestions/new']);
  });

  it('凡改动数据的接口：没有 Origin、别处 Origin、没有 X-Faheng，一律拒绝', async () => {
    const page = await signedIn(app, identity, await aPerson(identity, [{ organisationId: unit, role: 'handler' }]));
    const chosen = routes.filter(isMutating);
    for (const headers of [{ 'x-faheng': '1' }, { 'x-faheng': '1', origin: 'https://evil.example' }, { origin: OWN_PAGE.origin }]) {
      const found = await answers(chosen, (route) => app.inject({ ...callOf(route), headers: { ...headers, cookie: page.cookie() } }));
      expect(found).toEqual(all(chosen, '403 cross-site'));
    }
  });

  it('请求缺少栏目的，指明是哪一项', async () => {
    const answer = await browser(app).call({ method: 'POST', url: '/api/session', payload: { login: 'somebody' } });
    expect([answer.statusCode, answer.json().problems]).toEqual([
      400,
      [{ path: 'password', label: '', reason: '请求格式不符：password（缺少这一项）' }],
    ]);
  });

  it('每个答复都带安全响应头，出错的答复也一样；接口答复不缓存', async () => {
    for (const route of [
      ...routes.filter(({ method }) => method === 'GET'),
      { method: 'GET', url: '/api/none', scopes: [], stepUp: false, changesNothing: false, anonymous: false },
    ]) {
      const { headers } = await app.inject(callOf(route));
      expect({ route: nameOf(route), ...headers }).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'strict-transport-security': expect.stringContaining('max-age='),
        ...(route.url.startsWith('/api/') ? { 'cache-control': expect.stringContaining('no-store') } : {}),
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      if (String(headers['content-type']).startsWith('text/html'))
        expect(headers['content-security-policy']).toMatch(/script-src '(self|none)';/);
    }
  });

  it('请求体里多出的字段一律拒绝', async () => {
    const payload = { login: 'a', password: 'b', code: '', isAdmin: true };
    const answer = await browser(app).call({ method: 'POST', url: '/api/session', payload });
    expect([answer.statusCode, answer.json().error]).toEqual([400, 'input']);
  });

  it('凡不公开的接口：未登录一律 401', async () => {
    const chosen = routes.filter((route) => !isFor('public')(route) && route.method !== 'HEAD');
    expect(await answers(chosen, (route) => browser(app).call(callOf(route)))).toEqual(all(chosen, '401 signed-out'));
  });

  it.each(ADMIN_ROLES)('%s 进不了任何业务接口和另外两员的接口', async (role) => {
    clock.advance(30_000);
    const page = await signedIn(app, identity, await aPerson(identity, [{ organisationId: unit, role, labelMax: 0 }]));
    const own = `admin:${role.replace('-admin', '')}`;
    const closed = (route: RouteEntry): boolean => !route.scopes.some((scope) => ['public', 'signed-in', own].includes(scope));
    const chosen = routes.filter((route) => closed(route) && route.method !== 'HEAD');
    expect(chosen.filter(isFor('business')).length).toBeGreaterThan(10);
    expect(await answers(chosen, (route) => page.call(callOf(route)))).toEqual(all(chosen, '404 absent'));
  });

  it.each(['handler', 'head', 'supervisor', 'liaison'] satisfies Role[])('%s 进不了任何管理接口', async (role) => {
    clock.advance(30_000);
    const page = await signedIn(app, identity, await aPerson(identity, [{ organisationId: unit, role }]));
    const closed = (route: RouteEntry): boolean => route.scopes.every((scope) => scope.startsWith('admin:'));
    const chosen = routes.filter((route) => closed(route) && route.method !== 'HEAD');
    expect(chosen.length).toBeGreaterThan(15);
    expect(await answers(chosen, (route) => page.call(callOf(route)))).toEqual(all(chosen, '404 absent'));
  });

  it.each([
    ['GET', '/api/matters/%E0%A4%A'],
    ['PUT', `/api/drafts/${'x'.repeat(2000)}`],
    ['GET', '/public/%E0%A4%A'],
  ] as const)('无法识别的网址，用中文答复：%s %#', async (method, url) => {
    const { statusCode, headers, body } = await app.inject({ method, url });
    expect([statusCode, headers['x-content-type-options']]).toEqual([400, 'nosniff']);
    expect(body).toContain('网址无法识别');
    expect(body).not.toMatch(/FST_|x{100}/);
  });

  it('导出的条件无法识别的，答复说明原因，不是下载到一半断开', async () => {
    clock.advance(30_000);
    const page = await signedIn(app, identity, await aPerson(identity, [{ organisationId: unit, role: 'handler' }]));
    for (const list of ['matters', 'certificates', 'missing-bases']) {
      const answer = await page.call({ url: `/api/${list}/export?q=%00` });
      expect([list, answer.statusCode, answer.json().error]).toEqual([list, 400, 'input']);
      expect([list, (await page.call({ url: `/api/${list}/export?q=${encodeURIComponent('价格')}` })).statusCode]).toEqual([list, 200]);
    }
  });

  it('要求再次验证的接口：第二要素满五分钟后一律要求重新验证', async () => {
    const people: Partial<Record<string, Role>> = {
      'admin:system': 'system-admin',
      'admin:security': 'security-admin',
      'admin:audit': 'audit-admin',
      'signed-in': 'handler',
      business: 'handler',
    };
    const chosen = routes.filter(({ stepUp, method }) => stepUp && method !== 'HEAD');
    expect(chosen.length).toBeGreaterThan(5);
    for (const [scope, role] of Object.entries(people)) {
      if (role === undefined) continue;
      clock.advance(30_000);
      const page = await signedIn(app, identity, await aPerson(identity, [{ organisationId: unit, role, labelMax: 0 }]));
      clock.advance(5 * 60_000);
      const own = chosen.filter(({ scopes }) => scopes[0] === scope);
      expect(await answers(own, (route) => page.call(callOf(route)))).toEqual(all(own, '403 step-up'));
    }
  });
});
