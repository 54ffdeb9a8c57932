import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowOf, shanghaiDay } from '#law';
import { correct } from '#platform/acts/correct';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import type { Total } from '#platform/matters/cursor';
import { matterView, type ViewOptions } from '#platform/matters/view';
import { type Session, sessionPreamble } from '#platform/session';
import { ANCHOR, ANCHOR_MORNING, type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { cellsOf } from '#testing/ways-to-a-matter';
import { SUPERVISION_DOCUMENT } from './kind.ts';
import { supervisionDocumentRoutes } from './routes.ts';

let database: TestDatabase;
let city: TestCity;
let platform: Platform;
let id = '';
let now = ANCHOR_MORNING;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => now, kindsOf([anyKind(SUPERVISION_DOCUMENT)]));
  const scan = await uploaded(city.区司法局.sealKeeper.session);
  id = await act(city.区司法局.supervisorA.session, 'draft', null, {
    type: 'opinion',
    subject: '公示超期',
    addressee: city.区市场监管局.id,
    background: '经查阅台账，发现公示超期。',
    problems: [{ facts: '超期公示。', norm: '应当及时公示。', demand: '补正。' }],
    contact: '监督科 0478-0000000',
  });
  await act(city.区司法局.supervisorA.session, 'submit', id);
  now += 86_400_000;
  await act(city.区司法局.supervisorB.session, 'check', id, { opinion: '核稿内部意见' });
  await act(city.区司法局.checker.session, 'review', id, { opinion: '审核内部意见' });
  await act(city.区司法局.deputyHead.session, 'sign', id, { opinion: '签发内部意见' });
  await act(city.区司法局.sealKeeper.session, 'seal-by-hand', id, { scan: [scan] });
  await act(city.区司法局.supervisorA.session, 'serve', id);
  await act(city.区市场监管局.receiver.session, 'receive', id);
  await act(city.区市场监管局.receiver.session, 'propose', id, { proposal: '拟办内部意见' });
});
afterAll(() => database.close());

async function act(by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<string> {
  const answer = await perform(platform, { by, kind: 'supervision-document', act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done.matterId;
}

async function uploaded(session: Session): Promise<string> {
  const [file] = await inTransaction(database.pool, sessionPreamble(session, platform.now()), async (client) => {
    await client.query(`insert into blob (sha256, sm3, size, stored_at) values ('ab', 'cd', 3, now()) on conflict do nothing`);
    return rows<{ id: string }>(
      client,
      `insert into file (id, city, name, media_type, sha256, size, uploaded_by, uploaded_at) values (gen_random_uuid(), 1508, '扫描件.pdf', 'application/pdf', 'ab', 3, $1, now()) returning id`,
      [session.accountId],
    );
  });
  return file?.id ?? '';
}

const seen = async (session: Session): Promise<string> =>
  JSON.stringify(await matterView(platform, session, id, { asOf: null, knownOn: null }));

describe('机关内部的核稿、审核、批办意见不出机关（细则第二十二条第一款的文书只送达文书本身）', () => {
  it('收文单位看不到发文机关的核稿、审核、签发意见、经办人和签批单，看得到文书', async () => {
    const view = await seen(city.区市场监管局.head.session);
    for (const word of [
      '核稿内部意见',
      '审核内部意见',
      '签发内部意见',
      '发文签批单',
      city.区司法局.supervisorB.name,
      city.区司法局.checker.name,
    ])
      expect(view).not.toContain(word);
    expect(view).toContain('行政执法监督意见书');
    expect(view).toContain('扫描件.pdf');
  });

  it('发文机关看得到自己的意见，看不到收文单位的拟办意见；上级司法行政部门看得到发文机关的', async () => {
    const issuer = await seen(city.区司法局.deputyHead.session);
    expect(issuer).toContain('核稿内部意见');
    expect(issuer).toContain('发文签批单');
    expect(issuer).not.toContain('拟办内部意见');
    expect(await seen(city.市司法局.supervisorA.session)).toContain('核稿内部意见');
    expect(await seen(city.区市场监管局.receiver.session)).toContain('拟办内部意见');
  });

  it('内部步骤不出现在对方的经过里：对方只看到送出去的（签发并附文书、用印、送达），今日、按以往日期都一样', async () => {
    const labels = async (session: Session, options: ViewOptions) =>
      (await matterView(platform, session, id, options))?.timeline.map((a) => a.label) ?? [];
    const today = shanghaiDay(now);
    for (const options of [
      { asOf: null, knownOn: null },
      { asOf: today, knownOn: null },
      { asOf: null, knownOn: today },
    ]) {
      const unit = await labels(city.区市场监管局.head.session, options);
      for (const inner of ['拟制', '送核稿', '核稿', '审核']) expect(unit).not.toContain(inner);
      expect(unit).toEqual(expect.arrayContaining(['签发', '送达', '签收']));
      const issuer = await labels(city.区司法局.deputyHead.session, options);
      expect(issuer).toEqual(expect.arrayContaining(['核稿', '审核', '签收']));
      expect(issuer).not.toContain('拟办');
      expect(await labels(city.区市场监管局.receiver.session, options)).toContain('拟办');
      expect(await labels(city.市司法局.supervisorA.session, options)).toContain('核稿');
    }
  });

  it('对方内部的待办只写“本单位内部办理”', async () => {
    const tasks = async (session: Session) =>
      (await matterView(platform, session, id, { asOf: null, knownOn: null }))?.tasks.map((t) => [t.title, t.act]) ?? [];
    const own = await tasks(city.区市场监管局.receiver.session);
    const inner = own.filter(([, act]) => rowOf(anyKind(SUPERVISION_DOCUMENT), act ?? '')?.inside === 'addressee');
    expect(inner.length).toBeGreaterThan(0);
    const there = await tasks(city.区司法局.deputyHead.session);
    expect(there).toContainEqual(['本单位内部办理', '']);
    for (const [title] of inner) expect(JSON.stringify(there)).not.toContain(title);
  });

  it('收文单位按以往日期查看，看不到送达以前的稿件；发文机关和上级司法行政部门看得到', async () => {
    for (const options of [
      { asOf: ANCHOR, knownOn: null },
      { asOf: null, knownOn: ANCHOR },
    ]) {
      expect(await matterView(platform, city.区市场监管局.head.session, id, options)).toBeNull();
      expect(await matterView(platform, city.区司法局.supervisorB.session, id, options)).toMatchObject({ status: 'checking' });
      expect(await matterView(platform, city.市司法局.supervisorA.session, id, options)).toMatchObject({ status: 'checking' });
    }
  });

  it('签发送达的文书内容不能以更正改写，只能制发更正文书', async () => {
    const asked = { matterId: id, ifSeq: 9, reason: '录入有误', proof: [], proposal: null };
    const rewrite = { retract: false as const, fields: { requirement: '十日内报告' }, legalDate: null };
    expect(await correct(platform, { ...asked, session: city.区司法局.supervisorA.session, seq: 1, what: rewrite })).toMatchObject({
      refusal: { refused: 'own-means' },
    });
  });

  it('第二道墙：收文单位直接查表也查不到签批单', async () => {
    const kinds = await inTransaction(database.pool, sessionPreamble(city.区市场监管局.head.session, platform.now()), (client) =>
      rows<{ kind: string }>(client, 'select kind from document where matter_id = $1', [id]),
    );
    expect(kinds.map((k) => k.kind)).toContain('DOC-9');
    expect(kinds.map((k) => k.kind)).not.toContain('DOC-38');
  });

  it('已形成送达回证的签收不能撤销录入：收文单位不能两人合意让期限重新开始（细则第二十二条第一款）', async () => {
    const { receiver, head } = city.区市场监管局;
    const retract = (session: Session, ifSeq: number, seq: number, proposal: { seq: number } | null = null) =>
      correct(platform, { session, matterId: id, ifSeq, seq, what: { retract: true }, reason: '误点', proof: [], proposal });
    expect(await retract(receiver.session, 9, 9)).toMatchObject({ ok: true, done: false });
    expect(await retract(head.session, 10, 9, { seq: 10 })).toMatchObject({ ok: true, done: true });
    expect(await retract(receiver.session, 11, 8)).toMatchObject({ refusal: { refused: 'left-the-house' } });
  });
});

describe('问题整改台账和收文：范围与文书相同，列表、件数、检索、导出一致（细则第二十二条）', () => {
  let app: FastifyInstance;
  let identity: Identity;
  beforeAll(async () => {
    identity = testIdentity(database.pool, () => now);
    await letThemSignIn(identity, city.world);
    app = await testServer(identity, (server) => supervisionDocumentRoutes(server, { platform }));
  });
  afterAll(() => app?.close());

  const AT = '/api/supervision-documents';
  async function shownTo(person: Person): Promise<readonly (boolean | number)[]> {
    const page = await browserOf(app, identity, person);
    const list = async (url: string) => (await page.call({ url: encodeURI(url) })).json<{ items: { matterId: string }[]; total: Total }>();
    const [all, found, inbox] = [await list(`${AT}/problems`), await list(`${AT}/problems?q=超期公示`), await list(`${AT}/inbox`)];
    const exported = await page.call({ url: `${AT}/problems/export` });
    expect(exported.statusCode).toBe(200);
    const isThere = ({ items }: typeof all): boolean => items.some(({ matterId }) => matterId === id);
    const taken = (await cellsOf(exported.rawPayload)).some((cell) => cell.includes('超期公示'));
    return [isThere(all), all.total.count, isThere(found), found.total.count, taken, isThere(inbox)];
  }

  it('发文机关、收文单位、上级司法行政部门看得见，收文只在收文单位；别的旗县、别的单位处处没有；密封以后处处没有', async () => {
    const none = [false, 0, false, 0, false, false];
    const readers: readonly (readonly [Person, boolean])[] = [
      [city.区司法局.supervisorA, false],
      [city.市司法局.supervisorA, false],
      [city.区市场监管局.receiver, true],
    ];
    for (const [person, isAddressee] of readers) expect(await shownTo(person), person.name).toEqual([true, 1, true, 1, true, isAddressee]);
    const others = [city.旗司法局.supervisorA, city.旗市场监管局.head, city.市交通局.handlerA];
    for (const person of others) expect(await shownTo(person), person.name).toEqual(none);
    for (const [table, key] of [['matter', 'id'], ...['participant', 'supervision_document'].map((t) => [t, 'matter_id'])])
      await database.pool.query(`update ${table} set label = 4 where ${key} = $1`, [id]);
    for (const [person] of readers) expect(await shownTo(person), person.name).toEqual(none);
  });
});
