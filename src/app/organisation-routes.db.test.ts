import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '#platform/identity/identity';
import { ANCHOR, ANCHOR_MORNING, type OtherCity, type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { browser, testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { missingBasisRoutes } from '../registers/organisations/routes.ts';
import { organisationRoutes } from './organisation-routes.ts';

let database: TestDatabase;
let identity: Identity;
let app: FastifyInstance;
let city: TestCity;
let other: OtherCity;

beforeAll(async () => {
  database = await testDatabase();
  ({ city, other } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => ANCHOR_MORNING);
  await letThemSignIn(identity, city.world);
  await letThemSignIn(identity, other.world);
  app = await testServer(identity, async (server) => {
    await server.register(organisationRoutes, { pool: database.pool, now: () => ANCHOR_MORNING });
    await server.register(missingBasisRoutes, { platform: await testPlatform(database.pool, () => ANCHOR_MORNING, new Map()) });
  });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

type Row = {
  id: string;
  name: string;
  kind?: string;
  certificate?: string | null;
  regionParentId?: string | null;
  lineParentId?: string | null;
};
async function get(person: Person, url: string): Promise<{ status: number; items: Row[]; body: Record<string, unknown> }> {
  const answer = await (await browserOf(app, identity, person)).call({ url });
  const body = answer.json<Record<string, unknown>>();
  expect(answer.statusCode, answer.body).toBeLessThan(500);
  return { status: answer.statusCode, items: (body['items'] as Row[] | undefined) ?? [], body };
}
const names = (rows: readonly Row[]) => rows.map((row) => row.name);

describe('单位名录：名称和位置对登录者公开，联系方式限于管辖范围', () => {
  it('未登录不能读取', async () => {
    for (const url of ['/api/organisations/tree', '/api/organisations?q=局', '/api/officers']) {
      expect((await browser(app).call({ url })).statusCode, url).toBe(401);
    }
  });

  it('单位树给出两种上级：所在区划与所属条线（细则第二条、第二十三条）', async () => {
    const { items } = await get(city.区市场监管局.handlerA, '/api/organisations/tree');
    const item = (id: string) => items.find((i) => i.id === id);
    expect(item(city.狼山司法所.id)).toMatchObject({ regionParentId: city.狼山镇.id, lineParentId: city.区司法局.id });
    expect(item(city.派驻中队.id)).toMatchObject({ regionParentId: city.狼山镇.id, lineParentId: city.区市场监管局.id });
    expect(item(city.区市场监管局.id)).toMatchObject({ regionParentId: city.区政府.id, lineParentId: city.市市场监管局.id });
    expect(item(city.市税务局.id)).toMatchObject({ regionParentId: city.市政府.id, lineParentId: city.自治区税务局.id });
    expect(items[0]).not.toHaveProperty('phone');
  });

  it('只见本市单位，不见别市', async () => {
    expect(names((await get(city.市司法局.supervisorA, '/api/organisations/tree')).items)).not.toContain(other.司法局.name);
    expect(names((await get(other.司法局.supervisorA, '/api/organisations?q=司法局')).items)).toEqual([other.司法局.name]);
    expect((await get(other.司法局.supervisorA, `/api/organisations/${city.市司法局.id}`)).status).toBe(404);
  });

  it('单位的沿革按当日所知给出；变更事项只给业务岗位，别市读不到', async () => {
    const url = `/api/organisations/${city.市交通局.id}`;
    const now = (await get(city.区市场监管局.handlerA, url)).body;
    expect(now).toMatchObject({ name: city.市交通局.name, records: [{ superiorName: city.市政府.name, recordedBy: null }] });
    expect((await get(city.区市场监管局.handlerA, `${url}?knownOn=2024-01-01`)).body['records']).toEqual([]);
    expect((await get(city.区市场监管局.handlerA, `${url}?knownOn=${ANCHOR}`)).body['records']).toHaveLength(1);
    expect((await get(city.区市场监管局.handlerA, `${url}/changes`)).items).toEqual([]);
    expect((await get(city.平台运行中心.systemAdmin, `${url}/changes`)).status).toBe(404);
    expect((await browser(app).call({ url: `${url}/changes` })).statusCode).toBe(401);
    expect((await get(other.司法局.supervisorA, `${url}/changes`)).items).toEqual([]);
  });

  it('按名称片段和信用代码查找，通配符按字面理解', async () => {
    const found = await get(city.区市场监管局.receiver, '/api/organisations?q=市场监督');
    expect(names(found.items)).toContain(city.市市场监管局.name);
    expect((await get(city.区市场监管局.receiver, '/api/organisations?q=%25')).items).toEqual([]);
    const byId = await get(city.区市场监管局.receiver, `/api/organisations?id=${city.狼山司法所.id}`);
    expect(byId.items).toMatchObject([{ name: city.狼山司法所.name, regionName: city.狼山镇.name }]);
  });

  it('借调时只查找司法行政部门和司法所，仍限于本市（细则第二十三条第一款）', async () => {
    const found = (await get(city.区司法局.supervisorA, '/api/organisations?of=supervision&q=')).items;
    expect(names(found)).toEqual(expect.arrayContaining([city.市司法局.name, city.旗司法局.name, city.狼山司法所.name]));
    expect(found.every(({ kind }) => kind === 'bureau' || kind === 'justice-office')).toBe(true);
    expect(names(found)).not.toContain(other.司法局.name);
    expect((await get(city.区司法局.supervisorA, '/api/organisations?of=supervision&q=市场监督')).items).toEqual([]);
    expect((await get(city.区司法局.supervisorA, '/api/organisations?of=all')).status).toBe(400);
  });

  it('联系方式只给管辖范围之内的人，不给管理员', async () => {
    const contact = async (person: Person, id: string) => (await get(person, `/api/organisations/${id}`)).body['contact'];
    expect(await contact(city.区司法局.supervisorA, city.区市场监管局.id)).toMatchObject({ phone: expect.stringMatching(/^0478/) });
    expect(await contact(city.区市场监管局.handlerA, city.区市场监管局.id)).not.toBeNull();
    expect(await contact(city.区司法局.supervisorA, city.旗市场监管局.id)).toBeNull();
    expect(await contact(city.特邀监督员.member, city.市市场监管局.id)).toBeNull();
    expect(await contact(city.平台运行中心.systemAdmin, city.平台运行中心.id)).toBeNull();
  });
});

describe('没有依据文件的关系限于管辖范围（细则第二条）', () => {
  const all = (person: Person, query = '') => get(person, `/api/missing-bases?limit=100${query}`);

  it('监督机构见本区划的，单位只见自己和下级，别市见不到；条数、筛选同一范围', async () => {
    const district = await all(city.区司法局.supervisorA);
    expect(names(district.items)).toContain(city.区市场监管局.name);
    expect(names(district.items)).not.toContain(city.旗市场监管局.name);
    expect(district.body['total']).toEqual({ count: district.items.length, exact: true });
    expect(new Set(names((await all(city.区市场监管局.handlerA)).items))).toEqual(new Set([city.区市场监管局.name, city.派驻中队.name]));
    expect((await all(city.区司法局.supervisorA, `&organisation=${city.旗市场监管局.id}`)).items).toEqual([]);
    expect((await all(city.区司法局.supervisorA, `&q=${encodeURIComponent(city.旗市场监管局.name)}`)).items).toEqual([]);
    expect(names((await all(other.司法局.supervisorA)).items)).not.toContain(city.区市场监管局.name);
    expect((await all(city.平台运行中心.systemAdmin)).status).toBe(404);
    expect((await browser(app).call({ url: '/api/missing-bases' })).statusCode).toBe(401);
  });

  it('导出与列表同一范围、同一筛选', async () => {
    const exported = async (person: Person, query = ''): Promise<readonly string[][]> => {
      const answer = await (await browserOf(app, identity, person)).call({ url: `/api/missing-bases/export?${query}` });
      expect(answer.statusCode).toBe(200);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(answer.rawPayload as unknown as ExcelJS.Buffer);
      const lines: string[][] = [];
      book.worksheets[0]?.eachRow((row) => lines.push([1, 2, 3, 4].map((i) => row.getCell(i).text)));
      return lines.slice(lines.findIndex(([first]) => first === '单位') + 1);
    };
    for (const [person, query] of [
      [city.区司法局.supervisorA, ''],
      [city.区司法局.supervisorA, 'relation=guidance'],
      [city.区市场监管局.handlerA, ''],
      [other.司法局.supervisorA, ''],
    ] as const) {
      const { items } = await all(person, `&${query}`);
      expect((await exported(person, query)).map(([name]) => name)).toEqual(names(items));
    }
    expect(await exported(city.区司法局.supervisorA, `organisation=${city.旗市场监管局.id}`)).toEqual([]);
    const refused = { url: '/api/missing-bases/export' };
    expect((await (await browserOf(app, identity, city.平台运行中心.systemAdmin)).call(refused)).statusCode).toBe(404);
    expect((await browser(app).call(refused)).statusCode).toBe(401);
  });

  it('登记了依据的关系不再列出；按页读完不重不漏', async () => {
    const { items } = await all(city.区司法局.supervisorA);
    const first = await get(city.区司法局.supervisorA, '/api/missing-bases?limit=1');
    const next = await get(city.区司法局.supervisorA, `/api/missing-bases?limit=100&cursor=${String(first.body['cursor'])}`);
    expect([...first.items, ...next.items]).toEqual(items);
    const paper = { name: '派驻方案', number: '无文号', on: '2019-02-20', matterId: null };
    await database.pool.query(`update organisation_record set bases = $2 where organisation_id = $1`, [
      city.派驻中队.id,
      JSON.stringify({ entrusting: paper, guidance: paper, supervision: paper }),
    ]);
    expect(names((await all(city.区市场监管局.handlerA)).items)).not.toContain(city.派驻中队.name);
    const unit = (await get(city.区市场监管局.handlerA, `/api/organisations/${city.派驻中队.id}`)).body;
    expect(unit).toMatchObject({ records: [{ bases: { entrusting: paper } }] });
  });
});

describe('执法、监督人员名单限于管辖范围（细则第十六条、第十七条）', () => {
  it('监督人员只列当日证件有效者：当日到期的在列，昨日到期的不在列', async () => {
    const { items } = await get(city.市司法局.supervisorA, `/api/officers?of=supervisors&organisation=${city.市司法局.id}`);
    expect(items.map((i) => i.id)).toContain(city.市司法局.expiresToday.officerId);
    expect(items.map((i) => i.id)).not.toContain(city.市司法局.expiredYesterday.officerId);
    expect(items.every((i) => i.certificate !== null)).toBe(true);
  });

  it('借入的监督人员与本局人员同列，不随之带出邻旗其他人员（细则第二十三条第一款）', async () => {
    const { items } = await get(city.区司法局.supervisorA, '/api/officers?of=supervisors');
    expect(items.map((i) => i.id)).toContain(city.旗司法局.borrowed.officerId);
    expect(items.map((i) => i.id)).toContain(city.狼山司法所.officer.officerId);
    expect(items.map((i) => i.id)).not.toContain(city.旗司法局.supervisorA.officerId);
  });

  it('借调：逐个机关查找上级和邻旗司法行政部门的持证监督人员，只给姓名、单位、证号和有效期（细则第十六条、第二十三条第一款）', async () => {
    const list = async (person: Person, id: string, of = 'supervisors') =>
      (await get(person, `/api/officers?of=${of}&organisation=${id}`)).items;
    const upper = await list(city.区司法局.supervisorA, city.市司法局.id);
    expect(upper.map((i) => i.id)).toContain(city.市司法局.supervisorA.officerId);
    expect(upper.map((i) => i.id)).toContain(city.市司法局.expiresToday.officerId);
    expect(upper.map((i) => i.id)).not.toContain(city.市司法局.expiredYesterday.officerId);
    for (const hit of upper)
      expect(Object.keys(hit).sort()).toEqual(['certificate', 'id', 'name', 'organisationId', 'organisationName', 'validThrough']);
    expect((await list(city.区司法局.supervisorA, city.旗司法局.id)).map((i) => i.id)).toContain(city.旗司法局.supervisorA.officerId);
    expect((await list(city.狼山司法所.officer, city.市司法局.id)).length).toBe(upper.length);
    expect(new Set(upper.map((i) => i.id)).size).toBe(upper.length);
  });

  it('借调查找只给司法行政部门和司法所，只查监督机关，只在本市', async () => {
    const list = async (person: Person, id: string, of = 'supervisors') =>
      (await get(person, `/api/officers?of=${of}&organisation=${id}`)).items;
    for (const person of [city.区市场监管局.handlerA, city.区市场监管局.receiver, city.市监委.liaison, city.特邀监督员.member])
      expect(await list(person, city.市司法局.id)).toEqual([]);
    expect(await list(city.区司法局.supervisorA, city.旗市场监管局.id)).toEqual([]);
    expect(await list(city.区司法局.supervisorA, city.市司法局.id, 'officers')).toEqual([]);
    expect(await list(city.区司法局.supervisorA, city.市司法局.id, 'colleagues')).toEqual([]);
    expect(await list(other.司法局.supervisorA, city.市司法局.id)).toEqual([]);
    const everywhere = (await get(city.区司法局.supervisorA, '/api/officers?of=supervisors')).items;
    expect(everywhere.map((i) => i.id)).not.toContain(city.市司法局.supervisorA.officerId);
  });

  it('管辖范围之外的单位没有人员可列', async () => {
    expect((await get(city.区司法局.supervisorA, `/api/officers?of=officers&organisation=${city.旗市场监管局.id}`)).items).toEqual([]);
    expect((await get(city.市监委.liaison, `/api/officers?of=officers&organisation=${city.市市场监管局.id}`)).items).toEqual([]);
  });

  it('系统管理员只见本市姓名和单位，安全、审计管理员不能读取', async () => {
    const { items } = await get(city.平台运行中心.systemAdmin, `/api/officers?organisation=${city.区市场监管局.id}`);
    expect(names(items)).toContain(city.区市场监管局.handlerA.name);
    expect(items[0]).not.toHaveProperty('certificate');
    expect((await get(city.平台运行中心.systemAdmin, `/api/officers?organisation=${other.司法局.id}`)).items).toEqual([]);
    for (const person of [city.平台运行中心.securityAdmin, city.平台运行中心.auditAdmin]) {
      expect((await get(person, '/api/officers')).status).toBe(404);
    }
  });

  it('截至某日的单位树按当日有效的登记给出', async () => {
    expect((await get(city.市司法局.head, '/api/organisations/tree?on=2019-02-28')).items).toEqual([]);
    expect((await get(city.市司法局.head, '/api/organisations/tree?on=2019-03-01')).items.length).toBe(city.world.units.length);
    expect((await get(city.市司法局.head, '/api/organisations/tree')).body['on']).toBe(ANCHOR);
  });
});
