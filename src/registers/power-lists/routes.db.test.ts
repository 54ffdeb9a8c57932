import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindsOf } from '#platform/acts/kinds';
import { inTransaction, rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { recognise } from '#registers/loading';
import { ANCHOR_MORNING, type OtherCity, type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { browser, testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { carryOutLists, registeredEntries } from './actions.ts';
import type { Comparison, CoverageView, EntryHistory, EntryPage } from './contract.ts';
import { LIST_COLUMNS, type ListColumn } from './list-columns.ts';
import { planLists } from './load-plan.ts';
import { LIST_LABELS, POWER_KIND_LABELS } from './model.ts';
import { powerListRoutes } from './routes.ts';

let database: TestDatabase;
let identity: Identity;
let app: FastifyInstance;
let city: TestCity;
let other: OtherCity;
let unit: string;

type Cells = Partial<Record<ListColumn, string>>;
const LINES: readonly Cells[] = Array.from({ length: 25 }, (_, i) => ({
  list: '权责清单',
  code: `CF-${String(i + 1).padStart(3, '0')}`,
  name: i === 24 ? '对百分之百%_的处罚' : `第${i + 1}项`,
  powerKind: '行政处罚',
  basis: '《食品安全法》第一百二十四条',
  from: '2025-01-01',
  ...(i === 0 ? { through: '2026-03-15' } : {}),
  ...(i < 20 ? { publishedOn: '2025-01-10' } : {}),
}));

async function loadLines(lines: readonly Cells[], at: string): Promise<void> {
  await inTransaction(database.pool, SYSTEM_PREAMBLE, async (client) => {
    const plan = planLists(
      lines.map((cells, i) => ({ line: i + 2, cells: { organisation: '本单位', ...cells } })),
      {
        register: await registeredEntries(client, city.world.city),
        unitOf: () => ({ id: unit, name: '区市场监管局', kind: 'department', tier: 'banner' }),
        endedBy: () => [],
      },
    );
    expect(plan.problems).toEqual([]);
    await carryOutLists(client, city.world.city, plan, { actId: '00000000-0000-8000-8000-000000000000', at });
  });
}

beforeAll(async () => {
  database = await testDatabase();
  ({ city, other } = await seedTestCity(database.pool));
  unit = city.区市场监管局.id;
  identity = testIdentity(database.pool, () => ANCHOR_MORNING);
  await letThemSignIn(identity, city.world);
  await letThemSignIn(identity, other.world);
  const platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kindsOf([]));
  await loadLines(LINES, '2026-03-01T01:00:00Z');
  await loadLines([{ ...LINES[1], from: '2026-03-10', name: '改了名的第2项' }], '2026-03-02T01:00:00Z');
  app = await testServer(identity, async (server) => {
    await server.register(powerListRoutes, { platform });
  });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

/** An exported workbook, line by line, its head included. */
async function linesOf(person: Person, path: string): Promise<readonly string[][]> {
  const answer = await (await browserOf(app, identity, person)).call({ url: encodeURI(path) });
  expect(answer.statusCode).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(answer.rawPayload as unknown as ExcelJS.Buffer);
  const lines: string[][] = [];
  book.worksheets[0]?.eachRow((row) => lines.push((row.values as unknown[]).slice(1).map((value) => String(value ?? ''))));
  return lines;
}

async function get<T>(person: Person, path: string): Promise<T> {
  const answer = await (await browserOf(app, identity, person)).call({ url: encodeURI(path) });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<T>();
}
const names = (page: EntryPage) => page.items.map((item) => item.name);

describe('清单公开：本市登录者所得相同，另一城市读不到', () => {
  const paths = () => [
    '/api/power-lists',
    '/api/power-lists/coverage',
    `/api/power-lists/compare?list=power&organisation=${unit}&from=2026-03-01&to=2026-03-16`,
  ];
  it('未登录不能读取', async () => {
    for (const path of [...paths(), '/api/power-lists/export', '/api/power-lists/coverage/export', `/api/power-lists/${unit}`])
      expect((await browser(app).call({ url: path })).statusCode, path).toBe(401);
  });
  it('各岗位所得相同', async () => {
    for (const path of paths()) {
      const mine = await get(city.市司法局.supervisorA, path);
      expect(await get(city.区市场监管局.handlerA, path), path).toEqual(mine);
    }
  });
  it('另一城市的列表、计数、比较、录入情况、单项都没有本市的', async () => {
    const foreigner = other.司法局.supervisorA;
    expect(await get<EntryPage>(foreigner, '/api/power-lists')).toMatchObject({ items: [], total: { count: 0 } });
    expect((await get<Comparison>(foreigner, paths()[2] ?? '')).differences).toEqual([]);
    const seen = await get<CoverageView>(foreigner, '/api/power-lists/coverage');
    expect(seen.items.filter((item) => item.organisationId === unit)).toEqual([]);
    const named = `/api/power-lists/coverage?q=${city.区市场监管局.name}`;
    expect(await get<CoverageView>(foreigner, named)).toMatchObject({ items: [], total: { count: 0 } });
    expect(await linesOf(foreigner, `/api/power-lists/coverage/export?q=${city.区市场监管局.name}`)).toHaveLength(1);
    const id = (await get<EntryPage>(city.市司法局.supervisorA, '/api/power-lists')).items[0]?.id;
    expect((await (await browserOf(app, identity, foreigner)).call({ url: `/api/power-lists/${id}` })).statusCode).toBe(404);
  });
});

describe('按日查看', () => {
  const at = (on: string, more = '') => get<EntryPage>(city.市司法局.supervisorA, `/api/power-lists?list=power&on=${on}&limit=100${more}`);
  it('失效日当日仍在清单内，次日起不在', async () => {
    expect(names(await at('2026-03-15'))).toContain('第1项');
    expect(names(await at('2026-03-16'))).not.toContain('第1项');
  });
  it('自改名之日起用新内容，前一日用旧内容', async () => {
    expect(names(await at('2026-03-09'))).toContain('第2项');
    expect(names(await at('2026-03-10'))).toContain('改了名的第2项');
    expect(names(await at('2026-03-10'))).not.toContain('第2项');
  });
  it('按名称、公布与否、单位筛选；通配符按字面查找', async () => {
    expect(names(await at('2026-03-16', '&q=%_'))).toEqual(['对百分之百%_的处罚']);
    expect((await at('2026-03-16', '&published=false')).total.count).toBe(5);
    expect((await at('2026-03-16', '&organisation=00000000-0000-7000-8000-000000000000')).items).toEqual([]);
  });
  it('一个单位的编码，空格、横线、大小写不同也查得到；全市的照字面查', async () => {
    for (const typed of ['CF-007', 'cf 007', 'cf007'])
      expect(names(await at('2026-03-16', `&organisation=${unit}&q=${typed}`)), typed).toEqual(['第7项']);
    expect(names(await at('2026-03-16', '&q=CF-007'))).toEqual(['第7项']);
    expect(names(await at('2026-03-16', '&q=cf007'))).toEqual([]);
    expect(names(await at('2026-03-16', `&organisation=${unit}&q=%_`))).toEqual(['对百分之百%_的处罚']);
    expect((await at('2026-03-16', `&organisation=${unit}&q=-`)).total.count).toBe(24);
  });
  it('一页一页读完，不重不漏，合计准确；读不懂的游标从头开始', async () => {
    const seen: string[] = [];
    let page = await get<EntryPage>(city.市司法局.supervisorA, '/api/power-lists?limit=10');
    expect(page.total).toEqual({ count: 24, exact: true });
    seen.push(...page.items.map((item) => item.code));
    while (page.cursor !== null) {
      page = await get<EntryPage>(city.市司法局.supervisorA, `/api/power-lists?limit=10&cursor=${page.cursor}`);
      seen.push(...page.items.map((item) => item.code));
    }
    expect(seen).toEqual(LINES.slice(1).map((line) => line.code));
    expect((await get<EntryPage>(city.市司法局.supervisorA, '/api/power-lists?limit=10&cursor=x')).items[0]?.code).toBe('CF-002');
  });
});

describe('一项的历次内容、两日比较、录入情况、导出', () => {
  it('历次内容新的在前', async () => {
    const { items } = await get<EntryPage>(city.市司法局.supervisorA, '/api/power-lists?q=改了名');
    const history = await get<EntryHistory>(city.区市场监管局.handlerA, `/api/power-lists/${items[0]?.id}`);
    expect(history.versions.map((v) => [v.from, v.through, v.name])).toEqual([
      ['2026-03-10', null, '改了名的第2项'],
      ['2025-01-01', '2026-03-09', '第2项'],
    ]);
  });
  it('两日之间终止一项、改名一项', async () => {
    const path = `/api/power-lists/compare?list=power&organisation=${unit}&from=2026-03-01&to=2026-03-16`;
    expect((await get<Comparison>(city.市司法局.supervisorA, path)).differences).toEqual([
      { what: 'ended', code: 'CF-001', name: '第1项', fields: [] },
      { what: 'changed', code: 'CF-002', name: '改了名的第2项', fields: [{ label: '名称', before: '第2项', after: '改了名的第2项' }] },
    ]);
  });
  it('没有录入的单位列出所缺清单；已录入的列出件数和没有公布日期的', async () => {
    const { items } = await get<CoverageView>(city.市司法局.supervisorA, '/api/power-lists/coverage?on=2026-03-16&limit=100');
    expect(items.find((item) => item.organisationId === unit)).toMatchObject({
      counts: { power: 24 },
      unpublished: 5,
      missing: ['spot-check', 'internal-system'],
    });
    expect(items[0]?.missing).toEqual(['power', 'spot-check', 'internal-system']);
  });
  it('录入情况一页一页读完，不重不漏；按单位、应录未录、公布日期筛选；导出与所见相同', async () => {
    const at = (more: string) => get<CoverageView>(city.市司法局.supervisorA, `/api/power-lists/coverage?on=2026-03-16${more}`);
    const whole = await at('&limit=100');
    expect(whole).toMatchObject({ cursor: null, total: { count: whole.items.length, exact: true } });
    const seen = [];
    for (let page = await at('&limit=2'); ; page = await at(`&limit=2&cursor=${page.cursor}`)) {
      seen.push(...page.items);
      if (page.cursor === null) break;
    }
    expect(seen).toEqual(whole.items);
    expect((await at('&limit=100&lacking=any')).items).toEqual(whole.items.filter((item) => item.missing.length > 0));
    expect((await at('&limit=100&lacking=none')).items).toEqual(whole.items.filter((item) => item.missing.length === 0));
    expect((await at('&lacking=power&q=区市场')).items).toEqual([]);
    expect((await at('&lacking=spot-check&unpublished=true')).items.map((item) => item.organisationId)).toEqual([unit]);
    expect((await at('&q=%_')).items).toEqual([]);
    const lines = await linesOf(
      city.市司法局.supervisorA,
      '/api/power-lists/coverage/export?on=2026-03-16&lacking=spot-check&unpublished=true',
    );
    expect(lines.slice(1)).toEqual([[city.区市场监管局.name, '随机抽查事项清单、内部监督制度', '权责清单 24', '5']]);
  });
  it('导出的列可以再载入，行数与列表相同', async () => {
    const lines = await linesOf(city.市司法局.supervisorA, '/api/power-lists/export?list=power');
    const found = recognise(LIST_COLUMNS, lines[0] ?? []);
    expect(Object.keys(LIST_COLUMNS).filter((key) => !found.has(key as ListColumn))).toEqual([]);
    const code = found.get('code') ?? -1;
    expect(lines.slice(1).map((line) => line[code])).toEqual(LINES.slice(1).map((line) => line.code));
  });
  it('日期、清单种类写错的请求说明哪里不对', async () => {
    const page = await browserOf(app, identity, city.市司法局.supervisorA);
    for (const bad of ['?on=2026-13-01', '?list=secret', '?limit=0']) {
      expect((await page.call({ url: `/api/power-lists${bad}` })).statusCode, bad).toBe(400);
    }
  });
});

describe('数据库与代码中的清单种类一致', () => {
  it('建表语句列出的种类就是代码中的种类', async () => {
    const [found] = await rows<{ checks: string }>(
      database.pool,
      `select string_agg(pg_get_constraintdef(oid), ' ') as checks from pg_constraint where conrelid = 'list_entry_record'::regclass
         and conname in ('list_entry_record_list_check', 'list_entry_record_power_kind_check')`,
    );
    const listed = (column: string) =>
      [...((found?.checks ?? '').match(new RegExp(`\\(${column} = ANY \\(ARRAY\\[([^\\]]*)\\]`))?.[1] ?? '').matchAll(/'([^']+)'/g)].map(
        (m) => m[1],
      );
    expect(listed('list')).toEqual(Object.keys(LIST_LABELS));
    expect(listed('power_kind')).toEqual(Object.keys(POWER_KIND_LABELS));
  });
});
