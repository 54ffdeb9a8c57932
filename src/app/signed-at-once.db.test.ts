import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Performed, type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { matterRoutes } from '#platform/http/matter-routes';
import type { Identity } from '#platform/identity/identity';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { SUPERVISION_DOCUMENT } from '#supervision/supervision-document';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { type TestBrowser, testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';

let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let app: FastifyInstance;
let city: TestCity;
let head: TestBrowser;
let deputy: TestBrowser;
const now = () => ANCHOR_MORNING;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, now);
  platform = await testPlatform(database.pool, now, kindsOf([anyKind(SUPERVISION_DOCUMENT)]));
  app = await testServer(identity, async (server) => {
    await server.register(matterRoutes, { platform });
  });
  await letThemSignIn(identity, city.world);
  head = await browserOf(app, identity, city.市司法局.head);
  deputy = await browserOf(app, identity, city.市司法局.deputyHead);
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function does(by: Session, act: string, matterId: string | null, input: unknown = {}): Promise<Performed> {
  const answer = await perform(platform, { by, kind: 'supervision-document', act, matterId, input });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done;
}

/** An opinion of the city bureau that waits for its signature. */
async function waitingForSignature(): Promise<Performed> {
  const { 市司法局: bureau } = city;
  const { matterId } = await does(bureau.supervisorA.session, 'draft', null, {
    type: 'opinion',
    subject: '行政处罚程序问题',
    addressee: city.区市场监管局.id,
    reportTo: city.区司法局.id,
    background: '经查阅案卷，查明下列问题。',
    problems: [{ facts: '未告知当事人陈述、申辩权利。', norm: '处罚前应当告知。', demand: '自行撤销。' }],
    contact: '协调监督科 0478-0000000',
  });
  await does(bureau.supervisorA.session, 'submit', matterId);
  await does(bureau.supervisorB.session, 'check', matterId);
  return does(bureau.checker.session, 'review', matterId);
}

type Answer = { readonly status: number; readonly body: Record<string, unknown> };
async function sign(page: TestBrowser, matterId: string, body: object, key: string = randomUUID()): Promise<Answer> {
  const url = `/api/supervision-document/${matterId}/sign`;
  const answer = await page.call({ method: 'POST', url, payload: { input: {}, ...body }, headers: { 'idempotency-key': key } });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
}

/** What stands in the books: signatures of this matter, and numbers it holds. */
async function booked(matterId: string): Promise<{ signatures: number; numbers: readonly string[] }> {
  return inTransaction(database.pool, SYSTEM_PREAMBLE, async (client) => {
    const acts = await rows(client, `select 1 from act where matter_id = $1 and type = 'sign'`, [matterId]);
    const numbers = await rows<{ text: string }>(client, 'select text from number_register where matter_id = $1', [matterId]);
    return { signatures: acts.length, numbers: numbers.map(({ text }) => text) };
  });
}

describe('两人同时签发同一件文书（细则第二十二条第一款）', () => {
  it('都按看到的版本签发：一人办成，另一人被告知内容有变化；只给一个文号', async () => {
    const { matterId, seq } = await waitingForSignature();
    const answers = await Promise.all([head, deputy].map((page) => sign(page, matterId, { ifSeq: seq })));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
    expect(answers.find((a) => a.status === 409)?.body).toMatchObject({
      error: 'changed',
      seq: seq + 1,
      reason: expect.stringContaining('已被他人办理'),
    });
    expect(await booked(matterId)).toEqual({ signatures: 1, numbers: [answers.find((a) => a.status === 200)?.body['number']] });
  });

  it('没有带版本：一人办成，另一人被告知已不在签发环节；只给一个文号', async () => {
    const { matterId } = await waitingForSignature();
    const answers = await Promise.all([head, deputy].map((page) => sign(page, matterId, {})));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 422]);
    expect(answers.find((a) => a.status === 422)?.body).toMatchObject({ cite: { article: 22, paragraph: 1 } });
    expect(await booked(matterId)).toEqual({ signatures: 1, numbers: [answers.find((a) => a.status === 200)?.body['number']] });
  });

  it('同一人连点两次，请求编号相同：两次都答同一个文号，只签发一次', async () => {
    const { matterId, seq } = await waitingForSignature();
    const key = randomUUID();
    const answers = await Promise.all([1, 2].map(() => sign(head, matterId, { ifSeq: seq }, key)));
    expect(answers.map((a) => a.status)).toEqual([200, 200]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect((await booked(matterId)).signatures).toBe(1);
  });

  it('许多件同时签发：文号连续，不重不漏', async () => {
    const waiting = await Promise.all(Array.from({ length: 6 }, waitingForSignature));
    const answers = await Promise.all(waiting.map(({ matterId, seq }) => sign(head, matterId, { ifSeq: seq })));
    expect(answers.map((a) => a.status)).toEqual(waiting.map(() => 200));
    const serials = answers.map((a) => Number(/〕(\d+)号/.exec(String(a.body['number']))?.[1])).sort((a, b) => a - b);
    expect(serials).toEqual(serials.map((_, i) => (serials[0] ?? 0) + i));
  });
});
