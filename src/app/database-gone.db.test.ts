import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '#law';
import { openDatabase, rows } from '#platform/db';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '#platform/embedded-database';
import { type Staff, staff } from '#testing/bureau-staff';
import { type ChildServer, serverPlan, startChild } from '#testing/child-server';
import { BUREAUS, type DocumentWriter, documentWriter, draftOf } from '#testing/document-writers';
import { copyPlantedFolder } from '#testing/planted-folder';

let beside = '';
let own = '';
let database: EmbeddedDatabase;
let server: ChildServer;
let people: Staff;

/** A database server beside the platform, as in production: it can go and come back without the platform's doing. */
async function startDatabase(): Promise<void> {
  const started = await startEmbeddedDatabase(beside);
  if (isRefusal(started)) throw new Error(started.reason);
  database = started;
}

beforeAll(async () => {
  beside = mkdtempSync(join(tmpdir(), 'faheng-beside-'));
  own = mkdtempSync(join(tmpdir(), 'faheng-own-'));
  for (const folder of [beside, own]) await copyPlantedFolder(folder);
  await startDatabase();
  server = await startChild(serverPlan(own, { DATABASE_URL: database.url, REQUESTS_PER_MINUTE: '0' }));
  people = staff();
});
afterAll(async () => {
  await server.kill();
  await database.stop();
  for (const folder of [beside, own]) rmSync(folder, { recursive: true, force: true });
});

const draft = (key: string) =>
  people.act(server.said, 'sf-jd1', '/api/supervision-document/draft', { input: draftOf(BUREAUS.city, key) }, key);

async function writeUntil(writer: DocumentWriter, name: string, over: AbortSignal): Promise<void> {
  for (let serial = 0; !over.aborted; serial += 1) await writer.next(server.said, `gone-${name}-${serial}`).catch(() => sleep(20));
}

async function acknowledgedAndThere(): Promise<number> {
  const inside = openDatabase(database.adminUrl.replace('/postgres?', '/faheng?'), { max: 1 });
  try {
    const [row] = await rows<{ n: number }>(
      inside.pool,
      `select count(distinct i.key)::int as n from act a join idempotency i
         on (i.answer ->> 'matterId')::uuid = a.matter_id and (i.answer ->> 'seq')::int = a.seq`,
    );
    return row?.n ?? 0;
  } finally {
    await inside.close();
  }
}

describe('数据库中断后恢复', () => {
  it('中断时办理和查看都答 503 并说明原因，服务不退出；恢复后自己继续，同一请求编号重发只办一次', async () => {
    const before = await draft('gone-before-1');
    expect(before.status).toBe(200);
    await database.stop();

    const [refused, list] = await Promise.all([draft('gone-while-1'), fetch(`${server.said}/api/session/demo`)]);
    expect(refused.status).toBe(503);
    expect(refused.body).toMatchObject({ error: 'database', reason: expect.stringContaining('未能确认保存') });
    expect(list.status).toBe(503);
    const health = await fetch(`${server.said}/healthz`);
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ database: 'gone' });

    await startDatabase();
    const after = await draft('gone-while-1');
    expect(after.status).toBe(200);
    const again = await draft('gone-while-1');
    expect(again.body).toEqual(after.body);
    expect((await fetch(`${server.said}/healthz`)).status).toBe(200);
  });

  it('多人正在办理时数据库停止又启动三次：已答复的一件不少、不重，其余都答 503', async () => {
    const writers = [BUREAUS.city, BUREAUS.linhe, BUREAUS.urad].map((bureau) => documentWriter(people, bureau));
    const known = await acknowledgedAndThere();
    const over = new AbortController();
    const writing = writers.map((writer, i) => writeUntil(writer, String(i), over.signal));
    const acknowledged = (): number => writers.reduce((sum, w) => sum + w.acknowledged.length, 0);
    for (let round = 0; round < 3; round += 1) {
      const wanted = acknowledged() + 10;
      while (acknowledged() < wanted) await sleep(20);
      await database.stop();
      await sleep(300);
      await startDatabase();
    }
    const wanted = acknowledged() + 10;
    while (acknowledged() < wanted) await sleep(20);
    over.abort();
    await Promise.all(writing);
    expect(
      writers.flatMap((w) => w.surprises),
      server.output(),
    ).toEqual([]);
    // At most one act of each writer was done and not answered.
    const there = (await acknowledgedAndThere()) - known;
    expect(there).toBeGreaterThanOrEqual(acknowledged());
    expect(there).toBeLessThanOrEqual(acknowledged() + writers.length);
    const keys = writers.flatMap((w) => w.acknowledged.map((a) => a.key));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
