import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLawText } from '#law/library/parse-law-text';
import { inTransaction } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR, ANCHOR_MORNING, type OtherCity, type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { browser, testIdentity, testServer } from '#testing/identity';
import { importTexts, noCounts } from './actions-import.ts';
import { lawLibraryRoutes } from './routes.ts';
import { lawImportRoutes } from './routes-imports.ts';

let database: TestDatabase;
let identity: Identity;
let app: FastifyInstance;
let city: TestCity;
let other: OtherCity;
let now = ANCHOR_MORNING;

const OLD =
  '# 中华人民共和国试行法\n\n2010年1月1日通过\n\n## 第一章 总则\n\n第一条 禁止占用消防通道。\n\n第二条 本法自2010年3月1日起施行。';
const NEW =
  '# 中华人民共和国试行法\n\n2010年1月1日通过\n\n2020年5月1日修订\n\n## 第一章 总则\n\n第一条 有下列行为的，处以罚款：\n\n（一）堵塞消防通道；\n\n（二）<script>alert(1)</script>。\n\n第二条 本法自2020年9月1日起施行。';
async function take(source: string, text: string, at: number): Promise<void> {
  await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
    importTexts(client, [{ source, is: 'text', parsed: parseLawText(text), bytes: text.length }], new Date(at).toISOString(), noCounts()),
  );
}

beforeAll(async () => {
  database = await testDatabase();
  ({ city, other } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => ANCHOR_MORNING);
  await letThemSignIn(identity, city.world);
  await letThemSignIn(identity, other.world);
  await take('试行法(2010-01-01).md', OLD, ANCHOR_MORNING - 2000);
  await take('试行法(2020-05-01).md', NEW, ANCHOR_MORNING - 1000);
  for (const [i, words] of ['甲', '乙<img src=x onerror=alert(1)>'].entries())
    await take(
      `双本${i}.md`,
      `# 双本规定\n\n2012年1月1日公布\n\n第一条 ${words}。\n\n第二条 本规定自2012年3月1日起施行。`,
      ANCHOR_MORNING - 950 + i,
    );
  app = await testServer(identity, async (server) => {
    await server.register(lawLibraryRoutes, { pool: database.pool, now: () => now });
    await server.register(lawImportRoutes, { pool: database.pool, now: () => now });
  });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

type Body = Record<string, unknown> & { items: Record<string, unknown>[]; articles: Record<string, unknown>[] };
async function get(person: Person, path: string): Promise<{ status: number; body: Body }> {
  const answer = await (await browserOf(app, identity, person)).call({ url: encodeURI(path) });
  expect(answer.statusCode, answer.body).toBeLessThan(500);
  return { status: answer.statusCode, body: answer.json<Body>() };
}
const PATHS = [
  '/api/law-library',
  '/api/law-library/search?q=消防通道',
  '/api/law-library/text?name=试行法',
  '/api/law-library/article?name=试行法&key=100',
  '/api/law-library/cite?text=《试行法》第一条',
  '/api/law-library/conflicts',
  '/api/law-library/compared?law=双本规定&edition=2012年公布',
];

describe('法律法规库：法律公开，登录者都能读，答案不因岗位、地区而不同', () => {
  it('未登录不能读取', async () => {
    for (const path of PATHS) expect((await browser(app).call({ url: encodeURI(path) })).statusCode, path).toBe(401);
  });
  it('各岗位、另一城市所得相同', async () => {
    for (const path of PATHS) {
      const answers = [];
      for (const person of [city.市司法局.supervisorA, city.区市场监管局.handlerA, other.司法局.supervisorA])
        answers.push(await get(person, path));
      expect(answers[0]?.status, path).toBe(200);
      expect(answers[1], path).toEqual(answers[0]);
      expect(answers[2], path).toEqual(answers[0]);
    }
  });
  it('答案里没有任何事项：密封线索的文字查不到（只查法规文本）', async () => {
    expect((await get(city.市司法局.supervisorA, '/api/law-library/search?q=线索')).body.items).toEqual([]);
  });
});

describe('按日期阅读', () => {
  const reader = () => city.区市场监管局.handlerA;
  it.each([
    ['2010-02-28', 'not-in-force', 0],
    ['2010-03-01', 'ok', 2],
    ['2020-08-31', 'ok', 2],
    ['2020-09-01', 'ok', 2],
  ])('%s：%s', async (on, status, articles) => {
    const { body } = await get(reader(), `/api/law-library/text?name=试行法&on=${on}`);
    expect([body['status'], body.articles.length]).toEqual([status, articles]);
  });
  it('章名在其第一条之前，款项分明，网页标记只是文字', async () => {
    const { body } = await get(reader(), '/api/law-library/text?name=中华人民共和国试行法&on=2021-01-01');
    expect(body.articles[0]).toMatchObject({
      label: '第一条',
      divisions: ['第一章　总则'],
      paragraphs: [{ items: [{ text: '堵塞消防通道；' }, { text: '<script>alert(1)</script>。' }] }],
    });
  });
  it('一条的历次文本并列', async () => {
    const { body } = await get(reader(), '/api/law-library/article?name=试行法&key=100');
    expect(body['versions']).toMatchObject([
      { label: '2010年公布', through: '2020-08-31', text: '禁止占用消防通道。' },
      { label: '2020年修订', from: '2020-09-01', through: null },
    ]);
  });
  it('条文对应有载明的，历次文本按对应并列，全文注明原为第几条', async () => {
    const lines = (...articles: string[]) => articles.map((a, i) => `第${i + 1}条 ${a}`).join('\n\n');
    const passed = '# 中华人民共和国渔船法\n\n2011年1月1日第十一届全国人民代表大会常务委员会通过';
    const decision = '一、将第二条改为第三条，修改为：“第三条　丙。”\n\n本决定自2019年3月1日起施行。';
    await take('渔船法.md', `${passed}\n\n${lines('甲。', '乙。', '本法自2011年3月1日起施行。')}`, ANCHOR_MORNING - 900);
    const amended = `${passed}\n\n2019年1月1日《关于修改〈渔船法〉的决定》修正`;
    await take('渔船法新.md', `${amended}\n\n${lines('甲。', '增。', '丙。', '本法自2011年3月1日起施行。')}`, ANCHOR_MORNING - 800);
    const title = '# 全国人民代表大会常务委员会关于修改《中华人民共和国渔船法》的决定';
    await take('决定.md', `${title}\n\n2019年1月1日第十三届全国人民代表大会常务委员会通过\n\n${decision}`, ANCHOR_MORNING - 700);
    now += 15_000;
    const { body } = await get(reader(), '/api/law-library/article?name=渔船法&key=300');
    expect(body['versions']).toMatchObject([
      { label: '2011年公布', place: '第二条', text: '乙。', how: 'stated', by: expect.stringContaining('关于修改') },
      { label: '2019年修正', place: '第三条', text: '丙。', how: 'asked', law: null },
    ]);
    const { body: whole } = await get(reader(), '/api/law-library/text?name=渔船法');
    expect(whole.articles.map((a) => a['formerly'])).toEqual([[], [], ['2011年公布第二条'], []]);
    const { body: before } = await get(reader(), '/api/law-library/text?name=渔船法&on=2018-01-01');
    expect(before.articles.map((a) => a['later'])).toEqual([[], ['2019年修正第三条'], []]);
  });
  it('没有的法规是 404，没有的条款说明理由', async () => {
    expect((await get(reader(), '/api/law-library/text?name=无此法')).status).toBe(404);
    const { body } = await get(reader(), `/api/law-library/cite?text=《试行法》第九条、第一条第（一）项&on=${ANCHOR}`);
    expect(body.items.map((i) => [i['status'], i['text']])).toEqual([
      ['no-such-article', null],
      ['ok', '堵塞消防通道；'],
    ]);
  });
});

describe('矛盾列给人看', () => {
  it('同一版本的两个文本：列出两个文件，不同的条文并列，相同的只计数；标记只是文字', async () => {
    const { body } = await get(city.市司法局.supervisorA, '/api/law-library/conflicts');
    expect(body.items).toMatchObject([{ is: 'two-texts', law: '双本规定', edition: '2012年公布', sources: ['双本0.md', '双本1.md'] }]);
    const compared = await get(city.市司法局.supervisorA, '/api/law-library/compared?law=双本规定&edition=2012年公布');
    expect(compared.body).toEqual({
      ...{ title: '双本规定', edition: '2012年公布', sources: ['双本0.md', '双本1.md'], same: 1 },
      places: [{ label: '第一条', texts: ['甲。', '乙<img src=x onerror=alert(1)>。'] }],
    });
    expect((await get(city.市司法局.supervisorA, '/api/law-library/compared?law=试行法&edition=2010年公布')).status).toBe(404);
  });
});

describe('条文检索', () => {
  const found = async (q: string, on: string) =>
    (await get(city.市司法局.supervisorA, `/api/law-library/search?q=${q}&on=${on}`)).body.items.map(
      (i) => `${i['edition']} ${i['label']}`,
    );
  it('只在该日有效的文本里找；各词都要有，逐字相同', async () => {
    expect(await found('消防通道', '2015-01-01')).toEqual(['2010年公布 第一条']);
    expect(await found('消防通道', '2021-01-01')).toEqual(['2020年修订 第一条']);
    expect(await found('消防通道 罚款', '2021-01-01')).toEqual(['2020年修订 第一条']);
    expect(await found('消防通道 罚款', '2015-01-01')).toEqual([]);
    expect(await found('防消', '2021-01-01')).toEqual([]);
    expect(await found('罚', '2021-01-01')).toEqual(['2020年修订 第一条']);
  });
  it.each(['%25', '_', "'; drop table law_text", '|!', '😀'])('“%s”按字面理解，不出错', async (q) => {
    expect(await found(q, '2021-01-01')).toEqual([]);
  });
});

describe('同义词、引号、层级和地域', () => {
  const LOCAL =
    '# 内蒙古自治区试行条例\n\n2012年5月1日内蒙古自治区第十一届人民代表大会常务委员会第十次会议通过\n\n第一条 行政执法人员应当出示行政执法证件，收缴罚款和没收的财物。\n\n第二条 本条例自2012年7月1日起施行。';
  const found = async (query: string) =>
    (await get(city.市司法局.supervisorA, `/api/law-library/search?${query}`)).body.items.map((i) => [i['title'], i['label']].join(' '));
  beforeAll(async () => {
    await take('内蒙古自治区试行条例.md', LOCAL, ANCHOR_MORNING - 500);
    now += 15_000;
  });
  it('按同义词也能查到，加引号的只查原样', async () => {
    expect(await found('q=执法证')).toEqual(['内蒙古自治区试行条例 第一条']);
    expect(await found('q=罚没')).toEqual(['内蒙古自治区试行条例 第一条']);
    expect(await found('q=“执法证件”')).toEqual(['内蒙古自治区试行条例 第一条']);
    expect(await found('q=“罚没”')).toEqual([]);
    expect(await found('q="罚没"')).toEqual([]);
  });
  it('按层级、地域、日期缩小范围；名称列表同样', async () => {
    expect(await found('q=罚款&on=2021-01-01')).toHaveLength(2);
    expect(await found('q=罚款&on=2021-01-01&level=local-regulation')).toEqual(['内蒙古自治区试行条例 第一条']);
    expect(await found('q=罚款&on=2021-01-01&place=全国')).toEqual(['中华人民共和国试行法 第一条']);
    expect(await found('q=罚款&on=2021-01-01&level=law&place=内蒙古自治区')).toEqual([]);
    expect(await found('q=罚款&on=2012-06-30')).toEqual([]);
    const { body } = await get(city.市司法局.supervisorA, '/api/law-library?place=内蒙古自治区');
    expect(body.items.map((i) => [i['name'], i['level'], i['place']])).toEqual([
      ['内蒙古自治区试行条例', 'local-regulation', '内蒙古自治区'],
    ]);
    expect(body['places']).toEqual(['全国', '内蒙古自治区']);
  });
  it('不存在的层级是 400', async () => {
    expect((await get(city.市司法局.supervisorA, '/api/law-library/search?q=罚款&level=圣旨')).status).toBe(400);
  });
});

describe('常见的词', () => {
  it('一千条都有的词：先列短的，说明还有更多；翻页不重复', async () => {
    const articles = Array.from({ length: 5_100 }, (_, i) => `第${i + 1}条 ${'应当登记。'.repeat(1 + (i % 40))}${'丙'.repeat(i % 7)}`).join(
      '\n\n',
    );
    await take('登记条例.md', `# 登记条例\n\n2001年1月1日公布\n\n${articles}\n\n第9000条 本条例自公布之日起施行。`, ANCHOR_MORNING - 400);
    now += 15_000;
    const page = async (offset: number) => (await get(city.市司法局.supervisorA, `/api/law-library/search?q=登记&offset=${offset}`)).body;
    const [first, second] = [await page(0), await page(50)];
    expect([first['total'], first['more'], first.items.length, second.items.length]).toEqual([500, true, 50, 50]);
    const keys = [...first.items, ...second.items].map((i) => i['key']);
    expect(new Set(keys).size).toBe(100);
    expect((await page(500)).items).toEqual([]);
    // A rare word is found wherever it stands, however common the other is.
    const rare = (await get(city.市司法局.supervisorA, '/api/law-library/search?q=丙丙丙丙丙丙 登记')).body;
    expect(rare['total']).toBe(500);
    expect((await get(city.市司法局.supervisorA, '/api/law-library/search?q=自公布之日')).body['total']).toBe(1);
  });
});

describe('载入之后', () => {
  it('十五秒内仍是旧的，其后自行采用', async () => {
    await take('新条例.md', '# 新条例\n\n2024年1月1日公布\n\n第一条 甲。\n\n第二条 本条例自公布之日起施行。', ANCHOR_MORNING);
    const names = async () => (await get(city.市司法局.supervisorA, '/api/law-library?q=新条例')).body.items.map((i) => i['name']);
    expect(await names()).toEqual([]);
    now += 15_000;
    expect(await names()).toEqual(['新条例']);
  });
});
