import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORDINARY_PENALTY } from '#enforcement/ordinary-penalty';
import { addDays, type Json } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { closeBinders } from '#platform/case-file/bind';
import { checkPackage } from '#platform/case-file/check-package';
import { inTransaction, rows } from '#platform/db';
import { closeRenderers, renderPdf } from '#platform/documents/index';
import { serviceReceipt } from '#platform/documents/samples.test-data';
import { bookmarks, carriedText, pdfText } from '#platform/documents/testing';
import { folderStore } from '#platform/files';
import { caseFileRoutes } from '#platform/http/case-file-routes';
import { fileRoutes } from '#platform/http/file-routes';
import type { Identity } from '#platform/identity/identity';
import { matterView } from '#platform/matters/view';
import { drainOutbox, type OutboxItem } from '#platform/outbox';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR, ANCHOR_MORNING, type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { type TestBrowser, testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import * as typed from '../enforcement/ordinary-penalty/testing.ts';
import { correct } from '../platform/acts/correct.ts';
import { insertFile } from '../platform/files.ts';
import { storeArchive } from './archive-reaction.ts';
import { readLists } from './list-facts.ts';
import type { Opened } from './opened.ts';
import { previewRoutes } from './preview-routes.ts';
import { renderingHandlers } from './rendering.ts';
import { documentOf } from './templates.ts';

type Input = Readonly<Record<string, Json>>;
const KIND = 'ordinary-penalty';
const DAYS: Input = { actStartedOn: addDays(ANCHOR, -10), actEndedOn: addDays(ANCHOR, -10), discoveredOn: addDays(ANCHOR, -9) };
const ID_NUMBER = String(typed.PERSON['idNumber']);
const PHONE = '13800138000';
const ADDRESS = String(typed.PERSON['address']);
const REASON = encodeURIComponent('2026年案卷评查');
let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let city: TestCity;
let app: FastifyInstance;
let opened: Opened;
let folder: string;
let matterId: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'case-file-'));
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => ANCHOR_MORNING);
  await letThemSignIn(identity, city.world);
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kindsOf([anyKind(ORDINARY_PENALTY)]), {
    ...{ sealing: identity.keys, lists: readLists },
  });
  opened = { platform, identity, blobs: folderStore(folder), close: async () => undefined };
  app = await testServer(identity, async (server) => {
    await server.register(fileRoutes, { platform, blobs: opened.blobs });
    await server.register(previewRoutes, { platform });
    await server.register(caseFileRoutes, { platform, blobs: opened.blobs, documentOf, publicOrigin: null });
  });
  matterId = await investigated();
});
afterAll(async () => {
  await app?.close();
  await closeBinders();
  await closeRenderers();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

async function act(by: Person, name: string, id: string | null, input: Input = {}): Promise<string> {
  const answer = await perform(platform, { by: by.session, kind: KIND, act: name, matterId: id, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done.matterId;
}

async function upload(by: Person, name: string, mediaType: string, bytes: Buffer): Promise<string> {
  const id = randomUUID();
  const pending = { id, city: by.session.city, matter: null, name, mediaType, blob: await opened.blobs.put(bytes) };
  await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
    insertFile(client, { ...pending, uploadedBy: by.accountId, at: new Date(ANCHOR_MORNING).toISOString() }),
  );
  return id;
}

/** A case with a person as its party, a scan of what was asked, a recording, and an order that has been sealed electronically. */
async function investigated(): Promise<string> {
  const { handlerA, handlerB, head, deputyHead, legalOffice } = city.区市场监管局;
  const officers = [handlerA.officerId, handlerB.officerId];
  const scan = (await renderPdf({ ...serviceReceipt, title: '签名的询问笔录扫描件' })).pdf;
  const id = await act(handlerA, 'open', null, { ...typed.CLUE, ...DAYS, party: typed.PERSON, materials: null });
  await act(handlerA, 'propose-filing', id, { ...typed.PROPOSAL, handlers: officers, region: city.区市场监管局.id });
  await act(head, 'file', id);
  const record = `问：电话？答：${PHONE}。身份证号${ID_NUMBER}。`;
  const papers = [await upload(handlerA, '签名的询问笔录.pdf', 'application/pdf', scan)];
  await act(handlerA, 'question', id, { ...typed.QUESTION, record, officers, papers });
  const sound = [await upload(handlerA, '全程录音.mp3', 'audio/mpeg', Buffer.from('声音'))];
  await act(handlerA, 'evidence', id, { ...typed.EVIDENCE, name: '录音', officers, papers: sound });
  await act(deputyHead, 'order-correction', id, {
    content: '立即标明价格。',
    basis: '《价格法》第十三条',
    by: addDays(ANCHOR, 5),
    ownNumber: null,
  });
  await drainOutbox(platform, new Map(renderingHandlers(opened)));
  await act(legalOffice, 'seal', id);
  await drainOutbox(platform, new Map(renderingHandlers(opened)));
  return id;
}

async function archivingOf(id: string): Promise<OutboxItem> {
  const [found] = await rows<OutboxItem>(
    database.pool,
    `select 1 as id, city, cohort, matter_id, seq, 'ordinary-penalty.archive' as topic, '{}'::jsonb as payload, 0 as attempts from act where matter_id = $1 and type = 'archive'`,
    [id],
  );
  if (found === undefined) throw new Error('the case has not been archived');
  return found;
}

const pageOf = (person: Person): Promise<TestBrowser> => browserOf(app, identity, person);
const textOf = (pdf: Buffer): string => [...pdfText(pdf), ...carriedText(pdf)].join('\n');
async function printed(page: TestBrowser, query = ''): Promise<Buffer> {
  const answer = await page.call({ url: `/api/matters/${matterId}/case-file/pdf${query}` });
  expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
  return answer.rawPayload;
}

describe('案卷 PDF：读者只得到可以打开的材料', () => {
  it('办案机关：正卷、副卷依次装订，签名的笔录跟着笔录，录音只列名称；号码照原件', async () => {
    const page = await pageOf(city.区市场监管局.handlerA);
    const listed = (await page.call({ url: `/api/matters/${matterId}/case-file` })).json();
    expect(listed).toMatchObject({ asksReason: false, isOne: false });
    const names = listed.volumes.map(({ name, papers }: { name: string; papers: { name: string }[] }) => [name, papers.map((p) => p.name)]);
    expect(names).toEqual([
      ['正卷', ['责令改正通知书', '证据目录', '询问笔录', '签名的询问笔录.pdf', '全程录音.mp3']],
      ['副卷', ['案源登记表', '行政处罚立案审批表']],
    ]);
    const pdf = await printed(page);
    expect(bookmarks(pdf)).toEqual([
      ...['正卷', '封面', '卷内目录', '责令改正通知书', '证据目录', '询问笔录', '签名的询问笔录', '备考表'],
      ...['副卷', '封面', '卷内目录', '案源登记表', '行政处罚立案审批表', '备考表'],
    ]);
    for (const words of ['行政处罚案卷', ID_NUMBER, PHONE, '签名的询问笔录扫描件']) expect(textOf(pdf)).toContain(words);
    expect(pdfText(pdf).join('')).toContain('全程录音.mp3');
    expect(bookmarks(await printed(page, '?volume=side'))).toEqual([
      '副卷',
      '封面',
      '卷内目录',
      '案源登记表',
      '行政处罚立案审批表',
      '备考表',
    ]);
    const chosen = listed.volumes[0].papers.filter((p: { isListed: boolean }) => !p.isListed).slice(0, 2);
    expect(bookmarks(await printed(page, `?only=${chosen.map((p: { id: string }) => p.id).join(',')}`))).toEqual([
      '责令改正通知书',
      '询问笔录',
    ]);
  });

  it('监督机关没有写明事由：版面隐去号码、电话和住址，扫描件只列名称，文件打不开；写明事由的看原件，事由记入日志', async () => {
    const page = await pageOf(city.区司法局.supervisorA);
    const masked = textOf(await printed(page));
    expect(masked).toContain('询问笔录');
    expect(masked).toMatch(/执法证号：\d/);
    for (const words of [ID_NUMBER, PHONE, ADDRESS, '签名的询问笔录扫描件']) expect(masked, words).not.toContain(words);
    const documents = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
      rows<{ id: string; pdf_file: string }>(
        client,
        `select id, pdf_file::text from document where matter_id = $1 and kind like '%询问笔录'`,
        [matterId],
      ),
    );
    const [{ id = '', pdf_file = '' } = {}] = documents;
    const files = [`/api/documents/${id}/pdf`, `/api/documents/${id}/docx`, `/api/files/${pdf_file}`];
    for (const url of files) expect((await page.call({ url })).json(), url).toMatchObject({ error: 'reason' });
    const drawn = async (query: string) =>
      (await page.call({ url: `/api/documents/${id}/pages${query}` })).json<{ isMasked: boolean; page: { svg: string } }>();
    const [hidden, shown] = [await drawn(''), await drawn(`?reason=${REASON}`)];
    expect([hidden.isMasked, shown.isMasked]).toEqual([true, false]);
    expect(hidden.page.svg).not.toBe(shown.page.svg);
    for (const url of files) expect((await page.call({ url: `${url}?reason=${REASON}` })).statusCode, url).toBe(200);
    expect(textOf(await printed(page, `?reason=${REASON}`))).toContain(ID_NUMBER);
    // A recording is fetched range by range: one line for one reading for one reason.
    const again = encodeURIComponent('再看一次录像');
    for (const reason of [again, again, REASON])
      expect((await page.call({ url: `${files[2]}?reason=${reason}`, headers: { range: 'bytes=0-9' } })).statusCode).toBe(206);
    const logged = await rows<{ action: string; reason: string | null }>(
      database.pool,
      `select action, detail->>'reason' as reason from audit_event where account_id = $1 and action in ('case-file.print', 'file.download') order by id`,
      [city.区司法局.supervisorA.accountId],
    );
    expect(logged.filter(({ reason }) => reason === '2026年案卷评查').length).toBe(5);
    expect(logged.filter(({ reason }) => reason === '再看一次录像').length).toBe(1);
    expect(logged.filter(({ reason, action }) => reason === null && action === 'case-file.print').length).toBe(1);
    expect((await page.call({ url: `${files[0]}?reason=看` })).statusCode).toBe(400);
  });

  it('遮盖件与原件：监督机关不写事由打得开遮盖件，打不开原件；别的机关都没有；更正过的不再作遮盖件', async () => {
    const { handlerA } = city.区市场监管局;
    const covered = (await renderPdf({ ...serviceReceipt, title: '遮盖以后的笔录' })).pdf;
    const attach = async (): Promise<string> => {
      const copy = await upload(handlerA, '遮盖后的笔录.pdf', 'application/pdf', covered);
      await act(handlerA, 'attach-redacted', matterId, { no: 1, how: '证件号码', papers: [copy] });
      return copy;
    };
    const copy = await attach();
    const [original] = await rows<{ id: string }>(
      database.pool,
      `select id from file where matter_id = $1 and name = '签名的询问笔录.pdf'`,
      [matterId],
    );
    const bureau = await pageOf(city.区司法局.supervisorA);
    expect((await bureau.call({ url: `/api/files/${copy}` })).statusCode).toBe(200);
    expect((await bureau.call({ url: `/api/files/${original?.id ?? ''}` })).json()).toMatchObject({ error: 'reason' });
    const masked = textOf(await printed(bureau));
    expect([masked.includes('遮盖以后的笔录'), masked.includes('签名的询问笔录扫描件')]).toEqual([true, false]);
    for (const person of [city.旗司法局.supervisorA, city.市交通局.handlerA])
      for (const url of [`/api/files/${copy}`, `/api/files/${copy}?reason=${REASON}`])
        expect((await (await pageOf(person)).call({ url })).statusCode, person.name).toBe(404);
    const shownTo = async ({ session }: Person) => {
      const view = await matterView(platform, session, matterId, { asOf: null, knownOn: null });
      return view?.timeline.flatMap(({ files }) => files.filter((f) => f.covered === true).map(({ id }) => id));
    };
    expect([await shownTo(handlerA), await shownTo(city.区司法局.supervisorA)]).toEqual([[copy], [copy]]);
    const logged = await rows(database.pool, `select from audit_event where action = 'file.download' and object_id = $1`, [copy]);
    expect(logged).toHaveLength(1);
    const [last] = await rows<{ seq: number }>(database.pool, `select seq from file where id = $1`, [copy]);
    const seq = last?.seq ?? 0;
    const what = { retract: false, fields: { how: '证件号码、住址' }, legalDate: null } as const;
    const fix = { session: handlerA.session, matterId, seq, ifSeq: seq, what, reason: '写漏', proof: [], proposal: null };
    expect(await correct(platform, fix)).toMatchObject({ ok: true, done: true });
    expect((await bureau.call({ url: `/api/files/${copy}` })).json()).toMatchObject({ error: 'reason' });
    expect(await shownTo(city.区司法局.supervisorA)).toEqual([]);
  });

  it('归档以后办案机关下载归档包，离线核对一致；改动一个字节、一条记录都看得出；没有归档的、别的机关没有', async () => {
    const { handlerA, handlerB, head } = city.区市场监管局;
    const url = `/api/matters/${matterId}/archive-package`;
    const page = await pageOf(handlerA);
    expect((await page.call({ url })).json()).toMatchObject({ error: 'not-archived' });
    await act(handlerA, 'serve', matterId, { ...typed.SERVE, receivedOn: ANCHOR });
    const officers = [handlerA.officerId, handlerB.officerId];
    await act(handlerA, 'check-correction', matterId, { no: 1, corrected: true, found: '已改正。', officers });
    const proof = [await upload(head, '死亡证明.txt', 'text/plain', Buffer.from('死亡证明'))];
    await act(head, 'terminate', matterId, { ...typed.TERMINATE, cause: 'died', papers: proof });
    await act(head, 'close', matterId, { summary: '同意结案。' });
    await act(handlerA, 'archive', matterId, { number: '2026-001', pages: null });
    await drainOutbox(platform, new Map(renderingHandlers(opened)));
    const answer = await page.call({ url });
    expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
    const checked = async (bytes: Buffer) => {
      const place = join(folder, 'package.zip');
      await writeFile(place, bytes);
      return checkPackage(place);
    };
    const verdict = await checked(answer.rawPayload);
    expect(verdict.faults).toEqual([]);
    expect(verdict.files).toBeGreaterThan(15);
    const changed = (from: string, to: string): Buffer => {
      const bytes = Buffer.from(answer.rawPayload);
      const at = bytes.indexOf(Buffer.from(from));
      expect(at).toBeGreaterThan(0);
      bytes.set(Buffer.from(to), at);
      return bytes;
    };
    expect((await checked(changed('死亡证明', '存活证明'))).faults).not.toEqual([]);
    expect((await checked(changed('立即标明价格', '立即标明价钱'))).faults.join()).toMatch(/内容与承诺值不符/);
    for (const person of [city.区司法局.supervisorA, city.旗市场监管局.head])
      expect((await (await pageOf(person)).call({ url })).statusCode, person.name).toBe(404);
  });

  it('归档即入库：摘要记入办理链，只存一次，离线核对一致；只有办案机关拿得到，附件的地址、列表、案卷里都没有它', async () => {
    const item = await archivingOf(matterId);
    await storeArchive(opened, item);
    await storeArchive(opened, item);
    const page = await pageOf(city.区市场监管局.handlerA);
    const url = `/api/matters/${matterId}/archive-package`;
    const { packages } = (await page.call({ url: `/api/matters/${matterId}/case-file` })).json();
    expect(packages).toMatchObject([{ no: 1, on: ANCHOR, isCurrent: true }]);
    const answer = await page.call({ url: `${url}?version=1` });
    expect(createHash('sha256').update(answer.rawPayload).digest('hex')).toBe(packages[0].sha256);
    expect((await page.call({ url })).rawPayload.equals(answer.rawPayload)).toBe(true);
    await writeFile(join(folder, 'stored.zip'), answer.rawPayload);
    expect((await checkPackage(join(folder, 'stored.zip'))).faults).toEqual([]);
    expect((await verify(platform)).faults).toEqual([]);
    expect((await page.call({ url: `${url}?version=2` })).statusCode).toBe(404);
    const place = join(folder, packages[0].sha256.slice(0, 2), packages[0].sha256);
    const damagedBytes = Buffer.from(answer.rawPayload);
    damagedBytes.set(Buffer.from('存活证明'), damagedBytes.indexOf(Buffer.from('死亡证明')));
    await writeFile(place, damagedBytes);
    const refused = (await page.call({ url })).json();
    expect(refused).toMatchObject({ error: 'damaged-file' });
    expect(refused.reason).toMatch(/归档包\.zip”的内容与登记的摘要不符.*包内：.*存活证明\.txt：文件缺失/);
    await writeFile(place, answer.rawPayload);
    const stored = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
      rows<{ id: string }>(client, `select id from file where matter_id = $1 and media_type = 'application/zip'`, [matterId]),
    );
    const [file] = stored;
    for (const person of [city.区市场监管局.handlerA, city.区司法局.supervisorA]) {
      expect((await (await pageOf(person)).call({ url: `/api/files/${file?.id ?? ''}?reason=${REASON}` })).statusCode, file?.id).toBe(404);
      const view = await matterView(platform, person.session, matterId, { asOf: null, knownOn: null });
      expect(JSON.stringify([view?.files, view?.timeline.map(({ files }) => files)])).not.toContain(file?.id);
      expect((await (await pageOf(person)).call({ url: `/api/matters/${matterId}/case-file` })).body).not.toContain(file?.id);
    }
    const bureau = await pageOf(city.区司法局.supervisorA);
    for (const query of ['', '?version=1', `?version=1&reason=${REASON}`])
      expect((await bureau.call({ url: `${url}${query}` })).statusCode, query).not.toBe(200);
    expect((await bureau.call({ url: `/api/matters/${matterId}/case-file` })).json()).toMatchObject({ hasArchive: false, packages: [] });
  });

  it('再次归档的另存一个版本，先前的仍在，字节不变；两台服务器同时入库的只存一次；入库以前重新打开的不入库', async () => {
    const page = await pageOf(city.区市场监管局.handlerA);
    const url = `/api/matters/${matterId}/archive-package`;
    const first = (await page.call({ url: `${url}?version=1` })).rawPayload;
    const item = await archivingOf(matterId);
    const again = { ...item, seq: item.seq - 1 };
    await Promise.all([storeArchive(opened, again), storeArchive(opened, again)]);
    const [closed] = await rows<{ on: string }>(database.pool, 'select closed_on::text as on from matter where id = $1', [matterId]);
    await database.pool.query('update matter set closed_on = null where id = $1', [matterId]);
    await storeArchive(opened, { ...item, seq: item.seq - 2 });
    await database.pool.query('update matter set closed_on = $2 where id = $1', [matterId, closed?.on]);
    const { packages } = (await page.call({ url: `/api/matters/${matterId}/case-file` })).json();
    expect(packages).toMatchObject([
      { no: 1, isCurrent: false },
      { no: 2, isCurrent: true },
    ]);
    expect((await page.call({ url: `${url}?version=1` })).rawPayload.equals(first)).toBe(true);
    expect((await page.call({ url })).rawPayload.equals(first)).toBe(false);
  });

  it('别的旗县、别的单位没有；没有这一件的没有；密封的孪生件，原来看得见的人也没有', async () => {
    const urls = [
      `/api/matters/${matterId}/case-file`,
      `/api/matters/${matterId}/case-file/pdf?reason=${REASON}`,
      `/api/matters/${matterId}/archive-package`,
    ];
    for (const person of [city.旗司法局.supervisorA, city.旗市场监管局.head, city.市交通局.handlerA]) {
      const page = await pageOf(person);
      for (const url of urls) expect((await page.call({ url })).statusCode, `${person.name} ${url}`).toBe(404);
    }
    const own = await pageOf(city.区市场监管局.head);
    for (const part of ['case-file', 'case-file/pdf', 'archive-package'])
      expect((await own.call({ url: `/api/matters/${randomUUID()}/${part}` })).statusCode).toBe(404);
    for (const [table, key] of [['matter', 'id'], ...['participant', 'ordinary_penalty', 'document'].map((t) => [t, 'matter_id'])])
      await database.pool.query(`update ${table} set label = 4 where ${key} = $1`, [matterId]);
    for (const person of [city.区市场监管局.head, city.区司法局.supervisorA]) {
      const page = await pageOf(person);
      for (const url of urls) expect((await page.call({ url })).statusCode, `${person.name} ${url}`).toBe(404);
    }
  });
});
