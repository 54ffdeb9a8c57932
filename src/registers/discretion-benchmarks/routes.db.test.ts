import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE, fine, withTier } from '#law/discretion/example.fixtures';
import { anyKind } from '#platform/acts/kinds';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import { ANCHOR, type Person } from '#testing/city';
import { browser } from '#testing/identity';
import { type ServedCity, servedCity } from '#testing/served-city';
import { followBenchmark } from './actions-register.ts';
import { DISCRETION_BENCHMARK } from './kind.ts';
import { benchmarkRoutes } from './routes.ts';

let served: ServedCity;

beforeAll(async () => {
  served = await servedCity({
    kinds: [anyKind(DISCRETION_BENCHMARK)],
    more: () => ({ afterAct: followBenchmark }),
    routes: async (server, { platform }) => {
      await server.register(benchmarkRoutes, { platform });
    },
  });
});
afterAll(() => served?.close());

type Answer = { status: number; body: Record<string, unknown> & { items: Record<string, unknown>[]; versions: Record<string, unknown>[] } };
let keys = 0;
async function call(person: Person, method: 'GET' | 'POST', url: string, payload?: object): Promise<Answer> {
  keys += 1;
  const headers = method === 'POST' ? { 'idempotency-key': `benchmark-${keys}` } : {};
  const answer = await (await served.as(person)).call({
    method,
    url: encodeURI(url),
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  expect(answer.statusCode, answer.body).toBeLessThan(500);
  return {
    status: answer.statusCode,
    body: answer.headers['content-type']?.toString().startsWith('application/json') ? answer.json() : ({} as never),
  };
}
const get = (person: Person, url: string) => call(person, 'GET', url);
const PUBLICATION = { documentNumber: '巴市监发〔2026〕8号', publishedOn: ANCHOR, place: '本局门户网站', from: ANCHOR };
const existing = (violation: string, content = EXAMPLE) => ({
  ...{ violation, content, upper: null, ...PUBLICATION, lastDay: null, source: '纸质文件汇编第3页' },
});

/** A person's own acts: draft, review, decision, publication. */
async function publish(violation: string): Promise<string> {
  const organ = served.city.市市场监管局;
  const opened = await call(organ.handlerA, 'POST', '/api/benchmarks/drafts', { violation, content: EXAMPLE, upper: null });
  expect(opened.status, JSON.stringify(opened.body)).toBe(200);
  const id = String(opened.body['matterId']);
  const act = async (person: Person, name: string, input: object) => {
    const done = await call(person, 'POST', `/api/discretion-benchmark/${id}/${name}`, { input });
    expect(done.status, JSON.stringify(done.body)).toBe(200);
  };
  await act(organ.handlerA, 'submit', {});
  await act(organ.legalOffice, 'review', { opinion: '合法。' });
  await act(organ.head, 'decide', { way: 'collective', minutes: '一致同意。' });
  await act(organ.handlerA, 'publish', PUBLICATION);
  return id;
}

describe('公布以前只有制定机关看得见，公布以后本市登录者都能读（行政处罚法第三十四条）', () => {
  let id = '';
  const LIST = '/api/benchmarks?q=未公布的行为';

  it('拟稿：列表、阅读、拟稿页对别的单位都没有，密封级别同样', async () => {
    const organ = served.city.市市场监管局;
    const opened = await call(organ.handlerA, 'POST', '/api/benchmarks/drafts', {
      violation: '未公布的行为',
      content: EXAMPLE,
      upper: null,
    });
    id = String(opened.body['matterId']);
    for (const person of [organ.handlerA, served.city.市交通局.head, served.city.市司法局.supervisorA, served.other.司法局.supervisorA]) {
      expect((await get(person, LIST)).body['total']).toEqual({ count: 0, exact: true });
      expect((await get(person, `/api/benchmarks/${id}`)).status).toBe(404);
    }
    expect((await get(organ.legalOffice, `/api/benchmarks/${id}/draft`)).body['violation']).toBe('未公布的行为');
    for (const person of [
      served.city.市交通局.head,
      served.city.市司法局.supervisorA,
      served.city.区市场监管局.handlerA,
      served.other.司法局.supervisorA,
    ])
      expect((await get(person, `/api/benchmarks/${id}/draft`)).status).toBe(404);
    const revise = { content: EXAMPLE, upper: null, ifSeq: 1 };
    expect((await call(served.city.市交通局.head, 'POST', `/api/benchmarks/${id}/draft`, revise)).status).toBe(404);
  });

  it('未登录的什么也没有', async () => {
    for (const url of ['/api/benchmarks', '/api/benchmarks/makers', '/api/benchmarks/export', `/api/benchmarks/${id}`])
      expect((await browser(served.app).call({ url })).statusCode, url).toBe(401);
  });

  it('公布后：本市各单位所得相同，另一城市没有（列表、总数、制定机关、阅读）', async () => {
    const published = await publish('已公布的行为');
    const answers = [];
    for (const person of [served.city.市市场监管局.head, served.city.市交通局.head, served.city.区市场监管局.handlerA])
      answers.push((await get(person, '/api/benchmarks?q=已公布')).body);
    expect(answers[0]).toMatchObject({
      total: { count: 1, exact: true },
      items: [{ id: published, documentNumber: '巴市监发〔2026〕8号', through: null }],
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect((await get(served.city.市交通局.head, `/api/benchmarks/${published}`)).body).toMatchObject({ own: null, versions: [{ no: 1 }] });
    const outside = served.other.司法局.supervisorA;
    expect((await get(outside, '/api/benchmarks')).body['items']).toEqual([]);
    expect((await get(outside, '/api/benchmarks/makers')).body['items']).toEqual([]);
    expect((await get(outside, `/api/benchmarks/${published}`)).status).toBe(404);
    expect((await verify(served.platform)).faults).toEqual([]);
  });

  it('有效日的两边：施行日有，前一日没有', async () => {
    const on = async (day: string) => (await get(served.city.市交通局.head, `/api/benchmarks?q=已公布&on=${day}`)).body.items.length;
    expect([await on(ANCHOR), await on('2020-01-01')]).toEqual([1, 0]);
  });

  it('同一机关同一违法行为再公布一个重叠的基准，整个办理被拒绝', async () => {
    const organ = served.city.市市场监管局;
    const opened = await call(organ.handlerA, 'POST', '/api/benchmarks/drafts', {
      violation: '已公布的行为',
      content: EXAMPLE,
      upper: null,
    });
    const again = String(opened.body['matterId']);
    await call(organ.handlerA, 'POST', `/api/discretion-benchmark/${again}/submit`, { input: {} });
    await call(organ.legalOffice, 'POST', `/api/discretion-benchmark/${again}/review`, { input: { opinion: '合法。' } });
    await call(organ.head, 'POST', `/api/discretion-benchmark/${again}/decide`, { input: { way: 'leader', minutes: '同意。' } });
    const refused = await call(organ.handlerA, 'POST', `/api/discretion-benchmark/${again}/publish`, { input: PUBLICATION });
    expect(refused).toMatchObject({ status: 422, body: { refused: 'validity-overlap' } });
    expect(await rows(served.database.pool, 'select from benchmark_version where matter_id = $1', [again])).toEqual([]);
  });
});

describe('补录（DESIGN §3.2）', () => {
  it('不合法的照样记录并公开，成为预警', async () => {
    const wrong = existing('补录的行为', withTier(1, { fine: fine(5_000, 10_000) }));
    const entered = await call(served.city.市交通局.handlerA, 'POST', '/api/benchmarks/entries', wrong);
    expect(entered.status, JSON.stringify(entered.body)).toBe(200);
    const found = await rows<{ because: string }>(served.database.pool, 'select because from finding where matter_id = $1', [
      entered.body['matterId'],
    ]);
    expect(found.map((f) => f.because).join()).toContain('没有低于法定最低限');
    expect((await get(served.city.市市场监管局.head, '/api/benchmarks?q=补录的行为')).body.items).toMatchObject([{ reported: true }]);
  });

  it('同一机关同一违法行为，文号、施行日期、内容都相同的，不重复补录，指出已有的一件；有一处不同的照实记录，重叠成为预警', async () => {
    const enter = (body: object) => call(served.city.市交通局.handlerA, 'POST', '/api/benchmarks/entries', body);
    const first = await enter(existing('重复补录的行为'));
    const again = await enter({ ...existing('重复补录的行为'), source: '另一来源' });
    expect(again).toMatchObject({
      status: 422,
      body: { refused: 'same-benchmark', cite: { article: 8, item: 8 }, matterId: first.body['matterId'] },
    });
    expect(again.body['reason']).toContain('重复补录的行为');
    expect((await get(served.city.市交通局.head, '/api/benchmarks?q=重复补录')).body['total']).toEqual({ count: 1, exact: true });
    const differs = await enter(existing('重复补录的行为', withTier(1, { fine: fine(60_000, 90_000) })));
    expect(differs.status, JSON.stringify(differs.body)).toBe(200);
    const found = await rows<{ because: string }>(served.database.pool, 'select because from finding where matter_id = $1', [
      differs.body['matterId'],
    ]);
    expect(found.map((f) => f.because).join()).toContain('重叠');
    expect((await call(served.city.区市场监管局.handlerA, 'POST', '/api/benchmarks/entries', existing('重复补录的行为'))).status).toBe(200);
  });

  it('写明权责事项的按编码查得到；同一违法行为用于另一事项的不算重叠，用于同一事项的算', async () => {
    const enter = async (itemCode: string, documentNumber: string) => {
      const body = { ...existing('两个事项的行为', { ...EXAMPLE, itemCode }), documentNumber };
      const done = await call(served.city.市交通局.handlerA, 'POST', '/api/benchmarks/entries', body);
      expect(done.status, JSON.stringify(done.body)).toBe(200);
      const found = await rows<{ because: string }>(served.database.pool, 'select because from finding where matter_id = $1', [
        done.body['matterId'],
      ]);
      return found.map((f) => f.because).join();
    };
    expect(await enter('JT-CF-201', '一号')).toBe('');
    expect(await enter('JT-CF-202', '二号')).toBe('');
    expect(await enter('jt cf 202', '三号')).toContain('重叠');
    const found = async (q: string) => (await get(served.city.市市场监管局.head, `/api/benchmarks?q=${q}`)).body;
    expect((await found('jtcf201')).items).toMatchObject([{ content: { itemCode: 'JT-CF-201' } }]);
    expect((await found('JT-CF-209'))['total']).toEqual({ count: 0, exact: true });
  });

  it('下级基准超出上级基准的被记为预警；冒充的上级、本机关的上级被拒绝', async () => {
    const [upper] = (await get(served.city.区市场监管局.handlerA, '/api/benchmarks?q=已公布')).body.items;
    const upperId = String(upper?.['versionId']);
    const wide = withTier(4, { kinds: ['CF03'] });
    const entered = await call(served.city.区市场监管局.handlerA, 'POST', '/api/benchmarks/entries', {
      ...existing('下级的行为', wide),
      upper: upperId,
    });
    expect(entered.status).toBe(200);
    expect(
      (await call(served.city.市市场监管局.handlerA, 'POST', '/api/benchmarks/entries', { ...existing('自己的行为'), upper: upperId }))
        .body['refused'],
    ).toBe('upper-own');
    const nothing = '01990000-0000-7000-8000-000000000000';
    expect(
      (await call(served.city.市交通局.handlerA, 'POST', '/api/benchmarks/entries', { ...existing('无上级'), upper: nothing })).body[
        'refused'
      ],
    ).toBe('upper-absent');
  });
});

describe('分页和导出', () => {
  it('导出与列表同一范围', async () => {
    const sheet = await call(served.city.市交通局.head, 'GET', '/api/benchmarks/export?q=已公布');
    expect(sheet.status).toBe(200);
  });
});
