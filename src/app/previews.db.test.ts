import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import { type Performed, type Platform, perform } from '#platform/acts/perform';
import { previewAct } from '#platform/acts/preview';
import { steppedClock } from '#platform/clock-now';
import { inTransaction, rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { identityRoutes } from './identity-routes.ts';
import { previewRoutes } from './preview-routes.ts';
import { KINDS } from './rooms.ts';

const clock = steppedClock('2026-03-16T09:00:00+08:00');
let database: TestDatabase;
let identity: Identity;
let city: TestCity;
let app: FastifyInstance;
let platform: Platform;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, clock.now);
  await letThemSignIn(identity, city.world);
  platform = await testPlatform(database.pool, clock.now, kindsOf(KINDS));
  app = await testServer(identity, async (server) => {
    await server.register(identityRoutes, { identity });
    await server.register(previewRoutes, { platform });
  });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

const DOCUMENT = 'supervision-document';
type Asked = { kind: string; act: string; matterId: string | null; input: unknown; which?: number; legalDate?: string };
async function preview(person: Person, asked: Partial<Asked>): Promise<{ status: number; body: Readonly<Record<string, Json>> }> {
  const page = await browserOf(app, identity, person);
  const payload = { kind: DOCUMENT, act: 'draft', matterId: null, input: {}, ...asked };
  const answer = await page.call({ method: 'POST', url: '/api/previews', payload });
  return { status: answer.statusCode, body: answer.json() };
}
async function act(person: Person, name: string, matterId: string | null, input: unknown = {}, kind = DOCUMENT): Promise<Performed> {
  const answer = await perform(platform, { by: person.session, kind, act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done;
}
const A_PAGE = { pages: expect.any(Number), svg: expect.stringContaining('<svg') };
const draft = (): Readonly<Record<string, Json>> => ({
  type: 'opinion',
  subject: '公示超期',
  addressee: city.区市场监管局.id,
  reportTo: city.区司法局.id,
  copies: [city.市政府.id],
  background: '经查阅台账，发现公示超期。',
  problems: [{ facts: '超期公示。', norm: '应当及时公示。', demand: '补正。' }],
  handlers: [city.市司法局.supervisorA.officerId],
  contact: '监督科 0478-0000000',
});

/** Everything that an act could leave behind, counted. */
async function traces(): Promise<unknown> {
  const tables = [
    'matter',
    'act',
    'act_payload',
    'document',
    'number_counter',
    'number_register',
    'outbox',
    'task',
    'clock',
    'idempotency',
  ];
  return inTransaction(database.pool, SYSTEM_PREAMBLE, async (client) => {
    const counts: [string, number][] = [];
    for (const table of tables) counts.push([table, (await rows(client, `select 1 from ${table}`)).length]);
    return counts;
  });
}

describe('拟稿时预览将要印出的版面（所见即所印）', () => {
  it('没有填写时列明所缺，选定文书种类后才有版面；写到哪里，版面就到哪里', async () => {
    const empty = await preview(city.市司法局.supervisorA, {});
    expect(empty).toMatchObject({ status: 200, body: { page: null, noPage: { words: '选定“文书种类”后，在这里看到将要印出的版面。' } } });
    const begun = await preview(city.市司法局.supervisorA, { input: { type: 'opinion', subject: '公示超期' } });
    expect(begun.body['page']).toMatchObject({ pages: expect.any(Number), svg: expect.stringContaining('<svg') });
    const missing = begun.body['missing'] as readonly { path: string }[];
    expect(missing.map((m) => m.path)).toEqual(['addressee', 'background', 'problems', 'contact']);
    expect(begun.body['number']).toBe('巴司执监意〔2026〕　号');
  });

  it('一项问题未写全、一处超长的，指明是第几项的哪一栏', async () => {
    const input = { ...draft(), subject: '长'.repeat(300), problems: [{ facts: '甲', norm: '乙', demand: '丙' }, { facts: '丁' }] };
    const { status, body } = await preview(city.市司法局.supervisorA, { input });
    expect(status).toBe(200);
    expect(body['missing']).toMatchObject([
      { path: 'subject', label: '事由', reason: '不超过200字，现有300字' },
      { path: 'problems[1].norm', label: '违反的规定' },
      { path: 'problems[1].demand', label: '处理要求' },
    ]);
    expect(body['page']).toMatchObject({ pages: 4 });
  });

  it('写全而不合规定的，说明现在办理会被拒绝及其依据，版面照样可看', async () => {
    const { body } = await preview(city.市司法局.supervisorA, { input: { ...draft(), type: 'inquiry' } });
    expect(body['refusal']).toMatchObject({ reason: expect.stringContaining('不是垂直领导'), article: expect.any(String) });
    expect(body['page']).toMatchObject({ svg: expect.any(String) });
  });

  it('签发前所见的内容与签发时固定的内容逐字相同，拟编文号即签发取得的文号；预览不占号、不留痕', async () => {
    const { supervisorA, supervisorB, checker, deputyHead } = city.市司法局;
    const { matterId } = await act(supervisorA, 'draft', null, draft());
    await act(supervisorA, 'submit', matterId);
    await act(supervisorB, 'check', matterId, { opinion: '同意' });
    await act(checker, 'review', matterId);
    const before = await traces();
    const opinion = { opinion: '同意签发' };
    const asked = { act: 'sign', matterId, input: opinion };
    const shown = await preview(deputyHead, asked);
    expect(shown.body).toMatchObject({ number: '巴司执监意〔2026〕1号', issues: true, missing: [], refusal: null, shown: 0 });
    expect(shown.body['documents']).toEqual([
      { name: '行政执法监督意见书', isNumbered: true },
      { name: '发文签批单', isNumbered: false },
    ]);
    expect((await preview(deputyHead, { ...asked, which: 1 })).body).toMatchObject({ shown: 1, page: { pages: 1 } });
    const drafted = await previewAct(platform, { by: deputyHead.session, kind: DOCUMENT, ...asked });
    expect(await traces()).toEqual(before);
    const signed = await act(deputyHead, 'sign', matterId, opinion);
    expect(signed.number).toBe('巴司执监意〔2026〕1号');
    const issued = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
      rows<{ kind: string; facts: Json }>(client, 'select kind, facts from document where matter_id = $1 order by kind desc', [matterId]),
    );
    if (!drafted.ok) throw new Error(JSON.stringify(drafted));
    expect(drafted.documents.map(({ kind, facts }) => ({ kind, facts }))).toEqual(issued);
  });

  it('各环节都看得到最终要印的文书：核稿、审核时同一版面，文号留空', async () => {
    const { supervisorA, supervisorB } = city.市司法局;
    const { matterId } = await act(supervisorA, 'draft', null, draft());
    await act(supervisorA, 'submit', matterId);
    const { body } = await preview(supervisorB, { act: 'check', matterId });
    expect(body).toMatchObject({ number: '巴司执监意〔2026〕　号', issues: false, documents: [{ name: '行政执法监督意见书' }] });
  });

  it('凡印发文书的办理都有预览：通报、约谈、移送、提请，不论由哪个业务办理', async () => {
    const { supervisorA } = city.市司法局;
    const notice = {
      type: 'circular',
      subject: '执法公示',
      units: [city.区市场监管局.id],
      facts: '事实',
      requirement: '要求',
      contact: '电话',
    };
    expect((await preview(supervisorA, { kind: 'notice-and-talk', input: notice })).body).toMatchObject({ page: A_PAGE });
    const referral = {
      subject: '线索',
      addressee: city.市公安局.id,
      basis: '管辖',
      facts: '事实',
      materials: [{ name: '案卷' }],
      contact: '电话',
    };
    expect((await preview(supervisorA, { kind: 'referral', input: referral })).body).toMatchObject({ page: A_PAGE });
    const petition = { suggested: 'opinion', unit: city.区市场监管局.id, subject: '事由', head: '8(7)', facts: '事实' };
    const asked = await preview(city.狼山司法所.officer, { kind: 'case-supervision', act: 'petition', input: petition });
    expect(asked.body).toMatchObject({ documents: [{ name: '司法所提请书', isNumbered: false }], number: null, page: A_PAGE });
  });
});

describe('预览只给现在可以办理该步骤的人看', () => {
  it('本机关无权办理的岗位、收文单位、其他地区：与办理时同样被拒或者不存在', async () => {
    const { supervisorA, supervisorB, receiver } = city.市司法局;
    const { matterId } = await act(supervisorA, 'draft', null, draft());
    expect(await preview(supervisorB, { act: 'check', matterId })).toMatchObject({ status: 422, body: { refused: 'wrong-state' } });
    expect(await preview(receiver, { act: 'submit', matterId })).toMatchObject({ status: 422, body: { refused: 'wrong-role' } });
    for (const other of [city.区市场监管局.head, city.旗司法局.supervisorA])
      expect(await preview(other, { act: 'submit', matterId })).toMatchObject({ status: 404, body: { error: 'absent' } });
    expect((await preview(city.区市场监管局.head, {})).status).toBe(422);
  });

  it('拟稿的每一步所通向的，确是印发文书的一步', () => {
    const leading = KINDS.flatMap((kind) =>
      Object.values(kind.lifecycle).flatMap((row) => (row.leadsTo === undefined ? [] : [[kind, row.leadsTo] as const])),
    );
    expect(leading.length).toBeGreaterThan(10);
    expect(leading.filter(([kind, to]) => kind.lifecycle[to]?.issues === undefined)).toEqual([]);
  });

  it('密封事项：未指名的人预览时得到“不存在”，指名的人看得到', async () => {
    const bureau = city.市司法局;
    const clue = {
      ...{ commission: city.市监委.id, secrecy: 'confidential', suspects: '某职务人员（演示）', clue: '线索' },
      ...{ evidence: [{ name: '笔录' }], readers: [bureau.head.officerId] },
    };
    const { matterId } = await act(bureau.supervisorA, 'draft', null, clue, 'sealed-referral');
    await act(bureau.supervisorA, 'submit', matterId, {}, 'sealed-referral');
    const asked = { kind: 'sealed-referral', act: 'approve', matterId };
    for (const other of [bureau.supervisorB, bureau.deputyHead, city.市监委.liaison])
      expect(await preview(other, asked)).toMatchObject({ status: 404, body: { error: 'absent' } });
    expect((await preview(bureau.head, asked)).body).toMatchObject({ number: '巴司执监密移〔2026〕1号', page: A_PAGE });
  });

  it('不能借预览探知他人的事项：看不到的来源案件与不存在的一样，都列为问题', async () => {
    const clue = { source: 'own', subject: '检查不规范', unit: city.旗市场监管局.id, head: '8(7)', facts: '事实' };
    const { matterId: foreign } = await act(city.旗司法局.supervisorA, 'open', null, clue, 'case-supervision');
    const none = '01990000-0000-7000-8000-000000000000';
    for (const fromCase of [foreign, none]) {
      const { body } = await preview(city.区司法局.supervisorA, { input: { ...draft(), fromCase } });
      expect(body['missing']).toMatchObject([{ path: 'fromCase', reason: '没有这一事项，或者您无权查看，请从列表中选择' }]);
    }
  });

  it('没有这种事项、没有这一步、不印文书的一步、打乱的输入：一律说明，不出错', async () => {
    const { supervisorA } = city.市司法局;
    expect((await preview(supervisorA, { kind: 'no-such-kind' })).status).toBe(404);
    expect((await preview(supervisorA, { act: 'constructor' })).status).toBe(404);
    expect((await preview(supervisorA, { kind: 'case-supervision', act: 'open' })).status).toBe(404);
    expect((await preview(supervisorA, { act: 'sign', matterId: null })).status).toBe(404);
    expect((await preview(supervisorA, { matterId: '不是编号' })).status).toBe(400);
    expect((await preview(supervisorA, { input: [] })).status).toBe(400);
    const odd = await preview(supervisorA, {
      input: { type: 'opinion', subject: 7, addressee: {}, problems: [null, 'x', { facts: [] }], handlers: 'x', contact: null, more: 1 },
    });
    expect(odd.status).toBe(200);
    expect((odd.body['missing'] as readonly { path: string }[]).map((m) => m.path)).toEqual(
      expect.arrayContaining(['subject', 'addressee', 'problems[0].', 'problems[2].facts', 'handlers', 'more']),
    );
    expect(odd.body['page']).toMatchObject({ svg: expect.any(String) });
    expect(
      (await preview(supervisorA, { input: { ...draft(), background: '\u0000#import "x"\n#let y = 1 $a$ *b* _c_ `d` <e> @f' } })).status,
    ).toBe(200);
  });
});
