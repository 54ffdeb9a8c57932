import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, localDate, shanghaiMidnight } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Performed, type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { folderStore } from '#platform/files';
import { installIdentity } from '#platform/identity/guard';
import { drainOutbox } from '#platform/outbox';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { SPECIAL_SUPERVISOR } from '#registers/special-supervisors';
import { ANCHOR, ANCHOR_MORNING, type Person, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { insertFile } from '../../platform/files.ts';
import { registerCertificateChange } from '../../registers/officers/actions-change.ts';
import type { Opened } from '../opened.ts';
import { renderingHandlers } from '../rendering.ts';
import { setUpSecurityHeaders } from '../security-headers.ts';
import { publicPortal } from './portal-routes.ts';

const DAY = 86_400_000;
let database: TestDatabase;
let city: TestCity;
let platform: Platform;
let opened: Opened;
let app: FastifyInstance;
let folder: string;
let now = ANCHOR_MORNING;
let card: { matterId: string; code: string; number: string };

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'card-'));
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => now, kindsOf([anyKind(SPECIAL_SUPERVISOR)]));
  const identity = testIdentity(database.pool, () => now, { publicOrigin: 'https://fz.example.gov.cn' });
  opened = { platform, identity, blobs: folderStore(join(folder, 'files')), close: async () => undefined };
  app = Fastify();
  await setUpSecurityHeaders(app);
  await installIdentity(app, identity);
  await app.register(publicPortal, { platform: opened.platform, blobs: opened.blobs });
  await app.ready();
  card = await appointed();
});
afterAll(async () => {
  await app?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  now += 60_000;
});

async function act(by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<Performed> {
  const answer = await perform(platform, { by, kind: 'special-supervisor', act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  await drainOutbox(platform, new Map(renderingHandlers(opened)));
  return answer.done;
}

/** Handed over on the anchor day for one year, with a photograph. */
async function appointed(): Promise<typeof card> {
  const { supervisorA, checker, head, sealKeeper } = city.市司法局;
  const nominee = { name: '乌云·其木格', workplace: '某律师事务所', source: 'lawyer', nominator: '市律师协会', grounds: '机密简历' };
  const photo = [await picture(supervisorA.session)];
  const { matterId } = await act(supervisorA.session, 'nominate', null, { ...nominee, photo, materials: null, renews: null });
  await act(checker.session, 'review', matterId, { isFit: true, opinion: '机密意见', publicity: null });
  const term = { from: ANCHOR, to: addDays(ANCHOR, 364), area: '巴彦淖尔市', approval: null, contact: '0478-5550199' };
  await act(head.session, 'appoint', matterId, term);
  await act(sealKeeper.session, 'seal', matterId);
  await act(supervisorA.session, 'hand-over', matterId, { words: null });
  const [made] = await rows<{ code: string; number: string }>(
    database.pool,
    `select verify_code as code, number from document where matter_id = $1 and kind = 'DOC-32-证'`,
    [matterId],
  );
  return { matterId, code: made?.code ?? '', number: made?.number ?? '' };
}

async function picture(by: Session): Promise<string> {
  const id = randomUUID();
  const blob = await opened.blobs.put(Buffer.from(`照片${id}`));
  if (blob === null) throw new Error('no room');
  const given = { id, city: 1508, matter: null, name: '照片.jpg', mediaType: 'image/jpeg', blob, uploadedBy: by.accountId };
  await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) => insertFile(client, { ...given, at: new Date(now).toISOString() }));
  return id;
}

type Answer = { status: number; body: string; headers: Record<string, unknown> };
async function ask(number: string, name: string, address = '203.0.113.7'): Promise<Answer> {
  const form = new FormData();
  form.append('number', number);
  form.append('name', name);
  const sent = new Response(form);
  const answer = await app.inject({
    method: 'POST',
    url: '/public/certificates',
    remoteAddress: address,
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers };
}
const scan = async (code: string): Promise<Answer> => {
  const answer = await app.inject({ url: `/public/verify?code=${code}` });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers };
};
const withoutTyped = ({ status, body }: Answer): string => `${status} ${body.replaceAll(/value="[^"]*"/g, 'value=""')}`;
const said = ({ body }: Answer): readonly string[] => [...body.matchAll(/<dd>([^<]*)<\/dd>/g)].map((m) => m[1] ?? '');
async function numberOf({ officerId }: Person): Promise<string> {
  const [found] = await rows<{ number: string }>(database.pool, 'select number from certificate_record where officer_id = $1', [officerId]);
  return found?.number ?? '';
}

describe('公众核对执法证件：照片、姓名、单位、今日状态，此外一概不答（细则第八条第五项）', () => {
  it('证件号和姓名都相符的答复；写法不同不影响', async () => {
    const { handlerA } = city.市交通局;
    const number = await numberOf(handlerA);
    const answer = await ask(number, handlerA.name);
    expect([answer.status, said(answer)]).toEqual([200, [handlerA.name, '行政执法证', '巴彦淖尔市交通运输局', '有效']]);
    expect(said(await ask(` ${number.slice(0, 4)} ${number.slice(4)}`, ` ${handlerA.name} `))).toEqual(said(answer));
    for (const words of [handlerA.login, handlerA.officerId, '交通运输、', '审核注册']) expect(answer.body).not.toContain(words);
  });

  it.each([
    ['有效期最后一日', 0, '有效'],
    ['次日', 1, '已过有效期'],
  ])('%s', async (_, days, standing) => {
    const before = now;
    const { expiresToday } = city.市司法局;
    now = shanghaiMidnight(ANCHOR) + days * DAY + 60_000;
    expect(said(await ask(await numberOf(expiresToday), expiresToday.name)).at(-1)).toBe(standing);
    now = before;
  });

  it('暂扣、注销当日起如实答复', async () => {
    const { handlerB, id } = city.市交通局;
    const number = await numberOf(handlerB);
    const change = { kind: 'enforcement', number, name: handlerB.name, organisationId: id, is: 'status', from: ANCHOR } as const;
    const by = { actId: randomUUID(), city: 1508, today: ANCHOR, nowMs: now };
    for (const [status, words] of [
      ['suspended', '暂扣'],
      ['cancelled', '注销'],
    ] as const) {
      await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
        registerCertificateChange(client, { ...change, status }, { ...by, nowMs: now }),
      );
      const answer = await ask(number, handlerB.name);
      expect(said(answer).at(-1)).toBe(words);
      expect(answer.body).toContain('今日不是有效证件');
    }
  });

  it('只有证号、姓名不符、没有的证号、胡乱填写，答复逐字相同', async () => {
    const { handlerA } = city.市交通局;
    const number = await numberOf(handlerA);
    const refused = withoutTyped(await ask('99999999999', handlerA.name));
    expect(refused).toContain('查不到这张证件');
    const asked = [
      await ask(number, '另一人'),
      await ask(number, '%'),
      await ask('%', handlerA.name),
      await ask(number, city.市交通局.handlerB.name),
      await ask("' or 1=1 --", "' or 1=1 --"),
      await ask(card.number, '另一人'),
      await ask('巴司特监〔2026〕99号', '乌云·其木格'),
    ];
    expect(asked.map(withoutTyped)).toEqual(asked.map(() => refused));
    expect((await ask(number, '')).status).toBe(400);
    expect((await ask('', handlerA.name)).status).toBe(400);
  });

  it('同一地址每分钟三十次，核对证件和核验文书合并计算；其他地址不受影响', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1) statuses.push((await ask('x', 'y', '198.51.100.4')).status);
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 200));
    expect(statuses[30]).toBe(429);
    expect((await ask('x', 'y', '198.51.100.5')).status).toBe(200);
  });
});

describe('特邀监督员证：扫码或者填写证号和姓名（细则第十七条）', () => {
  it('扫码见照片、姓名、聘任机关、今日状态；推荐理由、审查意见、联系人不出现', async () => {
    const answer = await scan(card.code);
    expect(said(answer)).toEqual(['乌云·其木格', '行政执法特邀监督员证', '巴彦淖尔市司法局聘任', '有效']);
    expect(answer.body).toMatch(/<img class="photo" alt="持证人照片" src="data:image\/jpeg;base64,[A-Za-z0-9+/=]+">/);
    expect(answer.headers['content-security-policy']).toContain('img-src data:;');
    for (const words of ['机密简历', '机密意见', '0478-5550199', '某律师事务所']) expect(answer.body).not.toContain(words);
    expect(said(await ask(card.number, '乌云其木格'))).toEqual(said(answer));
  });

  it('名单只有姓名、聘任区域、聘期；聘期第一日和最后一日在，前一日、次日不在；敏感、密封的不在', async () => {
    const before = now;
    const roster = async () => (await app.inject({ url: '/public/special-supervisors' })).body;
    const on = async (days: number) => {
      now = shanghaiMidnight(ANCHOR) + days * DAY + 60_000;
      return (await roster()).includes('乌云·其木格');
    };
    expect([await on(-1), await on(0), await on(364), await on(365)]).toEqual([false, true, true, false]);
    now = before;
    const body = await roster();
    expect(said({ body } as Answer)).toEqual(['巴彦淖尔市', expect.stringContaining('2026年3月16日至2027年3月15日') as string]);
    for (const words of ['机密简历', '机密意见', '0478-5550199', '某律师事务所', card.number]) expect(body).not.toContain(words);
    for (const table of ['special_supervisor', 'matter']) {
      const key = table === 'matter' ? 'id' : 'matter_id';
      await database.pool.query(`update ${table} set label = 3 where ${key} = $1`, [card.matterId]);
      expect(await roster()).not.toContain('乌云·其木格');
      await database.pool.query(`update ${table} set label = 2 where ${key} = $1`, [card.matterId]);
    }
  });

  it('敏感、密封的查不到，与没有的答复相同', async () => {
    const refused = withoutTyped(await ask('99999999999', '乌云·其木格'));
    for (const label of [3, 4]) {
      await database.pool.query('update special_supervisor set label = $1', [label]);
      await database.pool.query('update document set label = $1 where matter_id = $2', [label, card.matterId]);
      expect(withoutTyped(await ask(card.number, '乌云·其木格'))).toBe(refused);
      expect((await scan(card.code)).body).toContain('核验未通过');
    }
    await database.pool.query('update special_supervisor set label = 2');
    await database.pool.query('update document set label = 2 where matter_id = $1', [card.matterId]);
  });

  it('聘期最后一日有效，次日已过有效期；解聘当日起注销', async () => {
    const before = now;
    now = shanghaiMidnight(ANCHOR) + 364 * DAY + 60_000;
    expect(said(await scan(card.code)).at(-1)).toBe('有效');
    now += DAY;
    expect(said(await scan(card.code)).at(-1)).toBe('已过有效期');
    now = before;
    await act(city.市司法局.head.session, 'dismiss', card.matterId, { reason: '机密理由' });
    const answer = await scan(card.code);
    expect(said(answer).at(-1)).toBe('注销');
    expect(answer.body).not.toContain('机密理由');
    expect((await app.inject({ url: '/public/special-supervisors' })).body).not.toContain('乌云·其木格');
  });
});

describe('公开的裁量权基准、委托书、规范性文件目录（处罚法第二十条、第三十四条，细则第八条）', () => {
  it.each(['/public/benchmarks', '/public/delegations', '/public/normative-documents', '/public/lists/power'])(
    '%s：不登录可查，写错的指明，问得过多的请稍候',
    async (path) => {
      const open = (query: string) => app.inject({ url: `${path}?${query}`, remoteAddress: '198.51.100.7' });
      expect(await open('q=%3Cb%3E&q=x&page=0')).toMatchObject({ statusCode: 200, body: expect.stringContaining('没有找到') as string });
      expect((await open('q=%3Cb%3E%E2%80%8B')).body).toContain('value="&lt;b&gt;"');
      const wrong = await open('on=2026-02-30');
      expect(wrong).toMatchObject({ statusCode: 400, body: expect.stringContaining('日期应当写成 年-月-日') as string });
      const codes: number[] = [];
      while (codes.at(-1) !== 429 && codes.length < 40) codes.push((await open('')).statusCode);
      expect([codes.at(-1), codes.at(-2)]).toEqual([429, 200]);
    },
  );
});

describe('公开的执法主体名录和清单（处罚法第三十九条，细则第八条）', () => {
  const open = async (path: string, query: Readonly<Record<string, string>> = {}) => {
    const answer = await app.inject({ url: `${path}?${new URLSearchParams(query)}`, remoteAddress: '198.51.100.8' });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.body;
  };

  it('名录：登记首日在列，前一日不在；改名各日给当日的名称；不出现电话、邮箱、信用代码和关系依据', async () => {
    const { id, name } = city.市交通局;
    const row = { name: '市交通运输管理局', from: '2026-02-01' };
    await database.pool.query(
      `update organisation_record set bases = '{"supervision":{"name":"内部方案","number":"无文号","on":"2019-02-20","matterId":null}}', phone = '0478-0999999',
         valid = daterange(lower(valid), $2) where organisation_id = $1`,
      [id, row.from],
    );
    await database.pool.query(
      `insert into organisation_record select gen_random_uuid(), organisation_id, daterange($2, null), known, $3, $3, document_prefix, kind, tier, lead_kind,
         lead_basis, 'suspended', uscc, region_code, domain, superior_id, line_superior_id, bureau_id, answers_through_id, phone, email, demonstration, act_id, bases
       from organisation_record where organisation_id = $1`,
      [id, row.from, row.name],
    );
    const [kept] = await rows<{ phone: string; email: string; uscc: string | null; from: string }>(
      database.pool,
      'select phone, email, uscc, lower(valid)::text as "from" from organisation_record where organisation_id = $1 order by valid limit 1',
      [id],
    );
    const before = await open('/public/units', { q: name, on: '2026-01-31' });
    expect(before).toContain(`<h2>${name}</h2>`);
    expect(before).toContain('2026年1月31日');
    const after = await open('/public/units', { q: row.name, on: row.from });
    expect(after).toContain('暂停');
    expect(await open('/public/units', { q: name, on: addDays(localDate(kept?.from ?? ''), -1) })).toContain('没有找到');
    for (const inner of [kept?.phone, kept?.email, kept?.uscc ?? '无此代码', '内部方案']) expect(before + after).not.toContain(inner);
    const delegate = await open('/public/units', { q: city.交通支队.name });
    expect(delegate).toContain('不是行政执法主体，以');
    expect(await open('/public/units', { q: city.特邀监督员.name })).toContain('没有找到');
  });

  it('清单：首日和最后一日在列，次日不在；没有公布的、内部的清单和人员一律不出现；分页不重不漏', async () => {
    const line = (list: string, code: string, name: string, more = "'2026-01-05'", post = 'null, null, null') =>
      database.pool.query(
        `insert into list_entry_record (id, city, list, organisation_id, code, name, power_kind, basis, conditions, published_on, valid, known, act_id, post, officer, certificate)
         values (gen_random_uuid(), 1508, $1, $2, $3, $4, null, '《公路法》第七十六条', '初次违法', ${more}, daterange('2026-01-05', '2026-03-01'), tstzrange(now(), null), $2, ${post})`,
        [list, city.市市场监管局.id, code, name],
      );
    for (let n = 1; n <= 22; n++) await line('inspection', `J-${n}`, `检查事项第${n}项`);
    await line('inspection', 'J-99', '没有公布的事项', 'null');
    await line('post-duty', 'J-1/1', '岗位事项', "'2026-01-05'", "'检查岗', '某某某', '15080099999'");
    await line('internal-system', '机构', '内部制度');
    const on = '2026-01-05';
    const first = await open('/public/lists/inspection', { on });
    const second = await open('/public/lists/inspection', { on, page: '2' });
    const shown = [...(first + second).matchAll(/<h2>检查事项第(\d+)项<\/h2>/g)].map((m) => Number(m[1]));
    expect(shown).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
    expect(await open('/public/lists/inspection', { on: '2026-02-28', q: 'J-22' })).toContain('检查事项第22项');
    expect(await open('/public/lists/inspection', { on: '2026-03-01' })).toContain('没有找到');
    expect(await open('/public/lists/inspection', { on: '2026-01-04' })).toContain('没有找到');
    for (const inner of ['没有公布的事项', '岗位事项', '内部制度', '某某某', '15080099999']) expect(first + second).not.toContain(inner);
    for (const list of ['post-duty', 'internal-system', 'normative-document']) {
      expect((await app.inject({ url: `/public/lists/${list}`, remoteAddress: '198.51.100.9' })).statusCode).toBe(404);
      const told = await inTransaction(database.pool, 'set transaction read only; set local role app_public;', (client) =>
        rows(client, "select * from public_list_entries($1, '', $2, 0, 20)", [list, on]),
      );
      expect(told).toEqual([]);
    }
  });
});
