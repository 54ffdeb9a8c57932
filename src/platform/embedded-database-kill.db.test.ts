import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type ChildServer, startChild } from '#testing/child-server';
import { killLoop } from '#testing/kill';
import { type Database, openDatabase, rows } from './db.ts';

let folder = '';
const open = new Map<string, Database>();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'faheng-kill-'));
});
afterEach(closeAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function closeAll(): Promise<void> {
  for (const database of open.values()) await database.close();
  open.clear();
}

async function start(): Promise<ChildServer> {
  const server = await startChild({ program: 'src/testing/hold-data-folder.ts', args: [folder], ready: /^holds (.*)/ });
  await poolOf(server).query('create table if not exists kept (id text not null)');
  return server;
}

function poolOf(server: ChildServer): Database['pool'] {
  const key = `${server.pid} ${server.said}`;
  const database = open.get(key) ?? openDatabase(server.said, { max: 4 });
  open.set(key, database);
  return database.pool;
}

/** By turns the server alone, the database alone, and both. */
async function kill(server: ChildServer, round: number): Promise<void> {
  const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  if (round % 3 > 0) process.kill(postmaster, 'SIGKILL');
  if (round % 3 !== 1) await server.kill();
  else await server.stop();
  await closeAll();
}

it('服务与数据库在任意时刻被 kill -9：已确认的写入一条不少，也不重复', async () => {
  const report = await killLoop({
    kills: Number(process.env['KILLS'] ?? 3),
    writers: 4,
    longestLife: 400,
    random: Math.random,
    start,
    write: async (server, id) => {
      await poolOf(server).query('insert into kept values ($1)', [id]);
    },
    read: async (server) => (await rows<{ id: string }>(poolOf(server), 'select id from kept')).map(({ id }) => id),
    kill,
  });
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report).toMatchObject({ lost: [], doubled: [] });
});
