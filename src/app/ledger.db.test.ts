import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindsOf } from '#platform/acts/kinds';
import { perform } from '#platform/acts/perform';
import { steppedClock } from '#platform/clock-now';
import { listRoutes } from '#platform/http/list-routes';
import type { Identity } from '#platform/identity/identity';
import { type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { identityRoutes } from './identity-routes.ts';
import { KINDS } from './rooms.ts';

const clock = steppedClock('2026-03-16T09:00:00+08:00');
let database: TestDatabase;
let identity: Identity;
let city: TestCity;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, clock.now);
  await letThemSignIn(identity, city.world);
  const platform = await testPlatform(database.pool, clock.now, kindsOf(KINDS));
  app = await testServer(identity, async (server) => {
    await server.register(identityRoutes, { identity });
    await server.register(listRoutes, { platform });
  });
  const clue = { source: 'own', subject: '检查不规范', unit: city.区市场监管局.id, head: '8(7)', facts: '未出示证件。' };
  const opened = await perform(platform, {
    by: city.市司法局.supervisorA.session,
    kind: 'case-supervision',
    act: 'open',
    matterId: null,
    input: clue,
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const act = async (person: Person, name: string, input: unknown): Promise<void> => {
    const answer = await perform(platform, {
      by: person.session,
      kind: 'case-supervision',
      act: name,
      matterId: opened.done.matterId,
      input,
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
  };
  await act(city.市司法局.supervisorA, 'propose-filing', { opinion: '建议转办' });
  await act(city.市司法局.deputyHead, 'reassign', { to: city.市市场监管局.id, reason: '属其职责' });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

type Row = { readonly title: string; readonly addressees: string | null };
async function listed(person: Person, query = '?kind=case-supervision'): Promise<readonly Row[]> {
  const page = await browserOf(app, identity, person);
  return (await page.call({ url: `/api/matters${query}` })).json().items;
}
type Exported = { readonly status: number; readonly name: string; readonly sheet: string; readonly rows: readonly unknown[] };
async function header(person: Person, query: string): Promise<Exported> {
  const page = await browserOf(app, identity, person);
  const answer = await page.call({ url: `/api/matters/export?kind=case-supervision${query}` });
  if (answer.statusCode !== 200) return { status: answer.statusCode, name: '', sheet: '', rows: [] };
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(answer.rawPayload as never);
  const sheet = book.worksheets[0];
  const rows: unknown[] = [];
  sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  const name = decodeURIComponent(String(answer.headers['content-disposition']).split("''")[1] ?? '');
  return { status: 200, name, sheet: sheet?.name ?? '', rows };
}

describe('台账列明事项所针对的单位', () => {
  it('一种事项的台账有该种事项的对方单位，各种事项混列的没有', async () => {
    expect(await listed(city.市司法局.supervisorA)).toMatchObject([{ addressees: '临河区市场监督管理局（演示）' }]);
    expect(await listed(city.市司法局.supervisorA, '')).toMatchObject([{ addressees: null }]);
  });

  it('只因参与而看得到事项的，不告知没有参与的单位', async () => {
    expect(await listed(city.市市场监管局.receiver)).toMatchObject([{ addressees: null }]);
    expect(await listed(city.旗司法局.supervisorA)).toEqual([]);
  });

  it('导出与所见一致：只有显示的栏目，名称和次序相同；不指定的导出全部；没有的栏指出是哪一栏', async () => {
    const seen = await header(city.市司法局.supervisorA, '&columns=status,title,addressees');
    const titles = seen.rows.find((row) => (row as unknown[]).includes('事项'));
    expect(titles).toEqual(['事项', '被监督单位', '状态']);
    expect(seen.rows.at(-1)).toEqual([expect.stringContaining('检查不规范'), '临河区市场监督管理局（演示）', '转办待接收']);
    const all = await header(city.市司法局.supervisorA, '');
    expect(all.rows.flat()).toEqual(expect.arrayContaining(['事项种类', '密级', '被监督单位', '办结日期']));
    expect(all.name).toMatch(/^监督案件台账\d{4}-\d{2}-\d{2}\.xlsx$/);
    expect(all.sheet).toBe('监督案件台账');
    expect((await header(city.市司法局.supervisorA, `&columns=${encodeURIComponent('title;drop')}`)).status).toBe(400);
    const page = await browserOf(app, identity, city.市司法局.supervisorA);
    const mixed = (await page.call({ url: '/api/matters/export?columns=title,addressees' })).json();
    expect(mixed).toMatchObject({ error: 'unknown-column', reason: expect.stringContaining('没有“addressees”这一栏') });
    const party = await header(city.市市场监管局.receiver, '&columns=title,addressees');
    expect(party.rows.flat()).not.toContain('临河区市场监督管理局（演示）');
  });
});
