import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DiskWatch, watchDisk } from '#platform/data-folder-space';
import { migrateDown } from '#platform/migrate';
import { type TestDatabase, testDatabase } from '#testing/database';
import { setUpFullDisk } from './full-disk.ts';
import { setUpHealth } from './health.ts';

const GIB = 1024 ** 3;
const diskWith = (free: number): Promise<DiskWatch> => watchDisk('/data', 60_000, async () => ({ free, total: 100 * GIB }));

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function appWith(disk: DiskWatch, databaseUrl: string) {
  const app = fastify();
  setUpFullDisk(app, disk);
  setUpHealth(app, { disk, databaseUrl });
  app.post('/api/act', async () => ({ done: true }));
  app.post('/api/session', async () => ({ done: true }));
  app.get('/api/list', async () => []);
  return app;
}

describe('GET /healthz', () => {
  it('数据库连得上、结构已升级：200', async () => {
    const app = await appWith(await diskWith(50 * GIB), database.url);
    const answer = await app.inject('/healthz');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ status: 'ok', database: 'reachable', migrations: 'done', disk: 'writable', freeBytes: 50 * GIB });
    await app.close();
  });

  it('数据库连不上：503', async () => {
    const app = await appWith(await diskWith(50 * GIB), 'postgresql://nobody:x@127.0.0.1:1/none');
    const answer = await app.inject('/healthz');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ status: 'unavailable', database: 'gone' });
    await app.close();
  });

  it('数据库结构还没有升级：503', async () => {
    const old = await testDatabase();
    await migrateDown(old.db, '202611240810_platform_extensions');
    const app = await appWith(await diskWith(50 * GIB), old.url);
    const answer = await app.inject('/healthz');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ database: 'reachable', migrations: 'pending' });
    await app.close();
    await old.close();
  });
});

describe('磁盘空间不足', () => {
  it('办理一律答 507 并说明原因，登录和查看照常，健康检查仍是 200', async () => {
    const app = await appWith(await diskWith(1 * GIB), database.url);
    const written = await app.inject({ method: 'POST', url: '/api/act', payload: {} });
    expect(written.statusCode).toBe(507);
    expect(written.json()).toMatchObject({ error: 'disk', reason: expect.stringContaining('磁盘空间不足') });
    expect((await app.inject('/api/list')).statusCode).toBe(200);
    expect((await app.inject({ method: 'POST', url: '/api/session', payload: {} })).statusCode).toBe(200);
    const health = await app.inject('/healthz');
    expect(health.statusCode).toBe(200);
    expect(health.json()).toMatchObject({ disk: 'read-only' });
    await app.close();
  });

  it('空间够用时办理照常', async () => {
    const app = await appWith(await diskWith(5 * GIB), database.url);
    expect((await app.inject({ method: 'POST', url: '/api/act', payload: {} })).statusCode).toBe(200);
    await app.close();
  });
});
