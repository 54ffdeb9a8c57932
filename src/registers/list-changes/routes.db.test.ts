import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyKind } from '#platform/acts/kinds';
import { verify } from '#platform/acts/verify';
import { inTransaction, rows } from '#platform/db';
import { insertFile } from '#platform/files';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR, ANCHOR_MORNING, type Person } from '#testing/city';
import { browser } from '#testing/identity';
import { type ServedCity, servedCity } from '#testing/served-city';
import { listSheets } from '../../app/register-load/list-sheets.ts';
import { followListChange } from './actions-register.ts';
import { verifyListTexts } from './actions-verify.ts';
import type { SentLine } from './contract.ts';
import { LIST_CHANGE } from './kind.ts';
import { listChangeRoutes } from './routes.ts';

let served: ServedCity;
let { database, platform, city, other } = {} as ServedCity;

beforeAll(async () => {
  served = await servedCity({
    kinds: [anyKind(LIST_CHANGE)],
    more: () => ({ afterAct: followListChange }),
    routes: async (server, { platform, blobs }) => {
      await server.register(listChangeRoutes, { platform, read: listSheets({ platform, blobs }) });
    },
  });
  ({ database, platform, city, other } = served);
});
afterAll(() => served?.close());

type Body = Record<string, unknown>;
let keys = 0;
async function call(person: Person, method: 'GET' | 'POST', url: string, payload?: object): Promise<{ status: number; body: Body }> {
  keys += 1;
  const headers = method === 'POST' ? { 'idempotency-key': `list-change-${keys}` } : {};
  const asked = { method, url: encodeURI(url), headers, ...(payload === undefined ? {} : { payload }) };
  const answer = await (await served.as(person)).call(asked);
  expect(answer.statusCode, answer.body).toBeLessThan(500);
  const isJson = answer.headers['content-type']?.toString().startsWith('application/json') === true;
  return { status: answer.statusCode, body: isJson ? answer.json() : ({} as never) };
}
const get = (person: Person, url: string) => call(person, 'GET', url);

const line = (code: string, more: Record<string, string> = {}): SentLine => ({
  what: 'set',
  cells: { code, name: `对${code}的处罚`, powerKind: '行政处罚', basis: '《道路运输条例》第七十条', from: ANCHOR, ...more },
  base: null,
});
const organ = () => city.市市场监管局;
async function proposed(lines: readonly SentLine[], more: object = {}): Promise<string> {
  const body = { list: 'power', reason: '首次录入', grounds: null, lines, ...more };
  const answer = await call(organ().handlerA, 'POST', '/api/list-changes', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return String(answer.body['matterId']);
}
const act = (person: Person, id: string, name: string, input: object = {}) =>
  call(person, 'POST', `/api/list-change/${id}/${name}`, { input });
async function approving(id: string): Promise<void> {
  expect(await act(organ().handlerA, id, 'submit')).toMatchObject({ status: 200 });
  expect(await act(organ().legalOffice, id, 'review', { opinion: '合法。' })).toMatchObject({ status: 200 });
}
const publication = { publishedOn: ANCHOR, place: '本局门户网站', opinion: null, alone: null };
async function publish(id: string) {
  const { body } = await get(organ().head, `/api/list-changes/${id}`);
  const { seq } = body['matter'] as { seq: number };
  return call(organ().head, 'POST', `/api/list-changes/${id}/publish`, { ...publication, ifSeq: seq });
}
const registered = (code: string, on: string = ANCHOR) =>
  rows<{ id: string; name: string; published_on: string | null; act_id: string }>(
    database.pool,
    `select id, name, published_on::text, act_id from list_entry_record where organisation_id = $1 and code = $2 and valid @> $3::date and upper_inf(known)`,
    [organ().id, code, on],
  );

describe('公布以前只有录入单位看得见，公布以后本市登录者都能读（细则第八条第九、十项）', () => {
  let id = '';
  const strangers = (): Person[] => [city.市交通局.head, city.区市场监管局.handlerA, other.司法局.supervisorA];

  it('拟稿：本单位读得到；别的单位没有，监督机关只看到有这件调整、办到哪一步', async () => {
    id = await proposed([line('CF-1'), line('CF-2')]);
    const own = (await get(organ().legalOffice, `/api/list-changes/${id}`)).body;
    expect(own).toMatchObject({ counts: { added: 2 }, preview: { differenceCount: 2, problemCount: 0 } });
    expect((await get(organ().legalOffice, `/api/list-changes/${id}/draft`)).body['lines']).toHaveLength(2);
    for (const person of strangers()) {
      for (const path of [
        `/api/list-changes/${id}`,
        `/api/list-changes/${id}/draft`,
        `/api/list-changes/${id}/export`,
        `/api/matters/${id}`,
      ])
        expect((await get(person, path)).status, path).toBe(404);
      const revise = { reason: '改', grounds: null, lines: [], ifSeq: 1 };
      expect((await call(person, 'POST', `/api/list-changes/${id}`, revise)).status).toBe(404);
    }
    const bureau = city.市司法局.supervisorA;
    expect((await get(bureau, `/api/list-changes/${id}`)).body).toMatchObject({ counts: { added: 2 }, preview: null });
    for (const path of ['draft', 'export']) expect((await get(bureau, `/api/list-changes/${id}/${path}`)).status).toBe(404);
    expect(JSON.stringify((await get(bureau, `/api/matters/${id}`)).body)).not.toContain('CF-1');
    expect(await registered('CF-1')).toEqual([]);
  });

  it('密封的拟稿对监督机关也没有', async () => {
    const sealed = await proposed([line('CF-9')]);
    await database.pool.query('update matter set label = 4 where id = $1', [sealed]);
    for (const path of ['', '/draft', '/export'])
      expect((await get(city.市司法局.supervisorA, `/api/list-changes/${sealed}${path}`)).status, path).toBe(404);
    await database.pool.query('update matter set label = 2 where id = $1', [sealed]);
  });

  it('未登录的什么也没有；另一单位的公布、送审没有', async () => {
    for (const url of [`/api/list-changes/${id}`, '/api/list-changes/missing', `/api/list-changes/${id}/export`])
      expect((await browser(served.app).call({ url })).statusCode, url).toBe(401);
    expect((await act(city.市交通局.head, id, 'submit')).status).toBe(404);
    const published = await call(city.市交通局.head, 'POST', `/api/list-changes/${id}/publish`, { ...publication, ifSeq: 1 });
    expect(published.status).toBe(404);
  });

  it('公布：清单随办理登记，记载公布日期；本市各单位所得相同，另一城市没有', async () => {
    await approving(id);
    const before = (await get(organ().handlerA, '/api/list-changes/missing')).body;
    expect(before['missing']).toContain('power');
    const done = await publish(id);
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(done.body['documents']).toMatchObject([{ kind: 'LIST-1' }, { kind: 'LIST-2' }]);
    const [entry] = await registered('CF-1');
    expect(entry).toMatchObject({ name: '对CF-1的处罚', published_on: ANCHOR });
    const found = await rows(database.pool, `select from act where id = $1 and type = 'publish' and matter_id = $2`, [entry?.act_id, id]);
    expect(found).toHaveLength(1);
    const answers = [];
    for (const person of [city.市交通局.head, city.区市场监管局.handlerA])
      answers.push((await get(person, `/api/list-changes/${id}`)).body);
    expect(answers[0]).toMatchObject({ matter: null, preview: { differenceCount: 2 }, publication: { on: ANCHOR } });
    expect(answers[1]).toEqual(answers[0]);
    expect((await get(city.市交通局.head, `/api/list-changes/${id}/export`)).status).toBe(200);
    expect((await get(city.市交通局.head, `/api/list-changes/${id}/draft`)).status).toBe(404);
    for (const path of ['', '/export']) expect((await get(other.司法局.supervisorA, `/api/list-changes/${id}${path}`)).status).toBe(404);
    expect((await get(organ().handlerA, '/api/list-changes/missing')).body['missing']).not.toContain('power');
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('公布清单凭文号和核验码可以公开核验，只答真伪、机关、种类、日期；版面未生成的、密封的没有', async () => {
    const [paper] = await rows<{ id: string; number: string; code: string }>(
      database.pool,
      `select id, number, verify_code as code from document where matter_id = $1 and kind = 'LIST-2'`,
      [id],
    );
    const ask = (number: string | undefined) =>
      inTransaction(database.pool, 'set local role app_public;', (client) =>
        rows(client, 'select * from public_verification($1, $2, null)', [paper?.code, number ?? null]),
      );
    const set = (change: string) => database.pool.query(`update document set ${change} where id = $1`, [paper?.id]);
    expect(await ask(paper?.number)).toEqual([]);
    await set(`state = 'rendered'`);
    const verdict = {
      issuer: organ().name,
      kind: '公布清单',
      issued_on: ANCHOR,
      is_void: false,
      is_demonstration: true,
      file_matches: null,
    };
    for (const number of [paper?.number, undefined]) expect(await ask(number)).toEqual([verdict]);
    expect(await ask('巴市监清单告〔2026〕99号')).toEqual([]);
    for (const label of [3, 4]) {
      await set(`label = ${label}`);
      expect(await ask(paper?.number)).toEqual([]);
    }
    await set('label = 2');
  });

  it('留存的拟稿与办理记录的校验值核对：改动、缺失、公布不符都看得出（DESIGN §3.1）', async () => {
    const { texts, faults } = await verifyListTexts(database.pool);
    expect([texts > 1, faults]).toEqual([true, []]);
    const [was] = await rows(database.pool, 'select * from list_change_text where matter_id = $1', [id]);
    const faultsAfter = async (sql: string) => {
      await database.pool.query(`update list_change_text set ${sql} where matter_id = $1`, [id]);
      const found = (await verifyListTexts(database.pool)).faults.map(({ what }) => what).sort();
      await database.pool.query('update list_change_text set lines = $2, sha256 = $3, published_on = $4 where matter_id = $1', [
        ...[id, JSON.stringify(was?.['lines']), was?.['sha256'], was?.['published_on']],
      ]);
      return found;
    };
    const differs = '公布的清单调整与留存的事项不符';
    expect(await faultsAfter(`lines = jsonb_set(lines, '{0,cells,name}', '"改了的"')`)).toEqual(['拟调整的事项与其校验值不符']);
    expect(await faultsAfter(`published_on = published_on - 1`)).toEqual([differs]);
    expect(await faultsAfter(`sha256 = repeat('a', 64)`)).toEqual(
      [differs, '办理记录所指的拟调整的事项缺失', '拟调整的事项与其校验值不符'].sort(),
    );
    expect((await verifyListTexts(database.pool)).faults).toEqual([]);
  });
});

describe('拟稿不丢，错误逐行指明，送审、公布再次核对', () => {
  it('有错误的照样保存；送审时指明行、栏目和理由；没有的条文、没有类别都不能送审', async () => {
    const id = await proposed([line('CF-20', { powerKind: '' }), line('CF-21', { basis: '《行政处罚法》第一百条' })]);
    const { body } = await get(organ().handlerA, `/api/list-changes/${id}`);
    const problems = (body['preview'] as { problems: { line: number; column: string }[] }).problems;
    expect(problems[0]).toMatchObject({ line: 1, column: '权力类别' });
    const refused = await act(organ().handlerA, id, 'submit');
    expect(refused).toMatchObject({ status: 422, body: { cite: { article: 8 } } });
  });

  it('自今日起生效不需要追溯依据，自昨日起生效的需要', async () => {
    const past = line('CF-30', { from: '2020-01-01' });
    const id = await proposed([past]);
    expect(await act(organ().handlerA, id, 'submit')).toMatchObject({ status: 422, body: { refused: 'no-grounds' } });
    const grounded = await proposed([past], { grounds: '巴市监发〔2020〕1号' });
    expect(await act(organ().handlerA, grounded, 'submit')).toMatchObject({ status: 200 });
  });

  it('两件调整改同一事项：后公布的被拒绝并指明哪一行；核对以后可以公布，从前的内容仍查得到', async () => {
    const seen = (await registered('CF-2'))[0]?.id ?? '';
    const [a, b] = [
      await proposed([{ ...line('CF-2', { name: '甲' }), seen }]),
      await proposed([{ ...line('CF-2', { name: '乙' }), seen }]),
    ];
    await approving(a);
    await approving(b);
    expect((await publish(a)).status).toBe(200);
    const refused = await publish(b);
    expect(refused).toMatchObject({ status: 422, body: { refused: 'changed-meanwhile' } });
    expect(refused.body['reason']).toContain('第1行');
    expect((await get(organ().handlerA, `/api/list-changes/${b}`)).body).toMatchObject({ preview: { stale: [1] } });
    expect(await registered('CF-2')).toMatchObject([{ name: '甲' }]);
    expect(await act(organ().head, b, 'return', { reason: '按现行内容核对' })).toMatchObject({ status: 200 });
    const draft = (await get(organ().handlerA, `/api/list-changes/${b}/draft`)).body;
    const kept = draft['lines'] as SentLine[];
    expect(kept[0]?.cells).toMatchObject({ name: '乙' });
    const again = { reason: '核对', grounds: null, lines: kept.map((one) => ({ ...one, base: null })), ifSeq: draft['seq'] };
    expect((await call(organ().handlerA, 'POST', `/api/list-changes/${b}`, again)).status).toBe(200);
    await approving(b);
    expect((await publish(b)).status).toBe(200);
    expect(await registered('CF-2')).toMatchObject([{ name: '乙' }]);
    const known = await rows(
      database.pool,
      `select name from list_entry_record where organisation_id = $1 and code = 'CF-2' order by lower(known)`,
      [organ().id],
    );
    expect(known.map((k) => k['name'])).toEqual(['对CF-2的处罚', '甲', '乙']);
  });

  it('终止：最后有效日当日还在，次日不在；没有这一编码的指明', async () => {
    const end = (code: string): SentLine => ({ what: 'end', cells: { code, through: ANCHOR }, base: null });
    const id = await proposed([end('CF-1')]);
    await approving(id);
    expect((await publish(id)).status).toBe(200);
    expect(await registered('CF-1')).toHaveLength(1);
    expect(await registered('CF-1', '2099-01-01')).toEqual([]);
    const nothing = await call(organ().handlerA, 'POST', '/api/list-changes/preview', { list: 'power', lines: [end('没有的')] });
    expect(nothing.body).toMatchObject({ problemCount: 1, problems: [{ line: 1, column: '事项编码' }] });
  });

  it('已公布的不能撤销录入', async () => {
    const [published] = await rows<{ id: string; seq: number }>(
      database.pool,
      `select m.id, m.seq from matter m join list_change c on c.matter_id = m.id where c.published_on is not null limit 1`,
    );
    const retract = {
      ifSeq: published?.seq,
      seq: published?.seq,
      retract: true,
      fields: {},
      legalDate: null,
      reason: '误录',
      proof: [],
      proposal: null,
    };
    const answer = await call(organ().head, 'POST', `/api/matters/${published?.id}/corrections`, retract);
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});

describe('从工作簿载入', () => {
  async function uploaded(text: string): Promise<string> {
    const id = randomUUID();
    const by = organ().handlerA;
    const blob = await served.blobs.put(Buffer.from(text));
    const pending = { id, city: by.session.city, matter: null, name: '清单.csv', mediaType: 'text/csv', blob, uploadedBy: by.accountId };
    await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
      insertFile(client, { ...pending, at: new Date(ANCHOR_MORNING).toISOString() }),
    );
    return id;
  }
  const HEAD = '清单,单位,事项编码,事项名称,权力类别,设定依据,生效日\n';
  const read = async (text: string) =>
    (await call(organ().handlerA, 'POST', '/api/list-changes/workbook', { list: 'power', file: await uploaded(HEAD + text) })).body;

  it('有一行错误的，一行也不载入，指明工作簿的行；无误的成为拟调整的事项', async () => {
    const name = city.world.units.find((unit) => unit.key === '市市场监管局')?.name ?? '';
    const good = `权责清单,${name},CF-41,甲,行政处罚,《道路运输条例》第七十条,${ANCHOR}\n`;
    const wrong = await read(
      `${good}权责清单,${name},CF-42,乙,行政处罚,《道路运输条例》第七十条,三月\n随机抽查事项清单,别的单位,CF-43,丙,行政处罚,某法,${ANCHOR}\n`,
    );
    expect(wrong).toMatchObject({ problemCount: 3, lines: [] });
    expect((wrong['problems'] as { line: number; column: string }[]).map((p) => `${p.line}${p.column}`)).toEqual([
      '3生效日',
      '4清单',
      '4单位',
    ]);
    expect(await read(good)).toMatchObject({ problemCount: 0, same: 0, lines: [{ what: 'set', cells: { code: 'CF-41' } }] });
  });
});
