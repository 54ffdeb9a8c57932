import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleById } from '#law/rules/index';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { ANCHOR_MORNING, type Organisation, type OtherCity, type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { browser, testIdentity, testServer } from '#testing/identity';
import { doubtAbout, insertMatters } from '#testing/judged-matters';
import { testPlatform } from '#testing/platform';
import { cellsOf } from '#testing/ways-to-a-matter';
import { ALERT_CHECK, followAlertCheck } from './index.ts';
import { onlineWatchRoutes } from './routes.ts';

let database: TestDatabase;
let identity: Identity;
let app: FastifyInstance;
let city: TestCity;
let other: OtherCity;
let now = ANCHOR_MORNING;
let keys = 0;
/** 每个单位一条红色（D12）、一条橙色（E01）预警；密封事项另有一份。 */
const found: Record<'区' | '旗' | '市' | '密封' | '别市', readonly string[]> = { 区: [], 旗: [], 市: [], 密封: [], 别市: [] };

const D12 = ruleById('D12');
const E01 = ruleById('E01');

beforeAll(async () => {
  database = await testDatabase();
  ({ city, other } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => now);
  await letThemSignIn(identity, city.world);
  await letThemSignIn(identity, other.world);
  const platform = await testPlatform(database.pool, () => now, kindsOf([anyKind(ALERT_CHECK)]), { afterAct: followAlertCheck });
  const caseOpening = { kind: 'case-supervision', act: 'open', input: () => ({}) };
  app = await testServer(identity, async (server) => {
    await server.register(onlineWatchRoutes, {
      platform,
      caseOpening,
      unanswered: [{ id: 'S03', name: '委托无效', missing: '缺委托书登记' }],
    });
  });
  found.区 = await plant(city.区市场监管局, { because: '罚款100%依据文件_甲' });
  found.旗 = await plant(city.旗市场监管局);
  found.市 = await plant(city.市市场监管局);
  found.密封 = await plant(city.区市场监管局, { label: 4, because: '密封的疑点' });
  found.别市 = await plant(other.市场监管局);
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function plant(unit: Organisation, more: { label?: number; because?: string } = {}): Promise<readonly string[]> {
  now += 1000;
  const matters = await insertMatters(database.pool, unit, { now, label: more.label ?? 2, title: `${unit.name}决定` });
  const rules = [D12, E01].filter((r) => r !== null);
  return doubtAbout(database.pool, unit, matters, { now, rules, because: more.because ?? '有疑点' });
}
async function grant(person: Person, findingId: string): Promise<void> {
  await database.pool.query(
    `insert into access_grant (id, account_id, matter_id, basis, held)
     select gen_random_uuid(), $1, matter_id, '批准', '[2020-01-01,)' from finding where id = $2`,
    [person.accountId, findingId],
  );
}

type Answer = { status: number; body: Record<string, unknown>; items: { id: string; [key: string]: unknown }[]; text: string };
async function get(person: Person, url: string): Promise<Answer> {
  const answer = await (await browserOf(app, identity, person)).call({ url });
  expect(answer.statusCode, answer.body).toBeLessThan(500);
  const isJson = String(answer.headers['content-type']).includes('json');
  const body = isJson ? answer.json<Record<string, unknown>>() : {};
  return { status: answer.statusCode, body, items: (body['items'] as Answer['items'] | undefined) ?? [], text: answer.body };
}
async function post(person: Person, url: string, payload: object): Promise<Answer> {
  keys += 1;
  const headers = { 'idempotency-key': `test-key-${keys}` };
  const answer = await (await browserOf(app, identity, person)).call({ method: 'POST', url, payload, headers });
  return { status: answer.statusCode, body: answer.json(), items: [], text: answer.body };
}
const ids = (answer: Answer): string[] => answer.items.map((i) => i.id).sort();
const sorted = (...lists: readonly (readonly string[])[]): string[] => lists.flat().sort();

describe('预警的列表、计数、详情和导出都只及于管辖范围（细则第二条、第三条）', () => {
  const readers = (): [Person, readonly string[]][] => [
    [city.市司法局.supervisorA, sorted(found.区, found.旗, found.市)],
    [city.区司法局.supervisorA, sorted(found.区)],
    [city.旗司法局.supervisorA, sorted(found.旗)],
    [city.区市场监管局.handlerA, sorted(found.区)],
    [city.市市场监管局.head, sorted(found.区, found.旗, found.市)],
    [city.狼山镇.head, []],
    [city.市交通局.handlerA, []],
    [other.司法局.supervisorA, sorted(found.别市)],
  ];

  it('列表、总数、汇总、详情、导出对每个岗位完全一致', async () => {
    const all = Object.values(found).flat();
    for (const [person, expected] of readers()) {
      const list = await get(person, '/api/findings?limit=200');
      expect(ids(list), person.name).toEqual(expected);
      expect(list.body['total']).toEqual({ count: expected.length, exact: true });
      const summary = (await get(person, '/api/findings/summary')).body as { counts: { count: number }[] };
      expect(summary.counts.reduce((sum, c) => sum + c.count, 0)).toBe(expected.length);
      const groups = (await get(person, '/api/findings/groups?by=organisation')).items as unknown as { count: number }[];
      expect(groups.reduce((sum, g) => sum + g.count, 0)).toBe(expected.length);
      for (const id of all)
        expect((await get(person, `/api/findings/${id}`)).status, `${person.name} ${id}`).toBe(expected.includes(id) ? 200 : 404);
      const rules = (await get(person, '/api/rules')).items as unknown as { id: string; figures: { found: number } }[];
      expect(rules.reduce((sum, r) => sum + r.figures.found, 0)).toBe(expected.length);
    }
  });

  it('未登录的和三员看不到任何预警和规则', async () => {
    for (const url of ['/api/findings', '/api/findings/summary', '/api/findings/not-judged', '/api/findings/export', '/api/rules']) {
      expect((await browser(app).call({ url })).statusCode, url).toBe(401);
      expect((await get(city.平台运行中心.systemAdmin, url)).status, url).toBe(404);
    }
  });

  it('密封事项的预警不进列表、计数、汇总、导出和规则统计；获授权的人只从事项进入', async () => {
    const [sealed = ''] = found.密封;
    const before = await get(city.市司法局.supervisorB, '/api/findings?limit=200');
    await grant(city.市司法局.supervisorB, sealed);
    expect(ids(await get(city.市司法局.supervisorB, '/api/findings?limit=200'))).toEqual(ids(before));
    expect((await get(city.市司法局.supervisorB, '/api/findings?q=密封的疑点')).items).toEqual([]);
    const taken = await (await browserOf(app, identity, city.市司法局.supervisorB)).call({ url: '/api/findings/export' });
    const doubts = (await cellsOf(taken.rawPayload)).filter((cell) => cell.includes('疑点') || cell.includes('罚款100%依据文件'));
    expect([doubts.length - 1, doubts.filter((cell) => cell.includes('密封'))], doubts.join()).toEqual([before.items.length, []]);
    const rules = (await get(city.市司法局.supervisorB, '/api/rules')).items as unknown as {
      id: string;
      figures: { found: number };
      asked: number;
    }[];
    expect(rules.find((r) => r.id === 'D12')).toMatchObject({ figures: { found: 3 }, asked: 3 });
    expect((await get(city.市司法局.supervisorB, '/api/findings/not-judged')).body['judged']).toBe(3);
    const view = await get(city.市司法局.supervisorB, `/api/findings/${sealed}`);
    expect(view.status).toBe(200);
    const matter = view.body['matterId'];
    expect((await get(city.市司法局.supervisorB, `/api/findings?matter=${matter}`)).items).toHaveLength(2);
    expect((await get(city.市司法局.supervisorA, `/api/findings?matter=${matter}`)).items).toEqual([]);
    const [open = ''] = found.区;
    expect((await get(city.市司法局.supervisorB, `/api/findings/${open}`)).body['earlier']).toEqual([]);
  });

  it('无法判断的按规则和缺项计数，只数范围内的事项', async () => {
    const lacks = async (person: Person) => (await get(person, '/api/findings/not-judged')).body;
    expect(await lacks(city.市司法局.supervisorA)).toMatchObject({
      judged: 3,
      items: [{ rule: 'S09', missing: '缺执法人员及证号', count: 3, title: ruleById('S09')?.title }],
    });
    expect(await lacks(city.区司法局.supervisorA)).toMatchObject({ judged: 1, items: [{ count: 1 }] });
    expect(await lacks(city.市交通局.handlerA)).toMatchObject({ judged: 0, items: [] });
  });
});

describe('筛选、翻页、分组', () => {
  it('红色在前，同级新的在前；翻页不重不漏', async () => {
    const seen: string[] = [];
    let cursor: unknown = '';
    do {
      const page: Answer = await get(city.市司法局.supervisorA, `/api/findings?limit=2&cursor=${cursor}`);
      seen.push(...page.items.map((i) => i.id));
      cursor = page.body['cursor'];
    } while (typeof cursor === 'string');
    expect(new Set(seen).size).toBe(6);
    const severities = await rows<{ severity: string }>(
      database.pool,
      'select f.severity from unnest($1::uuid[]) with ordinality as w(id, n) join finding f on f.id = w.id order by w.n',
      [seen],
    );
    expect(severities.map((s) => s.severity)).toEqual(['red', 'red', 'red', 'orange', 'orange', 'orange']);
  });

  it('按等级、规则、单位、文字筛选；通配符按字面理解', async () => {
    const count = async (query: string) => (await get(city.市司法局.supervisorA, `/api/findings?${query}`)).items.length;
    expect(await count('severity=red')).toBe(3);
    expect(await count('rule=E01')).toBe(3);
    expect(await count(`organisation=${city.旗市场监管局.id}`)).toBe(2);
    expect(await count(`q=${encodeURIComponent('乌拉特中旗')}`)).toBe(2);
    expect(await count(`q=${encodeURIComponent('100%依据文件_')}`)).toBe(2);
    expect(await count(`q=${encodeURIComponent('%')}`)).toBe(2);
    expect(await count('tab=excluded')).toBe(0);
    expect((await get(city.市司法局.supervisorA, '/api/findings?unknown=1')).status).toBe(400);
  });

  it('按规则汇总给出规则的问题，红色多的在前', async () => {
    const groups = (await get(city.市司法局.supervisorA, '/api/findings/groups?by=rule')).items;
    expect(groups).toMatchObject([
      { id: 'D12', name: D12?.title, red: 3, count: 3 },
      { id: 'E01', count: 3 },
    ]);
  });
});

describe('预警详情和规则页', () => {
  it('事实、法律要求、依据、如何消除、经过、准确率和可办事项', async () => {
    const [id = ''] = found.旗;
    const view = (await get(city.旗司法局.supervisorA, `/api/findings/${id}`)).body;
    expect(view).toMatchObject({
      ...{
        ruleId: 'D12',
        ruleTitle: D12?.title,
        facts: { 用时: '95日' },
        asks: D12?.asks,
        clears: '延期批准',
        gradeName: '法定（已核原文）',
      },
      events: [{ type: 'opened', label: '发现', by: null, words: '导入' }],
      figures: { found: 1, established: 0, precision: null },
      offers: [
        { decision: 'sent-down', allowed: true },
        { decision: 'taken-up', allowed: true },
        { decision: 'excluded', allowed: true },
      ],
    });
    const unit = (await get(city.旗市场监管局.handlerA, `/api/findings/${id}`)).body as { offers: { allowed: boolean; reason: string }[] };
    expect(unit.offers.every((o) => !o.allowed && o.reason.includes('监督人员'))).toBe(true);
    const expired = (await get(city.市司法局.expiredYesterday, `/api/findings/${id}`)).body as {
      offers: { decision: string; allowed: boolean }[];
    };
    expect(expired.offers.filter((o) => o.allowed).map((o) => o.decision)).toEqual(['sent-down']);
  });

  it('规则页给出必须发现和不得发现的例子、参数及其效力', async () => {
    const view = (await get(city.市司法局.supervisorA, '/api/rules/D12')).body;
    expect(view).toMatchObject({
      examples: { trips: expect.arrayContaining(['市文件设定罚款']), clears: expect.arrayContaining(['地方性法规']) },
      parameters: ['D12.rule-cap-general-fen', 'D12.rule-cap-fen'].map((name) => ({
        ...{ name, verified: false, gradeName: expect.stringContaining('待核定') },
      })),
      versions: [{ version: D12?.version, findings: 3 }],
    });
    expect((await get(city.市司法局.supervisorA, '/api/rules/Z99')).status).toBe(404);
    expect((await get(city.市司法局.supervisorA, '/api/rules')).body['unanswered']).toHaveLength(1);
  });

  it('同一单位同一规则此前的预警列在详情里', async () => {
    const [later = ''] = await plant(city.区市场监管局);
    const view = (await get(city.区司法局.supervisorA, `/api/findings/${later}`)).body;
    expect(view['earlier']).toMatchObject([{ id: found.区[0] }]);
  });
});

describe('办理', () => {
  it('排除、下发、并案都经接口，拒绝时说明依据', async () => {
    const [red = '', orange = ''] = await plant(city.市交通局);
    expect((await post(city.市司法局.supervisorA, '/api/findings/exclude', { ids: [red], reason: 'false-alarm', words: ' ' })).status).toBe(
      400,
    );
    const refused = await post(city.市司法局.expiredYesterday, '/api/findings/exclude', {
      ids: [red],
      reason: 'false-alarm',
      words: '误报',
    });
    expect(refused).toMatchObject({ status: 422, body: { refused: 'no-certificate', article: '《实施细则》第十六条' } });
    const done = await post(city.市司法局.supervisorA, '/api/findings/exclude', { ids: [red], reason: 'false-alarm', words: '误报' });
    expect(done).toMatchObject({ status: 200, body: { decided: 1 } });
    const sent = await post(city.市司法局.supervisorA, '/api/findings/send-down', { ids: [orange], words: '请说明' });
    expect(sent.status, sent.text).toBe(200);
    const view = (await get(city.市司法局.supervisorA, `/api/findings/${orange}`)).body;
    expect(view).toMatchObject({ status: 'sent-down', links: [{ kind: 'alert-check' }] });
    expect(
      (await get(city.市司法局.supervisorA, `/api/findings?check=${(sent.body as { matterId: string }).matterId}`)).items,
    ).toHaveLength(1);
    // The unit asked sees its own; neighbours, another department and another city see none; of a sealed one nobody does.
    const inCheck = `/api/findings?check=${(sent.body as { matterId: string }).matterId}`;
    expect((await get(city.市交通局.head, inCheck)).items).toHaveLength(1);
    const blind = [city.区司法局.supervisorA, city.旗司法局.supervisorA, city.市市场监管局.head, other.司法局.supervisorA];
    for (const person of blind) {
      const answer = await get(person, inCheck);
      expect(answer.items).toEqual([]);
      expect(answer.body['total']).toMatchObject({ count: 0 });
    }
    await database.pool.query('update finding set label = 4 where id = $1', [orange]);
    for (const person of [city.市司法局.supervisorA, city.市交通局.head, ...blind]) expect((await get(person, inCheck)).items).toEqual([]);
    await database.pool.query('update finding set label = 2 where id = $1', [orange]);
    const rule = (await get(city.市司法局.supervisorA, '/api/rules/D12')).body as { figures: { precision: number; dismissed: number } };
    expect(rule.figures).toMatchObject({ falseAlarms: 1, precision: 0 });
    expect((await post(city.市司法局.supervisorA, '/api/findings/take-up', { ids: [red], words: '' })).status).toBe(404);
  });

  it('看不见的预警，任何办理都答“不存在，或者无权查看”', async () => {
    const payload = { ids: found.旗, reason: 'data-error', words: '数据错误' };
    expect(await post(city.区司法局.supervisorA, '/api/findings/exclude', payload)).toMatchObject({
      status: 422,
      body: { refused: 'absent' },
    });
    expect(await post(other.司法局.supervisorA, '/api/findings/exclude', payload)).toMatchObject({
      status: 422,
      body: { refused: 'absent' },
    });
  });

  it('导出与列表一致，并记入审计', async () => {
    const page = await browserOf(app, identity, city.旗司法局.supervisorA);
    const answer = await page.call({ url: '/api/findings/export?severity=red' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('spreadsheetml');
    const [log] = await rows<{ n: number }>(
      database.pool,
      `select count(*)::int as n from audit_event where action = 'list.export' and object_kind = 'finding' and account_id = $1`,
      [city.旗司法局.supervisorA.accountId],
    );
    expect(log?.n).toBe(1);
  });
});
