import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { NORMATIVE_FILING } from '#supervision/normative-filings';
import { ANCHOR, ANCHOR_MORNING, type Person } from '#testing/city';
import { browser } from '#testing/identity';
import { type ServedCity, servedCity } from '#testing/served-city';
import { cellsOf, type LookedFor as Matter, waysTo } from '#testing/ways-to-a-matter';
import { type LookedForPaper, secondWall, waysToPaper } from '#testing/ways-to-a-paper';
import { followNormativeFiling } from '../supervision/normative-filings/actions-catalogue.ts';
import { normativeFilingRoutes } from '../supervision/normative-filings/routes.ts';
import { previewRoutes } from './preview-routes.ts';
import { publicPortal } from './public-portal/portal-routes.ts';

const DAY = 86_400_000;
let now = ANCHOR_MORNING;

let served: ServedCity;

beforeAll(async () => {
  served = await servedCity({
    kinds: [anyKind(NORMATIVE_FILING)],
    now: () => now,
    more: () => ({ afterAct: followNormativeFiling }),
    routes: async (server, { platform, blobs }) => {
      await server.register(previewRoutes, { platform });
      await server.register(normativeFilingRoutes, { platform });
      await server.register(publicPortal, { platform, blobs });
    },
  });
});
afterAll(() => served?.close());

/** A document of a district department that counts from the anchor for thirty days, entered as filed. */
async function entered(mark: string): Promise<Matter> {
  const by = served.city.区司法局.supervisorA;
  const file = await served.upload(by, mark);
  const input = {
    ...{
      maker: served.city.区市场监管局.id,
      title: mark,
      number: '临市监发〔2026〕2号',
      publishedOn: addDays(ANCHOR, -9),
      effectiveOn: ANCHOR,
    },
    ...{
      lastDay: addDays(ANCHOR, 29),
      level: 'department',
      isTrial: false,
      filingNumber: '临政备〔2026〕2号',
      filedWith: '区政府',
      text: [file],
    },
  };
  const answer = await perform(served.platform, { by: by.session, kind: 'normative-filing', act: 'enter', matterId: null, input });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return { id: answer.done.matterId, file, mark };
}

async function act(person: Person, name: string, matterId: string | null, input: unknown = {}): Promise<string> {
  const answer = await perform(served.platform, { by: person.session, kind: 'normative-filing', act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done.matterId;
}

/** An opinion on a document of a district department, signed and sealed by hand, and not served yet. */
async function objected(title: string): Promise<LookedForPaper> {
  const { handlerA } = served.city.区市场监管局;
  const { supervisorA, head, sealKeeper } = served.city.区司法局;
  const piece = async () => [await served.upload(handlerA)];
  const matterId = await act(handlerA, 'prepare', null, {
    ...{ title, number: '临市监发〔2026〕8号', publishedOn: addDays(ANCHOR, -3), effectiveOn: ANCHOR, lastDay: null, level: 'department' },
    ...{
      isTrial: false,
      recipient: served.city.区政府.id,
      bureau: served.city.区司法局.id,
      text: await piece(),
      explanation: await piece(),
    },
    ...{ basis: await piece(), legality: await piece(), discussion: await piece(), publication: await piece(), replaces: null },
  });
  await act(handlerA, 'submit', matterId, { lateReason: null, contact: '法规科' });
  await act(supervisorA, 'register', matterId, { waived: null, contact: '监督股' });
  const ground = { ground: 'penalty', place: '第五条', words: '对逾期的设定罚款。', norm: null };
  const conclusion = { outcome: 'correct', opinion: '第五条设定了处罚。', grounds: [ground], demand: 'amend', correctBy: null };
  await act(supervisorA, 'conclude', matterId, conclusion);
  await act(head, 'sign', matterId, { opinion: '同意', contact: '监督股' });
  const file = await served.upload(sealKeeper);
  await act(sealKeeper, 'seal-by-hand', matterId, { scan: [file] });
  const [letter] = await inTransaction(served.database.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ id: string; number: string }>(client, 'select id, number from document where matter_id = $1 and withheld', [matterId]),
  );
  if (letter === undefined) throw new Error('no opinion');
  await inTransaction(served.database.pool, SYSTEM_PREAMBLE, (client) =>
    client.query('update document set pdf_file = $2 where id = $1', [letter.id, file]),
  );
  return { kind: 'normative-filing', matterId, ...letter, file };
}

/** Whether a person comes near a filing by each of the ways to a matter, and by the link of the catalogue. */
async function ways(person: Person, matter: Matter): Promise<Readonly<Record<string, boolean>>> {
  const page = await served.as(person);
  const { body } = await page.call({ url: `/api/normative-documents?q=${encodeURIComponent(matter.mark)}` });
  return { ...(await waysTo(page, 'normative-filing', matter)), catalogue: body.includes(matter.id) };
}

type Listed = { readonly items: { readonly title: string; readonly standing: string }[]; readonly total: { readonly count: number } };
async function catalogue(person: Person, query: string): Promise<Listed> {
  const answer = await (await served.as(person)).call({ url: `/api/normative-documents?${query}` });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Listed>();
}
async function exported(person: Person, query: string): Promise<readonly string[]> {
  const answer = await (await served.as(person)).call({ url: `/api/normative-documents/export?${query}` });
  expect(answer.statusCode).toBe(200);
  return cellsOf(answer.rawPayload);
}
const portal = async (query: Readonly<Record<string, string>>) =>
  served.app.inject({ url: `/public/normative-documents?${new URLSearchParams(query)}` });

const NOWHERE = { page: false, list: false, number: false, search: false, workbook: false, tasks: false, file: false, catalogue: false };
const EVERYWHERE = { page: true, list: true, number: true, search: true, workbook: true, tasks: true, file: true, catalogue: true };

async function seal({ id }: Matter): Promise<void> {
  for (const [table, key] of [
    ['matter', 'id'],
    ...['participant', 'normative_filing', 'normative_document', 'task', 'clock', 'document'].map((t) => [t, 'matter_id'] as const),
  ] as const)
    await served.database.pool.query(`update ${table} set label = 4 where ${key} = $1`, [id]);
}

describe('备案卷宗只供制定机关、司法行政部门和备案机关；目录人人可查（细则第十八条）', () => {
  it('制定机关、承办和上级司法行政部门处处看得见，别的旗县、别的单位处处没有', async () => {
    const matter = await entered('可见的办法');
    for (const person of [served.city.区司法局.supervisorB, served.city.区市场监管局.head])
      expect(await ways(person, matter), person.name).toEqual(EVERYWHERE);
    expect(await ways(served.city.市司法局.supervisorA, matter)).toEqual({ ...EVERYWHERE, tasks: false });
    for (const person of [
      served.city.旗司法局.supervisorA,
      served.city.旗市场监管局.head,
      served.city.市交通局.handlerA,
      served.other.司法局.supervisorA,
    ])
      expect(await ways(person, matter), person.name).toEqual(NOWHERE);
  });

  it('目录和导出本市各单位相同，另一城市没有；未登录的没有内部目录', async () => {
    const { mark } = await entered('人人可查的办法');
    const query = `q=${encodeURIComponent(mark)}`;
    for (const person of [served.city.区司法局.supervisorB, served.city.旗市场监管局.head, served.city.市交通局.handlerA]) {
      expect((await catalogue(person, query)).total.count, person.name).toBe(1);
      expect(await exported(person, query), person.name).toContain(mark);
    }
    expect(await catalogue(served.other.司法局.supervisorA, query)).toMatchObject({ items: [], total: { count: 0 } });
    expect(await exported(served.other.司法局.supervisorA, query)).not.toContain(mark);
    for (const url of ['/api/normative-documents', '/api/normative-documents/export'])
      expect((await browser(served.app).call({ url })).statusCode).toBe(401);
  });

  it('密封的一件处处没有：页面、列表、总数、检索、导出、待办、附件、目录、目录导出、公众目录', async () => {
    const [open, twin] = [await entered('孪生办法甲'), await entered('孪生办法乙')];
    await seal(twin);
    const [readers, query] = [[served.city.区司法局.supervisorB, served.city.区市场监管局.head], `q=${encodeURIComponent('孪生办法')}`];
    for (const person of readers) {
      expect(await ways(person, open), person.name).toEqual(EVERYWHERE);
      expect(await ways(person, twin), person.name).toEqual(NOWHERE);
      expect((await catalogue(person, query)).items.map((i) => i.title)).toEqual([open.mark]);
      expect((await catalogue(person, query)).total.count).toBe(1);
      expect(await exported(person, query)).not.toContain(twin.mark);
    }
    const shown = await portal({ q: '孪生办法', on: ANCHOR });
    expect([shown.body.includes(open.mark), shown.body.includes(twin.mark)]).toEqual([true, false]);
    expect(shown.body).toContain('共 1 件');
  });
});

describe('审查意见书送达以前只有审查机关看得到（细则第八条第六项）', () => {
  const told = { page: true, column: true, search: true, workbook: true, tasks: true, pdf: true, pages: true, file: true };
  const untold = { page: false, column: false, search: false, workbook: false, tasks: false, pdf: false, pages: false, file: false };

  it('签发、用印以后送达以前：制定机关的页面、列表、检索、导出、待办、文书、版面图样、文件都没有；送达以后都有', async () => {
    const letter = await objected('送达以前不告知的办法');
    const ways = async (person: Person) => waysToPaper(await served.as(person), letter);
    const { 区市场监管局, 区司法局, 市司法局, 旗市场监管局 } = served.city;
    expect(await ways(区司法局.supervisorA)).toEqual(told);
    expect(await ways(市司法局.supervisorA)).toEqual({ ...told, tasks: false });
    for (const person of [区市场监管局.handlerA, 区市场监管局.head]) {
      expect(await ways(person), person.login).toEqual(untold);
      expect(await secondWall(served.database.pool, person.session, now, letter), person.login).toEqual([false, false]);
      const page = await (await served.as(person)).call({ url: `/api/matters/${letter.matterId}` });
      for (const word of ['设定罚款', '第五条']) expect(page.body, person.login).not.toContain(word);
    }
    expect(await secondWall(served.database.pool, 市司法局.supervisorA.session, now, letter)).toEqual([true, true]);
    await act(区司法局.supervisorA, 'serve', letter.matterId);
    for (const person of [区市场监管局.handlerA, 区市场监管局.head]) {
      expect({ ...(await ways(person)), tasks: true }, person.login).toEqual(told);
      expect(await secondWall(served.database.pool, person.session, now, letter), person.login).toEqual([true, true]);
    }
    expect(await secondWall(served.database.pool, 旗市场监管局.head.session, now, letter)).toEqual([false, false]);
  });
});

describe('某日有效的目录，当时所知的目录（细则第二十八条）', () => {
  it('第一日、最后一日有，前一日、次日没有：内部目录和公众目录相同', async () => {
    const { mark } = await entered('三十日的办法');
    const days = [addDays(ANCHOR, -1), ANCHOR, addDays(ANCHOR, 29), addDays(ANCHOR, 30)];
    const inside: number[] = [];
    const outside: boolean[] = [];
    for (const on of days) {
      inside.push((await catalogue(served.city.市交通局.handlerA, `q=${encodeURIComponent(mark)}&on=${on}`)).total.count);
      outside.push((await portal({ q: mark, on })).body.includes('临市监发'));
    }
    expect(inside).toEqual([0, 1, 1, 0]);
    expect(outside).toEqual([false, true, true, false]);
  });

  it('登记以前一日所知的没有，登记当日所知的有；状态随日期而变', async () => {
    now += 3 * DAY;
    const { mark } = await entered('后来登记的办法');
    now += DAY;
    const count = async (knownOn: string) =>
      (await catalogue(served.city.市交通局.handlerA, `q=${encodeURIComponent(mark)}&on=${ANCHOR}&knownOn=${knownOn}`)).total.count;
    expect([await count(addDays(ANCHOR, 2)), await count(addDays(ANCHOR, 3))]).toEqual([0, 1]);
    const standing = async (standingAsked: string) =>
      (await catalogue(served.city.市交通局.handlerA, `q=${encodeURIComponent(mark)}&standing=${standingAsked}`)).total.count;
    expect([await standing('soon'), await standing('in-force'), await standing('ended')]).toEqual([1, 0, 0]);
    now += 40 * DAY;
    expect([await standing('soon'), await standing('ended')]).toEqual([0, 1]);
    now = ANCHOR_MORNING;
  });

  it('公众目录：写错的日期、一个参数给两次、过长的词都有明白的答复，不显示卷宗内容', async () => {
    expect((await portal({ on: '2026-02-30' })).statusCode).toBe(400);
    expect((await portal({ on: '2026-02-30' })).body).toContain('年-月-日');
    expect((await served.app.inject({ url: '/public/normative-documents?q=a&q=b' })).statusCode).toBe(200);
    expect((await portal({ q: '没有的办法'.repeat(100) })).body).toContain('没有找到');
    expect((await portal({ q: '"><script>alert(1)</script>' })).body).not.toContain('<script>');
    expect((await portal({ page: '99999999999' })).statusCode).toBe(200);
    expect((await served.app.inject({ url: '/public/verify' })).body).toContain('/public/normative-documents');
  });
});

describe('公众在网上提出审查建议（细则第八条第六项）', () => {
  const AT = '/public/review-suggestions';
  let address = 1;
  async function send(url: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
    const boundary = 'suggestion';
    const parts = Object.entries(fields).map(
      ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    return served.app.inject({
      ...{ method: 'POST', url, payload: `${parts.join('')}--${boundary}--\r\n`, remoteAddress: `10.8.0.${address}` },
      headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
  }
  const documentOf = async ({ id }: Matter) =>
    (
      await inTransaction(served.database.pool, SYSTEM_PREAMBLE, (client) =>
        rows<{ id: string }>(client, 'select id from normative_document where matter_id = $1 and upper_inf(known)', [id]),
      )
    )[0]?.id ?? '';
  const WORDS = '第七条增加了运输企业的证明材料，没有上位法依据。';
  const given = (document: string, more = {}) => send(`${AT}/new`, { document, by: 'company', words: WORDS, ...more });
  const receiptIn = (body: string) => /回执号 ([A-Z2-9 ]+)</.exec(body)?.[1]?.replaceAll(' ', '') ?? '';

  it('从目录提交，给回执号；承办的司法行政部门有待办，制定机关看不到；凭回执号查得到处理情况，别的什么也查不到', async () => {
    const matter = await entered('可以建议的办法');
    const document = await documentOf(matter);
    expect((await portal({ q: matter.mark, on: ANCHOR })).body).toContain(`${AT}/new?document=${document}`);
    const form = await served.app.inject({ url: `${AT}/new?document=${document}` });
    expect([form.statusCode, form.body.includes(matter.mark), form.body.includes(matter.id)]).toEqual([200, true, false]);
    const answer = await given(document);
    expect(answer.statusCode, answer.body).toBe(200);
    const receipt = receiptIn(answer.body);
    expect(receipt).toHaveLength(16);
    const { 区司法局, 区市场监管局, 旗司法局 } = served.city;
    const page = async (person: Person) => (await (await served.as(person)).call({ url: `/api/matters/${matter.id}` })).body;
    const tasks = async (person: Person) => (await (await served.as(person)).call({ url: '/api/tasks?box=todo' })).body;
    expect(await page(区司法局.supervisorA)).toContain(WORDS);
    expect(await tasks(区司法局.supervisorA)).toContain('check-suggestion');
    for (const word of [WORDS, receipt]) expect(await page(区市场监管局.head), word).not.toContain(word);
    expect(await page(旗司法局.supervisorA)).not.toContain(receipt);
    const asked = async (code: string) => (await send(AT, { code })).body;
    expect(await asked(receipt.toLowerCase().replace(/(.{4})/g, '$1 '))).toContain('等待形式审查');
    expect(await asked(receipt)).not.toContain(WORDS);
    expect(await asked(`${receipt.slice(0, 15)}${receipt.endsWith('A') ? 'B' : 'A'}`)).toContain('查不到');
    await act(区司法局.supervisorA, 'check-suggestion', matter.id, { no: 1, intake: 'accept', words: null });
    expect(await asked(receipt)).toContain('正在审查');
    await act(区司法局.supervisorA, 'answer-suggestion', matter.id, { no: 1, answer: 'lawful', words: '没有违反上位法，内部理由不公开。' });
    expect(await asked(receipt)).toContain('审查未发现问题');
    expect(await asked(receipt)).not.toContain('内部理由');
  });

  it('缺项、过短、含个人信息的说明要改什么，一个字也不记；脚本不执行；文件已失效、密封、编号写错的都答没有', async () => {
    address += 1;
    const [matter, twin] = [await entered('写错的建议'), await entered('密封的建议')];
    const [document, hidden] = [await documentOf(matter), await documentOf(twin)];
    await seal(twin);
    const says = async (fields: Readonly<Record<string, string>>, reason: string) => {
      const answer = await given(document, fields);
      expect([answer.statusCode, answer.body.includes(reason)], reason).toEqual([400, true]);
      return answer.body;
    };
    await says({ by: '' }, '请选择建议人');
    await says({ words: '太短' }, '至少10个字');
    await says({ words: '字'.repeat(2_001) }, '不超过2000字');
    await says({ words: `${WORDS}联系电话13800138000` }, '手机号码');
    expect(await says({ by: 'x', words: `${WORDS}<script>alert(1)</script>` }, '请选择建议人')).not.toContain('<script>');
    const none = await inTransaction(served.database.pool, SYSTEM_PREAMBLE, (client) =>
      rows(client, 'select from normative_filing where matter_id = $1 and suggestions > 0', [matter.id]),
    );
    expect(none).toEqual([]);
    for (const id of [hidden, 'x', '01990000-0000-7000-8000-000000000000'])
      expect([(await given(id)).statusCode, (await served.app.inject({ url: `${AT}/new?document=${id}` })).statusCode]).toEqual([404, 404]);
    now += 31 * DAY;
    expect((await given(document)).statusCode).toBe(404);
    now = ANCHOR_MORNING;
  });

  it('别的网站的页面不能让来访者替它提交；本站的页面和没有来源的照收', async () => {
    address += 1;
    const document = await documentOf(await entered('他站提交的建议'));
    const from = (headers: Readonly<Record<string, string>>) => send(`${AT}/new`, { document, by: 'citizen', words: WORDS }, headers);
    for (const foreign of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])
      expect((await from(foreign)).statusCode, JSON.stringify(foreign)).toBe(403);
    expect((await from({ host: 'faheng.example', origin: 'https://faheng.example', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(
      200,
    );
  });

  it('同一地址一分钟至多三件；网上收到的只由平台登记', async () => {
    address += 1;
    const matter = await entered('很多建议的办法');
    const document = await documentOf(matter);
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await given(document)).statusCode);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const input = { by: 'citizen', words: WORDS, receipt: 'ABCDEFGHJKLMNPQR' };
    const answer = await perform(served.platform, {
      ...{ by: served.city.区司法局.supervisorA.session, kind: 'normative-filing', act: 'post-suggestion', matterId: matter.id, input },
    });
    expect(answer).toMatchObject({ ok: false, refusal: { refused: 'wrong-role' } });
  });
});
