import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PENALTY_RECORD } from '#enforcement/penalty-records';
import { ADMIN_ROLES } from '#law';
import { parseLawText } from '#law/library/parse-law-text';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import type { Platform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { keptLaws } from '#registers/law-library';
import { ANCHOR_MORNING, type OtherCity, type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { cellsOf } from '#testing/ways-to-a-matter';
import { loadBatch } from '../enforcement/penalty-records/actions-batch.ts';
import type { PenaltyRecord } from '../enforcement/penalty-records/reading/read-records.ts';
import { LAYOUT_COLUMNS } from '../enforcement/penalty-records/routes/export-columns.ts';
import { decisionRoutes } from '../enforcement/penalty-records/routes-decisions.ts';
import { nextDecisions } from '../enforcement/penalty-records/store-decisions.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { importTexts, noCounts } from '../registers/law-library/actions-import.ts';
import { afterActs } from './after-act.ts';

let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let app: FastifyInstance;
let city: TestCity;
let other: OtherCity;
/** 每个机关的决定；密封的另列，与公开的同在一个机关。 */
const made: Record<'区' | '旗' | '市' | '密封' | '别市', string[]> = { 区: [], 旗: [], 市: [], 密封: [], 别市: [] };

beforeAll(async () => {
  database = await testDatabase();
  ({ city, other } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => ANCHOR_MORNING);
  await letThemSignIn(identity, city.world);
  await letThemSignIn(identity, other.world);
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kindsOf([anyKind(PENALTY_RECORD)]), {
    afterAct: afterActs(identity.keys),
    lawSources: async (client) => (await keptLaws(client)).sources,
  });
  app = await testServer(identity, (server) => decisionRoutes(server, { platform }));
  made.区 = await load(
    city.市司法局.machine,
    [1, 2, 3].map((n) => decisionOf(city.区市场监管局.name, n)),
  );
  made.旗 = await load(
    city.市司法局.machine,
    [4, 5].map((n) => decisionOf(city.旗市场监管局.name, n)),
  );
  made.市 = await load(
    city.市司法局.machine,
    [6].map((n) => decisionOf(city.市市场监管局.name, n)),
  );
  made.别市 = await load(
    other.司法局.supervisorA,
    [7].map((n) => decisionOf(other.市场监管局.name, n)),
  );
  made.密封 = await load(city.市司法局.machine, [decisionOf(city.区市场监管局.name, 8)]);
  for (const table of ['matter', 'penalty_record', 'finding', 'judgement']) {
    await database.pool.query(`update ${table} set label = 4 where ${table === 'matter' ? 'id' : 'matter_id'} = any($1::uuid[])`, [
      made.密封,
    ]);
  }
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

function decisionOf(organ: string, serial: number): PenaltyRecord {
  return reportedDecision(organ, serial, {
    处罚决定日期: `2026-02-0${serial}`,
    违法行为类型: serial % 2 === 0 ? '未按规定明码标价' : '超限100%_运输',
    ...(serial === 2 ? { 违法事实: '当事人联系电话13800000000，未明码标价。' } : {}),
  });
}

let calls = 0;
async function load(person: Person, records: readonly PenaltyRecord[]): Promise<string[]> {
  calls += 1;
  const request = { session: person.session, key: `decisions-${calls}`, rows: records, fileKind: 'publicity', exportedOn: null } as const;
  const result = await loadBatch({ platform, sealing: identity.keys }, request);
  if (!result.ok) throw new Error(result.error);
  return result.answer.rows.map((r) => {
    if (r.matterId === null) throw new Error(JSON.stringify(r));
    return r.matterId;
  });
}

type Item = { id: string; number: string; severity: string | null; findings: number; merged: boolean };
type Answer = {
  status: number;
  items: Item[];
  total: { count: number; exact: boolean };
  cursor: string | null;
  text: string;
  bytes: Buffer;
};
async function get(person: Person, url: string): Promise<Answer> {
  const answer = await (await browserOf(app, identity, person)).call({ url });
  const isJson = String(answer.headers['content-type']).includes('json');
  const body = isJson ? answer.json<Partial<Answer>>() : {};
  return {
    ...{ status: answer.statusCode, items: body.items ?? [], cursor: body.cursor ?? null, text: answer.body, bytes: answer.rawPayload },
    total: body.total ?? { count: -1, exact: false },
  };
}
const ids = ({ items }: Pick<Answer, 'items'>): string[] => items.map((i) => i.id).sort();
const sorted = (...lists: readonly (readonly string[])[]): string[] => lists.flat().sort();

describe('处罚决定的列表、计数、检索、导出、详情都只及于管辖范围（细则第二条、第八条第十二项）', () => {
  const readers = (): [Person, readonly string[]][] => [
    [city.市司法局.supervisorA, sorted(made.区, made.旗, made.市)],
    [city.市司法局.head, sorted(made.区, made.旗, made.市)],
    [city.市司法局.checker, sorted(made.区, made.旗, made.市)],
    [city.区司法局.supervisorA, sorted(made.区)],
    [city.旗司法局.supervisorA, sorted(made.旗)],
    [city.区市场监管局.handlerA, sorted(made.区)],
    [city.区市场监管局.head, sorted(made.区)],
    [city.市市场监管局.head, sorted(made.区, made.旗, made.市)],
    [city.狼山镇.head, []],
    [city.市交通局.handlerA, []],
    [other.司法局.supervisorA, sorted(made.别市)],
  ];

  it('列表、总数、检索、导出、详情对每个岗位完全一致，密封的不在其中', async () => {
    const all = Object.values(made).flat();
    for (const [person, expected] of readers()) {
      const list = await get(person, '/api/penalty-records?limit=200');
      expect(ids(list), person.name).toEqual(expected);
      expect(list.total).toEqual({ count: expected.length, exact: true });
      const found = await get(person, `/api/penalty-records?q=${encodeURIComponent('演市监罚')}`);
      expect(ids(found), person.name).toEqual(expected);
      const exported = await nextDecisions(platform, person.session, {}, undefined);
      expect(ids({ items: [...exported.items] }), person.name).toEqual(expected);
      const seen: string[] = [];
      for (const id of all) if ((await get(person, `/api/penalty-records/${id}`)).status === 200) seen.push(id);
      expect(seen.sort(), person.name).toEqual(expected);
    }
  });

  it('密封的决定只有被批准的人凭其地址看得到，列表、检索、导出仍没有', async () => {
    const [sealed] = made.密封;
    await database.pool.query(
      `insert into access_grant (id, account_id, matter_id, basis, held) values (gen_random_uuid(), $1, $2, '批准', '[2020-01-01,)')`,
      [city.市司法局.supervisorB.accountId, sealed],
    );
    const person = city.市司法局.supervisorB;
    expect((await get(person, `/api/penalty-records/${sealed}`)).status).toBe(200);
    expect((await get(city.市司法局.supervisorA, `/api/penalty-records/${sealed}`)).status).toBe(404);
    expect(ids(await get(person, '/api/penalty-records?limit=200'))).toEqual(sorted(made.区, made.旗, made.市));
    expect((await get(person, `/api/penalty-records?q=${encodeURIComponent('演市监罚〔2026〕8号')}`)).items).toEqual([]);
  });

  it('三类管理员看不到任何业务数据（细则第八条第十二项）', async () => {
    const { systemAdmin, securityAdmin, auditAdmin } = city.平台运行中心;
    for (const person of [systemAdmin, securityAdmin, auditAdmin]) {
      expect(ADMIN_ROLES).toContain(person.session.role);
      for (const url of ['/api/penalty-records', '/api/penalty-records/export', `/api/penalty-records/${made.区[0]}`]) {
        expect((await get(person, url)).status, url).toBe(404);
      }
    }
  });

  it('逐页读取不重不漏，筛选条件逐项有效，文字中的%和_按原样检索', async () => {
    const person = city.市司法局.supervisorA;
    const pages: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Answer = await get(person, `/api/penalty-records?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      pages.push(...page.items.map((i) => i.id));
      cursor = page.cursor;
    } while (cursor !== null);
    expect(pages).toEqual([...made.区, ...made.旗, ...made.市].reverse());
    const filtered = async (query: string) => ids(await get(person, `/api/penalty-records?${query}`));
    expect(await filtered(`organ=${city.区市场监管局.id}`)).toEqual(sorted(made.区));
    expect(await filtered('from=2026-02-04&until=2026-02-05')).toEqual(sorted(made.旗));
    expect(await filtered('severity=red')).toEqual([made.区[1]]);
    expect(await filtered(`q=${encodeURIComponent('100%_')}`)).toEqual(sorted([made.区[0] ?? '', made.区[2] ?? '', made.旗[1] ?? '']));
    expect(await filtered(`q=${encodeURIComponent('100__')}`)).toEqual([]);
    expect(await filtered(`number=${encodeURIComponent('2026〕3号')}`)).toEqual([made.区[2]]);
    expect(await filtered('kind=CF01')).toEqual([]);
    expect(await filtered('merged=true')).toEqual([]);
    const [job] = await rows<{ job_id: string }>(database.pool, 'select job_id from import_row where matter_id = $1', [made.旗[0]]);
    expect(await filtered(`batch=${job?.job_id}`)).toEqual(sorted(made.旗));
    expect((await get(person, '/api/penalty-records?from=昨天')).status).toBe(400);
  });

  it('导出为工作簿；自然人只写姓氏，详情不含证件号码（个人信息保护法第二十八条）', async () => {
    const [id] = await load(city.市司法局.machine, [
      reportedDecision(city.区市场监管局.name, 9, {
        ...{ 行政相对人名称: '演示人甲', 行政相对人类别: '自然人', 证件类型: '身份证', 证件号码: '150802199001010017', 法定代表人: '' },
        '行政相对人代码_1(统一社会信用代码)': '',
      }),
    ]);
    const book = await get(city.区市场监管局.handlerA, '/api/penalty-records/export');
    expect(book.status).toBe(200);
    expect(book.bytes.subarray(0, 2).toString()).toBe('PK');
    const seen = await cellsOf((await get(city.区市场监管局.handlerA, '/api/penalty-records/export?columns=number,party&q=演某')).bytes);
    expect(seen.slice(0, 2)).toEqual(['文号', '行政相对人']);
    expect([seen.some((cell) => cell.startsWith('演某')), seen.includes('处罚机关')]).toEqual([true, false]);
    const unknown = await get(city.区市场监管局.handlerA, '/api/penalty-records/export?columns=number,secret');
    expect([unknown.status, unknown.text.includes('没有“secret”这一栏')]).toEqual([400, true]);
    const one = await get(city.区市场监管局.handlerA, `/api/penalty-records/${id}`);
    expect(one.text).toContain('演某');
    expect(one.text).not.toContain('演示人甲');
    expect(one.text).not.toContain('150802199001010017');
    const found = await get(city.市司法局.supervisorA, `/api/penalty-records?q=${encodeURIComponent('演示人甲')}`);
    expect(found.items).toEqual([]);
  });
});

describe('处罚机关按登记的名称列出，来源写法不同的另列', () => {
  it('来源写法与登记的名称不同的，列表和导出写登记的名称，原写法在另一列；写法相同的那一列为空', async () => {
    const organ = city.旗市场监管局;
    const listed = async (): Promise<unknown> =>
      JSON.parse((await get(city.旗司法局.supervisorA, `/api/penalty-records?organ=${organ.id}`)).text).items[0];
    expect(await listed()).toMatchObject({ organName: organ.name, organWritten: null });
    await database.pool.query(`update penalty_record set organ_name = '来源所写的局' where matter_id = any($1::uuid[])`, [made.旗]);
    expect(await listed()).toMatchObject({ organName: organ.name, organWritten: '来源所写的局' });
    const searched = (q: string) => get(city.旗司法局.supervisorA, `/api/penalty-records?q=${encodeURIComponent(q)}`);
    expect(ids(await searched(organ.name))).toEqual(sorted(made.旗));
    expect(ids(await searched('来源所写'))).toEqual(sorted(made.旗));
    const [first] = (await searched(organ.name)).items;
    const fullWidth = (first?.number ?? '').replaceAll(/[0-9]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    expect(ids(await searched(fullWidth))).toContain(first?.id);
    const { items } = await nextDecisions(platform, city.旗司法局.supervisorA.session, { organ: organ.id }, undefined);
    const row = items.map((item) => Object.fromEntries(LAYOUT_COLUMNS.map(({ title, cell }) => [title, cell(item)])))[0];
    expect(row).toMatchObject({ 处罚机关: organ.name, '处罚机关（来源写法）': '来源所写的局' });
    await database.pool.query('update penalty_record set organ_name = $2 where matter_id = any($1::uuid[])', [made.旗, organ.name]);
  });
});

describe('从旧兼从轻：行为在旧法、决定在新法的，新旧条文并列（《行政处罚法》第三十七条）', () => {
  const rule = (revised: string, first: string, from: string) =>
    parseLawText(`# 集贸条例\n\n2010年1月1日国务院令第1号公布${revised}\n\n第一条 ${first}\n\n第二条 本条例自${from}起施行。`);
  const texts = async (deed: string, serial: number) => {
    const record = reportedDecision(city.区市场监管局.name, serial, {
      ...{ 处罚决定日期: '2026-02-02', 处罚依据: '《集贸条例》第一条', 违法行为发生日期: deed },
    });
    const [id] = await load(city.市司法局.machine, [record]);
    return JSON.parse((await get(city.区市场监管局.handlerA, `/api/penalty-records/${id}`)).text).bothTexts;
  };
  it('行为在修订施行前一日：两个文本；施行当日：没有', async () => {
    const laws = [
      { source: '集贸条例(2010-01-01).md', parsed: rule('', '处一万元以下罚款。', '2010年3月1日') },
      { source: '集贸条例(2025-06-01).md', parsed: rule('\n\n2025年6月1日修订', '处五千元以下罚款。', '2025年10月1日') },
    ].map((law) => ({ ...law, is: 'text' as const, bytes: 1 }));
    await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
      importTexts(client, laws, new Date(ANCHOR_MORNING - 1000).toISOString(), noCounts()),
    );
    expect(await texts('2025-09-30', 21)).toMatchObject([
      {
        law: '集贸条例',
        before: { on: '2025-09-30', text: '处一万元以下罚款。' },
        after: { on: '2026-02-02', text: '处五千元以下罚款。' },
      },
    ]);
    expect(await texts('2025-10-01', 22)).toEqual([]);
  });
});
