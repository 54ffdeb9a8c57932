import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PENALTY_RECORD } from '#enforcement/penalty-records';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { folderStore } from '#platform/files';
import { fileRoutes } from '#platform/http/file-routes';
import { identityKeys } from '#platform/identity/keys';
import { loadLawContext } from '#platform/law-context';
import { type ChildServer, startChild } from '#testing/child-server';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { type TestBrowser, testIdentity, testServer } from '#testing/identity';
import { csvText, examine, heldAt, numbersOf } from '#testing/kill-import';
import { importRoutes } from './import-routes.ts';

const DECISIONS = 1_000;
const IMPORTS = '/api/penalty-records/imports';
const KEY = randomBytes(32);

let database: TestDatabase;
let app: FastifyInstance;
let city: TestCity;
let browser: TestBrowser;
let worker: ChildServer | null = null;
const folder = mkdtempSync(join(tmpdir(), 'faheng-kill-import-'));

beforeAll(async () => {
  database = await testDatabase();
  const { pool } = database;
  ({ city } = await seedTestCity(pool));
  const identity = { ...testIdentity(pool, () => ANCHOR_MORNING), keys: identityKeys(KEY) };
  await letThemSignIn(identity, city.world);
  const law = await loadLawContext(pool);
  const platform = { pool, kinds: kindsOf([anyKind(PENALTY_RECORD)]), now: identity.now, law: () => law, reactsTo: new Set<string>() };
  const opened = { platform, identity, blobs: folderStore(folder) };
  app = await testServer(identity, async (server) => {
    await server.register(fileRoutes, opened);
    await importRoutes(server, opened);
  });
  browser = await browserOf(app, identity, city.区市场监管局.handlerA);
});
afterAll(async () => {
  await worker?.kill();
  await app?.close();
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A worker that came `minutes` after the first: by then the lease of one that was killed has run out. */
function startWorker(minutes: number): Promise<ChildServer> {
  const moment = String(ANCHOR_MORNING + minutes * 60_000);
  const env = { DATABASE_URL: database.url, BLOBS: folder, KEY: KEY.toString('hex'), MOMENT: moment };
  return startChild({ program: 'src/testing/import-worker.ts', env, ready: /^(works off loads)/ });
}

async function post<T>(url: string, payload: string | object, type = 'application/json'): Promise<T> {
  const answer = await browser.call({ method: 'POST', url, headers: { 'content-type': type }, payload });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<T>();
}

async function startedJob(): Promise<string> {
  const head = '--faheng\r\ncontent-disposition: form-data; name="file"; filename="load.csv"\r\ncontent-type: text/csv\r\n\r\n';
  const form = `${head}${csvText(city.区市场监管局.name, DECISIONS)}\r\n--faheng--\r\n`;
  const { id: file } = await post<{ id: string }>('/api/files', form, 'multipart/form-data; boundary=faheng');
  const { id } = await post<{ id: string }>(IMPORTS, { file, fileKind: 'publicity' });
  await post(`${IMPORTS}/${id}/start`, {});
  return id;
}

it('导入中途办理的进程被 kill -9：每一行恰好入库一次，四个数字对得上，链与推演一致（细则第八条第十二项）', async () => {
  const job = await startedJob();
  const first = await startWorker(0);
  const passed = await heldAt(database, job, 300, first.kill);
  expect(passed).toBeGreaterThanOrEqual(300);
  expect(passed).toBeLessThan(DECISIONS);
  worker = await startWorker(5);
  const state = async () => (await browser.call({ method: 'GET', url: `${IMPORTS}/${job}` })).json<{ state: string }>().state;
  await expect.poll(state, { timeout: 120_000, interval: 100 }).not.toMatch(/queued|running/);
  expect(await examine(database, job, DECISIONS)).toEqual({
    ...{ state: 'done', counts: numbersOf(DECISIONS), lost: [], doubled: [], wrongLines: 0, faults: [] },
  });
});
