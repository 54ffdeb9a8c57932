import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kindsOf } from '#platform/acts/kinds';
import { type Performed, type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { folderStore } from '#platform/files';
import { fileRoutes } from '#platform/http/file-routes';
import type { Identity } from '#platform/identity/identity';
import { drainOutbox } from '#platform/outbox';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR_MORNING, type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { browser, testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import type { Opened } from './opened.ts';
import { previewRoutes } from './preview-routes.ts';
import { renderingHandlers } from './rendering.ts';
import { KINDS } from './rooms.ts';

let database: TestDatabase;
let identity: Identity;
let city: TestCity;
let app: FastifyInstance;
let platform: Platform;
let opened: Opened;
let folder: string;
let now = ANCHOR_MORNING;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'document-pages-'));
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => now);
  await letThemSignIn(identity, city.world);
  platform = await testPlatform(database.pool, () => now, kindsOf(KINDS));
  opened = { platform, identity, blobs: folderStore(join(folder, 'files')), close: async () => undefined };
  app = await testServer(identity, async (server) => {
    await server.register(previewRoutes, { platform });
    await server.register(fileRoutes, { platform, blobs: opened.blobs });
  });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  now += 60_000;
});

async function act(person: Person, name: string, matterId: string | null, input: unknown = {}, kind = 'supervision-document') {
  const answer = await perform(platform, { by: person.session, kind, act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  await drainOutbox(platform, new Map(renderingHandlers(opened)));
  return answer.done;
}

async function signed(): Promise<Performed> {
  const { supervisorA, supervisorB, checker, head } = city.市司法局;
  const { matterId } = await act(supervisorA, 'draft', null, {
    ...{ type: 'opinion', subject: '公示超期', addressee: city.区市场监管局.id, reportTo: city.区司法局.id },
    ...{ background: '经查阅台账，发现公示超期。', problems: [{ facts: '超期公示。', norm: '应当及时公示。', demand: '补正。' }] },
    contact: '监督科 0478-0000000',
  });
  await act(supervisorA, 'submit', matterId);
  await act(supervisorB, 'check', matterId);
  await act(checker, 'review', matterId);
  return act(head, 'sign', matterId, { opinion: '同意签发' });
}

/** Documents of a matter: the one with a number first, then the house's own papers. */
async function documentsOf(matterId: string): Promise<readonly string[]> {
  const found = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ id: string }>(client, 'select id from document where matter_id = $1 order by number is null, inside, id', [matterId]),
  );
  return found.map(({ id }) => id);
}

type Seen = { readonly status: number; readonly page: { svg: string; pages: number } | null; readonly sealed: string | null };
async function see(person: Person, id: string): Promise<Seen> {
  const answer = await (await browserOf(app, identity, person)).call({ url: `/api/documents/${id}/pages` });
  const { page = null, sealed = null } = answer.json<Partial<Seen>>();
  return { status: answer.statusCode, page, sealed };
}
async function fetchPdf(person: Person, id: string): Promise<number> {
  return (await (await browserOf(app, identity, person)).call({ url: `/api/documents/${id}/pdf` })).statusCode;
}

describe('手机上看文书的版面图样：能取 PDF 的人才看得到，也同样记入日志', () => {
  it('签发的机关看得到；送达前收文单位没有，送达后有；签批单收文单位始终没有；外地没有', async () => {
    const { supervisorA, sealKeeper, head } = city.市司法局;
    const { matterId } = await signed();
    const [letter = '', slip = ''] = await documentsOf(matterId);
    expect(await see(head, letter)).toMatchObject({ status: 200, sealed: null, page: { svg: expect.stringContaining('<svg') } });
    const unsealed = (await see(head, letter)).page?.svg.length ?? 0;
    expect((await see(city.区市场监管局.head, letter)).status).toBe(404);
    await act(sealKeeper, 'seal', matterId);
    await act(supervisorA, 'serve', matterId);
    const seen = await see(city.区市场监管局.head, letter);
    expect(seen).toMatchObject({ status: 200, sealed: 'electronically' });
    expect(seen.page?.svg.length ?? 0).toBeGreaterThan(unsealed + 500);
    for (const person of [head, city.区市场监管局.head, city.旗市场监管局.head, city.旗司法局.supervisorA])
      for (const id of [letter, slip]) expect((await see(person, id)).status, person.name).toBe(await fetchPdf(person, id));
    expect((await see(head, slip)).status).toBe(200);
    expect((await see(city.区市场监管局.head, slip)).status).toBe(404);
    const [file] = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
      rows<{ id: string }>(client, 'select pdf_file::text as id from document where id = $1', [letter]),
    );
    const logged = await rows(database.pool, `select 1 from audit_event where action = 'file.download' and object_id = $1`, [file?.id]);
    expect(logged.length).toBeGreaterThanOrEqual(3);
  });

  it('密封事项：未指名的人得到“不存在”，指名的人看得到', async () => {
    const bureau = city.市司法局;
    const clue = {
      ...{ commission: city.市监委.id, secrecy: 'confidential', suspects: '某职务人员（演示）', clue: '线索' },
      ...{ evidence: [{ name: '笔录' }], readers: [bureau.head.officerId] },
    };
    const { matterId } = await act(bureau.supervisorA, 'draft', null, clue, 'sealed-referral');
    await act(bureau.supervisorA, 'submit', matterId, {}, 'sealed-referral');
    await act(bureau.head, 'approve', matterId, { opinion: '同意' }, 'sealed-referral');
    const [letter = ''] = await documentsOf(matterId);
    expect((await see(bureau.head, letter)).status).toBe(200);
    for (const person of [bureau.supervisorB, bureau.deputyHead, city.区市场监管局.head])
      expect((await see(person, letter)).status, person.name).toBe(404);
  });

  it('未登录的、没有这份文书的、编号写错的', async () => {
    const none = '01990000-0000-7000-8000-000000000000';
    expect((await browser(app).call({ url: `/api/documents/${none}/pages` })).statusCode).toBe(401);
    expect((await see(city.市司法局.head, none)).status).toBe(404);
    expect((await see(city.市司法局.head, 'x')).status).toBe(400);
  });
});
