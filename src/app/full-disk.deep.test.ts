import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '#law';
import { databaseTrouble, openDatabase, rows } from '#platform/db';
import { startEmbeddedDatabase } from '#platform/embedded-database';
import { type ChildServer, serverPlan, startChild } from '#testing/child-server';

const MEBIBYTE = 1024 ** 2;
let disk = '';
const isRoot = process.getuid?.() === 0 && process.platform === 'linux';

beforeEach(() => {
  disk = mkdtempSync(join(tmpdir(), 'faheng-disk-'));
  if (isRoot) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=700m,mode=0711', 'tmpfs', disk]);
});
afterEach(() => {
  if (isRoot) execFileSync('umount', ['--lazy', disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** Leaves about `left` bytes free. */
function fill(left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - left)));
}

const empty = (): void => rmSync(join(disk, 'filler'), { force: true });

async function insertUntilRefused(pool: ReturnType<typeof openDatabase>['pool'], acknowledged: number[]): Promise<unknown> {
  for (let id = acknowledged.length; ; id += 1) {
    try {
      await pool.query('insert into kept values ($1, $2)', [id, Buffer.alloc(100_000, id % 251)]);
      acknowledged.push(id);
    } catch (error) {
      return error;
    }
  }
}

describe.runIf(isRoot)('磁盘写满', () => {
  it('数据库说磁盘已满，仍可查看；腾出空间后继续办理，已确认的一条不少，重启后也在', async () => {
    const first = await startEmbeddedDatabase(disk);
    if (isRefusal(first)) throw new Error(first.reason);
    const database = openDatabase(first.url, { max: 2 });
    await database.pool.query('create table kept (id int primary key, body bytea not null)');
    await database.pool.query('alter table kept alter body set storage external');
    const acknowledged: number[] = [];
    fill(20 * MEBIBYTE);
    const error = await insertUntilRefused(database.pool, acknowledged);
    expect(['full', 'gone']).toContain(databaseTrouble(error));
    empty();
    let count = -1;
    while (count < 0) count = (await rows<{ n: number }>(database.pool, 'select count(*) as n from kept').catch(() => []))[0]?.n ?? -1;
    expect(count).toBe(acknowledged.length);
    await database.pool.query('insert into kept values ($1, $2)', [acknowledged.length, Buffer.alloc(10)]);
    await database.close();
    await first.stop();
    const again = await startEmbeddedDatabase(disk);
    if (isRefusal(again)) throw new Error(again.reason);
    const reopened = openDatabase(again.url, { max: 1 });
    expect(await rows(reopened.pool, 'select count(*) as n from kept')).toEqual([{ n: acknowledged.length + 1 }]);
    await reopened.close();
    await again.stop();
  });

  it('余量不足时服务只读并答 507，腾出空间后自己恢复', async () => {
    const server = await startChild(serverPlan(disk));
    try {
      await untilActAnswers(server, (status) => status !== 507);
      fill(50 * MEBIBYTE);
      await untilActAnswers(server, (status) => status === 507);
      expect(await (await fetch(`${server.said}/healthz`)).json()).toMatchObject({ status: 'ok', disk: 'read-only' });
      empty();
      await untilActAnswers(server, (status) => status !== 507);
      expect(await server.stop()).toBe(0);
    } finally {
      await server.kill();
    }
  });
});

async function untilActAnswers(server: ChildServer, isWanted: (status: number) => boolean): Promise<void> {
  for (;;) {
    const headers = { 'content-type': 'application/json', 'x-faheng': '1' };
    const answer = await fetch(`${server.said}/api/case-supervision/open`, { method: 'POST', headers, body: '{}' });
    if (isWanted(answer.status)) return;
    await sleep(200);
  }
}
