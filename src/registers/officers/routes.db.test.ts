import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import { inTransaction, rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { recognise } from '#registers/loading';
import { ANCHOR, ANCHOR_MORNING, type OtherCity, type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { browser, testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { registerCertificateChange } from './actions-change.ts';
import type { CertificatePage, CertificateView } from './contract.ts';
import { CERTIFICATE_COLUMNS } from './load-plan.ts';
import { certificateRoutes } from './routes.ts';

let database: TestDatabase;
let identity: Identity;
let app: FastifyInstance;
let city: TestCity;
let other: OtherCity;
const SUSPENDED_ON = localDate('2026-03-10');

beforeAll(async () => {
  database = await testDatabase();
  ({ city, other } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => ANCHOR_MORNING);
  await letThemSignIn(identity, city.world);
  await letThemSignIn(identity, other.world);
  const platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kindsOf([]));
  const { handlerA, id } = city.区市场监管局;
  const change = { kind: 'enforcement', number: await numberOf(handlerA), name: handlerA.name, organisationId: id } as const;
  const by = { actId: '00000000-0000-8000-8000-000000000000', city: 1508, today: ANCHOR, nowMs: ANCHOR_MORNING };
  const refusal = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
    registerCertificateChange(client, { ...change, is: 'status', status: 'suspended', from: SUSPENDED_ON }, by),
  );
  expect(refusal).toBeNull();
  app = await testServer(identity, async (server) => {
    await server.register(certificateRoutes, { platform });
  });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function numberOf(person: Person): Promise<string> {
  const [card] = await rows<{ number: string }>(database.pool, 'select number from certificate_record where officer_id = $1', [
    person.officerId,
  ]);
  return card?.number ?? '';
}
async function get<T>(person: Person, path: string): Promise<T> {
  const answer = await (await browserOf(app, identity, person)).call({ url: encodeURI(path) });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<T>();
}
const list = (person: Person, query = '') => get<CertificatePage>(person, `/api/certificates?limit=100${query}`);
const idOf = async (person: Person, holder: string): Promise<string> => (await list(person, `&q=${holder}`)).items[0]?.id ?? '';
const status = async (person: Person, path: string): Promise<number> =>
  (await (await browserOf(app, identity, person)).call({ url: path })).statusCode;

describe('证件名录：只见本单位和管辖范围内的，列表、计数、搜索、导出、单项一致', () => {
  it('未登录不能读取，系统管理员不能读取', async () => {
    for (const path of ['/api/certificates', '/api/certificates/export'])
      expect((await browser(app).call({ url: path })).statusCode).toBe(401);
  });

  it.each([
    ['市司法局', () => city.市司法局.supervisorA, [true, true, true]],
    ['区司法局', () => city.区司法局.supervisorA, [true, false, false]],
    ['区市场监管局自己', () => city.区市场监管局.handlerB, [true, false, false]],
    ['旗市场监管局', () => city.旗市场监管局.handlerA, [false, true, false]],
    ['市交通局', () => city.市交通局.handlerA, [false, false, true]],
  ] as const)('%s', async (_, who, expected) => {
    const all = await list(who());
    const units = [city.区市场监管局, city.旗市场监管局, city.市交通局];
    expect(units.map((u) => all.items.some((i) => i.organisationId === u.id))).toEqual(expected);
    expect(all.total).toEqual({ count: all.items.length, exact: true });
    for (const [i, unit] of units.entries()) {
      const found = await list(who(), `&q=${unit.handlerA.name}`);
      expect([found.items.length > 0, found.total.count > 0]).toEqual([expected[i], expected[i]]);
      expect((await list(who(), `&organisation=${unit.id}`)).total.count > 0).toBe(expected[i]);
      const [record] = await rows<{ id: string }>(database.pool, 'select id from certificate_record where officer_id = $1', [
        unit.handlerA.officerId,
      ]);
      expect(await status(who(), `/api/certificates/${record?.id}`)).toBe(expected[i] ? 200 : 404);
    }
    expect(await exported(who())).toEqual(all.items.map((i) => i.number));
  });

  it('另一城市一件也读不到', async () => {
    const foreign = await list(other.司法局.supervisorA);
    expect(foreign.items.filter((i) => i.number.startsWith('1508'))).toEqual([]);
    const id = await idOf(city.市司法局.supervisorA, city.市交通局.handlerA.name);
    expect(await status(other.司法局.supervisorA, `/api/certificates/${id}`)).toBe(404);
  });
});

async function exported(person: Person): Promise<string[]> {
  const answer = await (await browserOf(app, identity, person)).call({ url: '/api/certificates/export' });
  expect(answer.statusCode).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(answer.rawPayload as unknown as ExcelJS.Buffer);
  const lines: string[][] = [];
  book.worksheets[0]?.eachRow((row) => lines.push((row.values as unknown[]).slice(1).map((value) => String(value ?? ''))));
  const found = recognise(CERTIFICATE_COLUMNS, lines[0] ?? []);
  return lines.slice(1).map((line) => line[found.get('number') ?? -1] ?? '');
}

describe('按日、按所知查看（细则第八条第五项）', () => {
  const view = async (on: LocalDate, knownOn = '') => {
    const person = city.市司法局.supervisorA;
    const id = await idOf(person, city.区市场监管局.handlerA.name);
    return get<CertificateView>(person, `/api/certificates/${id}?on=${on}${knownOn === '' ? '' : `&knownOn=${knownOn}`}`);
  };

  it('暂扣前一日有效，当日起暂扣，最后有效日仍是暂扣，次日已过有效期', async () => {
    const ends = (await view(ANCHOR)).periods[0]?.through ?? ANCHOR;
    const days = [addDays(SUSPENDED_ON, -1), SUSPENDED_ON, ends, addDays(ends, 1)];
    const standings: string[] = [];
    // One after the other: each look is a sign-in of its own, and a third at the same moment ends one of the two before it.
    for (const on of days) standings.push((await view(on)).standing);
    expect(standings).toEqual(['valid', 'suspended', 'suspended', 'expired']);
  });

  it('截至登记前一日所知仍是有效；登记当日所知是暂扣', async () => {
    expect((await view(SUSPENDED_ON, '2026-03-15')).standing).toBe('valid');
    expect((await view(SUSPENDED_ON, ANCHOR)).standing).toBe('suspended');
    expect((await view(ANCHOR)).periods.map((p) => [p.status, p.byAct])).toEqual([
      ['suspended', true],
      ['valid', false],
    ]);
  });

  it('按状态、类别、到期筛选；写错的日期和状态说明不对', async () => {
    const person = city.市司法局.supervisorA;
    expect((await list(person, '&status=suspended')).items.map((i) => i.holder)).toEqual([city.区市场监管局.handlerA.name]);
    expect((await list(person, `&status=suspended&on=${addDays(SUSPENDED_ON, -1)}`)).items).toEqual([]);
    expect((await list(person, '&kind=supervision')).items.every((i) => i.kind === 'supervision')).toBe(true);
    expect((await list(person, '&ending=true')).items.map((i) => i.holder)).toEqual([city.市司法局.expiresToday.name]);
    for (const bad of ['?on=2026-13-01', '?status=stolen', '?limit=0']) expect(await status(person, `/api/certificates${bad}`)).toBe(400);
  });

  it('一页一页读完，不重不漏', async () => {
    const person = city.市司法局.supervisorA;
    const all = (await list(person)).items.map((i) => i.id);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: CertificatePage = await get(person, `/api/certificates?limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map((i) => i.id));
      cursor = page.cursor;
    }
    expect(seen).toEqual(all);
  });
});
