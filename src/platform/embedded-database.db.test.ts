import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '#law';
import { type ChildServer, startChild } from '#testing/child-server';
import { openDatabase, rows } from './db.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded-database.ts';

let made = '';
let folder = '';
const running: EmbeddedDatabase[] = [];
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'faheng-embedded-'));
  const database = await startEmbeddedDatabase(made);
  if (isRefusal(database)) throw new Error(database.reason);
  await database.stop();
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

// Making a database takes seconds on a busy disk: it is made once and copied, owners and all.
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faheng-embedded-'));
  execFileSync('cp', ['-a', `${made}/.`, folder]);
});
afterEach(async () => {
  for (const database of running.splice(0)) await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase(folder);
  if (isRefusal(database)) throw new Error(database.reason);
  running.push(database);
  return database;
}

const startElsewhere = (): Promise<ChildServer> =>
  startChild({ program: 'src/testing/hold-data-folder.ts', args: [folder], ready: /^(holds .*|refused .*)/ });

async function query<Row extends Record<string, unknown>>(url: string, text: string): Promise<Row[]> {
  const { pool, close } = openDatabase(url, { max: 1 });
  try {
    return await rows<Row>(pool, text);
  } finally {
    await close();
  }
}

function emptyDatabaseFolder(): void {
  rmSync(join(folder, 'postgres'), { recursive: true });
  mkdirSync(join(folder, 'postgres'));
}

const urlOf = (server: ChildServer): string => server.said.slice('holds '.length);

describe('自带的数据库', () => {
  it('写入真正落盘，页有校验，登录账号不是超级用户', async () => {
    const { url } = await start();
    const settings = `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
      current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
      (select rolsuper from pg_roles where rolname = current_user) as super`;
    expect(await query(url, settings)).toEqual([{ fsync: 'on', pages: 'on', checksums: 'on', encoding: 'UTF8', super: false }]);
  });

  it('口令文件只有本服务的账号能读', async () => {
    const { url } = await start();
    const password = readFileSync(join(folder, 'secrets', 'database-password'), 'utf8').trim();
    expect(url).toContain(password);
    expect(readdirSync(join(folder, 'run'))).not.toContain('initdb-password');
  });

  it('两个服务同用一个数据文件夹：第二个被拒绝，第一个不受影响', async () => {
    const { url } = await start();
    const second = await startElsewhere();
    expect(second.said).toContain('正被另一个法衡服务使用');
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.kill();
  });

  it('服务被 kill -9，数据库还活着：重新启动接管同一个数据库', async () => {
    const killed = await startElsewhere();
    await query(urlOf(killed), 'create table kept as select 7 as n');
    const [before] = await query<{ at: string }>(urlOf(killed), 'select pg_postmaster_start_time() as at');
    await killed.kill();
    const again = await start();
    expect(again.adopted).toBe(true);
    expect(await query(again.url, 'select pg_postmaster_start_time() as at')).toEqual([before]);
    expect(await query(again.url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('服务与数据库一起被 kill -9：等残留进程退出后恢复，已写入的都在', async () => {
    const killed = await startElsewhere();
    await query(urlOf(killed), 'create table kept as select 7 as n');
    const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await killed.kill();
    const again = await start();
    expect(again.adopted).toBe(false);
    expect(await query(again.url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('只有数据库被 kill -9：服务自己把它再启动起来', async () => {
    const database = await start();
    await query(database.url, 'create table kept as select 7 as n');
    const first = database.postmasterPid();
    process.kill(first, 'SIGKILL');
    while (database.postmasterPid() === first) await sleep(50);
    expect(await query(database.url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('旧的 postmaster.pid 里的进程号被别的进程用上，照常启动', async () => {
    writeFileSync(
      join(folder, 'postgres', 'postmaster.pid'),
      `${process.pid}\n${join(folder, 'postgres')}\n1\n5432\n/nowhere\n\n1 1\nready\n`,
    );
    const again = await start();
    expect(again.adopted).toBe(false);
    expect(await query(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('建库中途被打断，重来时从头建起', async () => {
    renameSync(join(folder, 'postgres'), join(folder, 'postgres.half'));
    const { url } = await start();
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(folder)).not.toContain('postgres.half');
  });

  it('别的大版本的数据拒绝打开，一个字节也不改，并说明先备份再恢复', async () => {
    emptyDatabaseFolder();
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n');
    const outcome = await startEmbeddedDatabase(folder);
    expect(outcome).toMatchObject({ refused: 'database-major', reason: expect.stringMatching(/PostgreSQL 17.*backup.*restore/) });
    expect(readdirSync(join(folder, 'postgres'))).toEqual(['PG_VERSION']);
    expect(readdirSync(folder)).not.toContain('faheng.lock');
  });

  it.runIf(process.getuid?.() === 0)(
    '数据文件夹在别的账号进不去的文件夹里：启动数据库之前说明是哪些文件夹、怎样放行，放行后照常启动',
    async () => {
      const closed = mkdtempSync(join(tmpdir(), 'faheng-closed-'));
      const inner = join(closed, 'inner');
      const data = join(inner, 'data');
      mkdirSync(inner, { mode: 0o700 });
      try {
        const refusal = await startEmbeddedDatabase(data);
        expect(refusal).toMatchObject({ refused: 'data-folder', reason: expect.stringContaining(`请执行 chmod o+x ${closed} ${inner}，`) });
        expect(readdirSync(data)).not.toContain('engine');
        for (const opened of [closed, inner]) chmodSync(opened, 0o711);
        const database = await startEmbeddedDatabase(data);
        expect(isRefusal(database)).toBe(false);
        if (!isRefusal(database)) await database.stop();
      } finally {
        rmSync(closed, { recursive: true, force: true });
      }
    },
  );

  it('不是数据库的文件夹拒绝改动', async () => {
    emptyDatabaseFolder();
    writeFileSync(join(folder, 'postgres', '会议纪要.docx'), '');
    expect(await startEmbeddedDatabase(folder)).toMatchObject({ refused: 'database-folder' });
    expect(readdirSync(join(folder, 'postgres'))).toEqual(['会议纪要.docx']);
  });
});
