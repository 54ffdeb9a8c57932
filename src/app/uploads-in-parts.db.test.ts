import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindsOf } from '#platform/acts/kinds';
import { inTransaction, rows } from '#platform/db';
import { folderStore } from '#platform/files';
import { fileRoutes } from '#platform/http/file-routes';
import { uploadRoutes } from '#platform/http/upload-routes';
import type { Identity } from '#platform/identity/identity';
import { digestOf } from '#platform/identity/keys';
import { SYSTEM_PREAMBLE, sessionPreamble } from '#platform/session';
import { clearUnfinished, UNFINISHED_KEPT_MS } from '#platform/uploads/clear';
import { UPLOAD_LIMITS } from '#platform/uploads/limits';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { aPerson, browser, type TestBrowser, testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { openUploads, uploadInParts } from '#ui/api/upload-in-parts.ts';
import { setUpErrors } from './errors.ts';

const MIB = 1024 * 1024;
const now = ANCHOR_MORNING;
let free = 1e13;
let database: TestDatabase;
let identity: Identity;
let city: TestCity;
let folder: string;
let app: FastifyInstance;
let page: TestBrowser;
let stranger: TestBrowser;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'uploads-'));
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => now);
  await letThemSignIn(identity, city.world);
  app = await aServer();
  page = await browserOf(app, identity, city.区市场监管局.handlerA);
  stranger = await browserOf(app, identity, city.区市场监管局.handlerB);
});
afterAll(async () => {
  await app?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A server over the same database and folder: started anew, it has counted nothing itself. */
async function aServer(): Promise<FastifyInstance> {
  const blobs = folderStore(folder);
  const platform = await testPlatform(database.pool, () => now, kindsOf([]));
  const limits = { ...UPLOAD_LIMITS, largest: 30 * MIB, piece: 4 * MIB, open: 12 };
  const server = await testServer(identity, async (on) => {
    setUpErrors(on);
    await on.register(uploadRoutes, { pool: database.pool, now: () => now, blobs, limits, disk: { space: () => ({ free, total: 1e13 }) } });
    await on.register(fileRoutes, { platform, blobs });
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  return server;
}

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const open = (name: string, size: number, more = {}, by = page) =>
  by.call({ method: 'POST', url: '/api/uploads', payload: { name, size, ...more } });
async function opened(name: string, size: number, more = {}): Promise<string> {
  const answer = await open(name, size, more);
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json().id;
}
const piece = (id: string, offset: number, bytes: Buffer, more = {}, by = page) =>
  by.call({
    ...{ method: 'PATCH', url: `/api/uploads/${id}`, payload: bytes },
    headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', ...more },
  });
const finish = (id: string, more = {}, by = page) => by.call({ method: 'POST', url: `/api/uploads/${id}/finish`, payload: more });
const told = async (id: string): Promise<number> => (await page.call({ url: `/api/uploads/${id}` })).json().offset;

/** Sends a piece over a real connection and breaks it after `until` bytes. */
function cutOff(server: FastifyInstance, id: string, offset: number, bytes: Buffer, until: number): Promise<void> {
  const { port } = server.server.address() as AddressInfo;
  return new Promise((resolve) => {
    const sending = request({
      ...{ port, host: '127.0.0.1', method: 'PATCH', path: `/api/uploads/${id}` },
      headers: {
        ...{ host: 'localhost:80', origin: 'http://localhost:80', 'x-faheng': '1', cookie: page.cookie() },
        ...{ 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', 'content-length': String(bytes.length) },
      },
    });
    sending.on('error', () => undefined).on('close', () => resolve());
    sending.write(bytes.subarray(0, until), () => sending.destroy());
  });
}

/** The server notices a broken connection a moment later: asked until it tells the same twice. */
async function settled(id: string): Promise<number> {
  let last = await told(id);
  for (;;) {
    const next = await told(id);
    if (next === last) return next;
    last = next;
  }
}

describe('分段上传：断了接着传，字节不差', () => {
  it('在随机的位置中断五十次，其间服务器重启、磁盘上多出未确认的字节，传完与原文件完全相同', async () => {
    const bytes = randomBytes(9 * MIB + 12_345);
    const id = await opened('现场录像.mp4', bytes.length, { mark: '现场录像' });
    let server = app;
    for (let cut = 0; cut < 50; cut += 1) {
      const offset = await settled(id);
      const whole = bytes.subarray(offset, Math.min(bytes.length, offset + 300_000 + 4_000 * cut));
      await cutOff(server, id, offset, whole, 1 + Math.floor((whole.length - 1) * ((cut * 0.618) % 1)));
      if (cut % 20 !== 19) continue;
      const came = await settled(id);
      if (server !== app) await server.close();
      server = await aServer();
      page = browser(server, page.cookie());
      await truncate(join(folder, 'parts', id), came + 777);
    }
    for (let offset = await settled(id); offset < bytes.length; ) {
      const answer = await piece(id, offset, bytes.subarray(offset, offset + 4 * MIB));
      offset = answer.json().offset;
    }
    const file = (await finish(id, { mark: '现场录像', size: bytes.length })).json();
    expect(file).toEqual({ id, name: '现场录像.mp4', size: bytes.length, sha256: digest(bytes) });
    expect(digest(await readFile(join(folder, file.sha256.slice(0, 2), file.sha256)))).toBe(digest(bytes));
    expect((await finish(id)).json()).toEqual(file);
    expect(await readdir(join(folder, 'parts'))).toEqual([]);
    page = browser(app, page.cookie());
    if (server !== app) await server.close();
  });

  it('同一个文件传两份：各是各的，字节只存一处', async () => {
    const bytes = randomBytes(50_000);
    const [first, second] = [await opened('甲.pdf', bytes.length), await opened('乙.pdf', bytes.length)];
    await Promise.all([first, second].map((id) => piece(id, 0, bytes)));
    const answers = await Promise.all([first, second].map((id) => finish(id)));
    expect(answers.map((answer) => answer.json().id)).toEqual([first, second]);
    expect(new Set(answers.map((answer) => answer.json().sha256))).toEqual(new Set([digest(bytes)]));
    const stored = await asSystem('select count(*)::int as n from blob where sha256 = $1', [digest(bytes)]);
    expect(stored).toEqual([{ n: 1 }]);
  });

  it('两处同时传同一段：只收一份，另一处得知从哪里接着传', async () => {
    const bytes = randomBytes(200_000);
    const id = await opened('同传.pdf', bytes.length);
    const answers = await Promise.all([0, 1, 2].map(() => piece(id, 0, bytes.subarray(0, 100_000))));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409, 409]);
    for (const answer of answers) expect(answer.json().offset).toBe(100_000);
    expect((await piece(id, 100_000, bytes.subarray(100_000))).json()).toEqual({ offset: 200_000 });
    expect((await finish(id)).json().sha256).toBe(digest(bytes));
  });
});

describe('网页上的分段上传', () => {
  /** What a browser adds to a call of its page: the address and the cookie. */
  function asBrowser(): () => void {
    const plain = globalThis.fetch;
    const { port } = app.server.address() as AddressInfo;
    globalThis.fetch = (path, init) =>
      plain(`http://127.0.0.1:${port}${String(path)}`, {
        ...init,
        headers: { ...Object.fromEntries(new Headers(init?.headers)), origin: `http://127.0.0.1:${port}`, cookie: page.cookie() },
      });
    return () => {
      globalThis.fetch = plain;
    };
  }
  const chosen = (bytes: Buffer): File => new File([new Uint8Array(bytes)], '讯问录像.mp4', { lastModified: ANCHOR_MORNING });

  it('传到一半暂停、关掉页面，重新选择同一文件接着传；选的是改过的文件则另传一份', async () => {
    const leave = asBrowser();
    const bytes = randomBytes(9 * MIB);
    const pausing = new AbortController();
    const halfWay = (share: number): void => {
      if (share > 0.2) pausing.abort();
    };
    await expect(uploadInParts(chosen(bytes), halfWay, pausing.signal)).rejects.toThrow();
    const [waiting] = (await openUploads()).uploads;
    expect(waiting?.offset).toBeGreaterThan(0);
    const shares: number[] = [];
    const file = await uploadInParts(chosen(bytes), (share) => shares.push(share), new AbortController().signal);
    expect([file.id, file.sha256, shares[0]]).toEqual([waiting?.id, digest(bytes), Number(waiting?.offset) / bytes.length]);
    bytes.fill(7, 0, 10);
    const other = await uploadInParts(chosen(bytes), () => undefined, new AbortController().signal);
    expect([other.id === file.id, other.sha256]).toEqual([false, digest(bytes)]);
    leave();
  });
});

describe('分段上传：收下的不对就不收', () => {
  it.each([
    ['开始时写明的摘要不同', { sha256: 'a'.repeat(64) }, {}],
    ['传完时写明的摘要不同', {}, { sha256: 'b'.repeat(64) }],
    ['传完时大小变了', {}, { size: 1001 }],
    ['传完时修改时间、抽样变了', { mark: '改前' }, { mark: '改后' }],
  ])('%s：文件在上传中改变，作废重来', async (_what, opening, closing) => {
    const id = await opened('账册.pdf', 1000, opening);
    await piece(id, 0, randomBytes(1000));
    const answer = await finish(id, closing);
    expect([answer.statusCode, answer.json().error, answer.json().reason]).toEqual([
      409,
      'file-changed',
      expect.stringContaining('文件在上传中改变'),
    ]);
    expect((await finish(id)).statusCode).toBe(404);
    expect(await readdir(join(folder, 'parts'))).toEqual([]);
  });

  it('没有传完的不能完成；超出申报大小的一段、过长的一段、传输中损坏的一段，一个字节不收', async () => {
    const bytes = randomBytes(5 * MIB);
    const id = await opened('账册.pdf', bytes.length);
    expect((await piece(id, 0, bytes)).statusCode).toBe(413);
    expect((await piece(id, 0, bytes.subarray(0, 1000), { 'upload-checksum': digest(bytes) })).json().error).toBe('damaged');
    const checked = { 'upload-checksum': digest(bytes.subarray(0, 4 * MIB)) };
    expect((await piece(id, 0, bytes.subarray(0, 4 * MIB), checked)).json()).toEqual({ offset: 4 * MIB });
    expect((await piece(id, 4 * MIB, randomBytes(MIB + 1))).json().error).toBe('too-long');
    expect((await finish(id)).json()).toMatchObject({ error: 'offset', offset: 4 * MIB });
    expect(await told(id)).toBe(4 * MIB);
    expect((await page.call({ method: 'DELETE', url: `/api/uploads/${id}` })).statusCode).toBe(204);
  });

  it('已收下的在磁盘上被改动或者丢失：从头再传，不带着错误的字节完成', async () => {
    const bytes = randomBytes(3000);
    const id = await opened('账册.pdf', 3000);
    await piece(id, 0, bytes.subarray(0, 2000));
    await writeFile(join(folder, 'parts', id), randomBytes(2000));
    const after = await aServer();
    const again = browser(after, page.cookie());
    expect((await again.call({ url: `/api/uploads/${id}` })).json().offset).toBe(0);
    expect((await piece(id, 0, bytes, {}, again)).json()).toEqual({ offset: 3000 });
    await rm(join(folder, 'parts', id));
    expect((await finish(id, {}, again)).json()).toMatchObject({ error: 'offset', offset: 0 });
    await piece(id, 0, bytes, {}, again);
    expect((await finish(id, {}, again)).json().sha256).toBe(digest(bytes));
    await after.close();
  });

  it('空文件、过大的、类型不接受的、磁盘放不下的、没有传完的太多：写明原因', async () => {
    expect((await open('空.pdf', 0)).json().reason).toBe('文件是空的');
    expect((await open('大.mp4', 30 * MIB + 1)).json().reason).toContain('超过30MB');
    expect((await open('页.html', 10)).json().reason).toContain('不接受“页.html”');
    for (const name of ['手机.MOV', '照片.heic', '记录仪.avi', '录音.amr', '录音.aac', '旧手机.3gp'])
      expect([name, (await open(name, 10)).statusCode]).toEqual([name, 201]);
    free = 1e9;
    expect([(await open('大.mp4', 20 * MIB)).statusCode]).toEqual([507]);
    free = 1e13;
    for (let n = 0; n < 12; n += 1) await open('占位.pdf', 10, {}, stranger);
    expect((await open('再一个.pdf', 10, {}, stranger)).json().error).toBe('quota');
  });

  it.runIf(process.platform === 'linux')('写到一半磁盘满了：答复磁盘已满，传到哪里不变，有地方以后接着传', async () => {
    const bytes = randomBytes(3000);
    const id = await opened('账册.pdf', 3000);
    await symlink('/dev/full', join(folder, 'parts', id));
    expect((await piece(id, 0, bytes)).statusCode).toBe(507);
    expect(await told(id)).toBe(0);
    await rm(join(folder, 'parts', id));
    expect((await piece(id, 0, bytes)).json()).toEqual({ offset: 3000 });
    expect((await finish(id)).json().sha256).toBe(digest(bytes));
  });
});

const asSystem = (sql: string, values: unknown[] = []) =>
  inTransaction(database.pool, SYSTEM_PREAMBLE, (client) => rows(client, sql, values));

describe('分段上传：有自有系统的单位凭密钥，与人员一样接着传', () => {
  const keys = { own: `fhk_${'A2B3'.repeat(13)}`, other: `fhk_${'C4D5'.repeat(13)}`, narrow: `fhk_${'E6F7'.repeat(13)}` };
  beforeAll(async () => {
    for (const [name, scopes] of [
      ['own', '{cases.write}'],
      ['other', '{cases.write}'],
      ['narrow', '{penalty-records.write}'],
    ] as const) {
      const machine = await aPerson(identity, [{ organisationId: city.区市场监管局.id, role: 'machine', labelMax: 2 }], { name });
      await database.pool.query(
        `insert into machine_key (id, name, key_hash, account_id, post_id, scopes, created_at, expires_at)
         values (gen_random_uuid(), '对接', $1, $2, $3, $4, '2026-01-01', '2026-12-31')`,
        [digestOf(keys[name]), machine.accountId, machine.postIds[0], scopes],
      );
    }
  });
  const headersOf = (key: string) => ({ authorization: `Bearer ${key}` });
  const opening = (key: string) =>
    app.inject({ method: 'POST', url: '/api/uploads', headers: headersOf(key), payload: { name: '记录仪.mp4', size: 3000 } });
  const sends = (key: string, id: string, offset: number, bytes: Buffer) =>
    app.inject({
      ...{ method: 'PATCH', url: `/api/uploads/${id}`, payload: bytes },
      headers: { ...headersOf(key), 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    });

  it('从断的地方接着传，摘要相同；别的密钥看不到，权限不够的不能传', async () => {
    const bytes = randomBytes(3000);
    const { id } = (await opening(keys.own)).json<{ id: string }>();
    expect((await sends(keys.own, id, 0, bytes.subarray(0, 1000))).json()).toEqual({ offset: 1000 });
    expect((await sends(keys.own, id, 2000, bytes.subarray(2000))).json()).toMatchObject({ error: 'offset', offset: 1000 });
    const seen = (key: string) => app.inject({ url: `/api/uploads/${id}`, headers: headersOf(key) });
    expect((await seen(keys.own)).json()).toMatchObject({ offset: 1000 });
    expect([(await seen(keys.other)).statusCode, (await sends(keys.other, id, 1000, bytes.subarray(1000))).statusCode]).toEqual([404, 404]);
    const others = { headers: headersOf(keys.other) };
    expect((await app.inject({ ...others, url: '/api/uploads' })).json()).toEqual({ uploads: [] });
    for (const [method, url] of [
      ['POST', `/api/uploads/${id}/finish`],
      ['DELETE', `/api/uploads/${id}`],
    ] as const)
      expect((await app.inject({ ...others, method, url, ...(method === 'POST' ? { payload: {} } : {}) })).statusCode, url).toBe(404);
    expect([(await opening(keys.narrow)).statusCode, (await seen(keys.narrow)).statusCode]).toEqual([401, 401]);
    expect((await sends(keys.own, id, 1000, bytes.subarray(1000))).json()).toEqual({ offset: 3000 });
    const finishing = { method: 'POST', url: `/api/uploads/${id}/finish`, headers: headersOf(keys.own), payload: {} } as const;
    expect((await app.inject(finishing)).json()).toMatchObject({ name: '记录仪.mp4', size: 3000, sha256: digest(bytes) });
  });
});

describe('分段上传：除上传人外谁也看不到', () => {
  it('同一单位的同事、领导和数据库里的行级权限都看不到、改不了、传不完、丢不掉', async () => {
    const id = await opened('线索.pdf', 100, { mark: '线索' });
    const bytes = randomBytes(100);
    const head = await browserOf(app, identity, city.区市场监管局.head);
    for (const other of [stranger, head]) {
      expect((await other.call({ url: `/api/uploads/${id}` })).statusCode).toBe(404);
      expect((await piece(id, 0, bytes, {}, other)).statusCode).toBe(404);
      expect((await finish(id, {}, other)).statusCode).toBe(404);
      expect((await other.call({ method: 'DELETE', url: `/api/uploads/${id}` })).statusCode).toBe(404);
      expect((await other.call({ url: '/api/uploads' })).body).not.toContain('线索');
    }
    const session = city.区市场监管局.head.session;
    expect(
      await inTransaction(database.pool, sessionPreamble(session, now), (client) =>
        rows(client, 'select * from upload where id = $1', [id]),
      ),
    ).toEqual([]);
    await piece(id, 0, bytes);
    await finish(id);
    expect((await finish(id, {}, stranger)).statusCode).toBe(404);
    expect((await stranger.call({ url: `/api/files/${id}` })).statusCode).toBe(404);
    expect((await page.call({ url: '/api/uploads' })).json().uploads).not.toContainEqual(expect.objectContaining({ id }));
  });

  it('三日没有再传的清除，行和字节一起；正在传的不动', async () => {
    const [old, fresh] = [await opened('旧.pdf', 20), await opened('新.pdf', 20)];
    for (const id of [old, fresh]) await piece(id, 0, randomBytes(10));
    const touched = (id: string, at: number) =>
      asSystem('update upload set touched_at = $2 where id = $1', [id, new Date(at).toISOString()]);
    await touched(old, now - UNFINISHED_KEPT_MS);
    await touched(fresh, now - UNFINISHED_KEPT_MS + 1);
    await clearUnfinished({ pool: database.pool, now: () => now }, folderStore(folder).parts);
    const left = await asSystem('select id from upload where id = any($1)', [[old, fresh]]);
    expect([left, await readdir(join(folder, 'parts'))]).toEqual([[{ id: fresh }], [fresh]]);
  });
});

describe('查看附件可以只取一段（录像能够拖动）', () => {
  it('按范围取：中间一段、最后几个字节、超出末尾、从末尾之后开始', async () => {
    const bytes = randomBytes(1000);
    const id = await opened('录像.mp4', 1000);
    await piece(id, 0, bytes);
    await finish(id);
    const part = async (range: string) => {
      const answer = await page.call({ url: `/api/files/${id}`, headers: { range } });
      return [answer.statusCode, answer.headers['content-range'], answer.rawPayload.equals(bytes.subarray(...spanOf(range)))];
    };
    const spanOf = (range: string): [number, number] =>
      (({ 'bytes=100-199': [100, 200], 'bytes=-5': [995, 1000], 'bytes=990-5000': [990, 1000] })[range] as [number, number]) ?? [0, 0];
    expect(await part('bytes=100-199')).toEqual([206, 'bytes 100-199/1000', true]);
    expect(await part('bytes=-5')).toEqual([206, 'bytes 995-999/1000', true]);
    expect(await part('bytes=990-5000')).toEqual([206, 'bytes 990-999/1000', true]);
    expect((await part('bytes=1000-')).slice(0, 2)).toEqual([416, 'bytes */1000']);
    const whole = await page.call({ url: `/api/files/${id}` });
    expect([whole.statusCode, whole.headers['accept-ranges'], whole.rawPayload.equals(bytes)]).toEqual([200, 'bytes', true]);
  });
});
