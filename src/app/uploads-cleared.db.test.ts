import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '#law';
import { makeBackup } from '#platform/backup/make';
import { clearUploads, UPLOAD_KEPT_MS } from '#platform/clear-uploads';
import { type DataFolder, openDataFolder } from '#platform/data-folder';
import { type Client, inTransaction, type Pool, rows } from '#platform/db';
import { type BlobStore, folderStore, type ReceivedBlob, storeFile } from '#platform/files';
import { type Session, SYSTEM_PREAMBLE, sessionPreamble } from '#platform/session';
import { verifyBlobs } from '#platform/verify-blobs';
import { ANCHOR_MORNING, seedTestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';

let root = '';
let data: DataFolder;
let blobs: BlobStore;
let database: TestDatabase;
let by: Session;
let organisationId = '';
let now = ANCHOR_MORNING;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'faheng-cleared-'));
  const opened = openDataFolder(join(root, 'data'));
  if (isRefusal(opened)) throw new Error(opened.reason);
  data = opened;
  blobs = folderStore(data.files);
  database = await testDatabase();
  const { city } = await seedTestCity(database.pool);
  by = city.市交通局.handlerA.session;
  organisationId = city.市交通局.id;
});
afterAll(async () => {
  await database?.close();
  await rm(root, { recursive: true, force: true });
});

const asPerson = <T>(work: (client: Client) => Promise<T>): Promise<T> => inTransaction(database.pool, sessionPreamble(by, now), work);
const asSystem = <T>(work: (client: Client) => Promise<T>): Promise<T> => inTransaction(database.pool, SYSTEM_PREAMBLE, work);
const clear = (store = blobs): Promise<number> => clearUploads({ pool: database.pool, now: () => now }, store);
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function receive(text: string): Promise<ReceivedBlob> {
  const received = await blobs.receive(Buffer.from(text));
  if (received === null) throw new Error('refused');
  return received;
}
const described = (id: string) => ({
  ...{ id, city: by.city, name: '证明.pdf', mediaType: 'application/pdf', uploadedBy: by.accountId, matter: null },
  at: new Date(now).toISOString(),
});
async function upload(text: string): Promise<string> {
  const [id, received] = [randomUUID(), await receive(text)];
  await asPerson((client) => storeFile(client, received, described(id)));
  return id;
}
/** What is left of a file and of its bytes: 行 (row), 字节的记录 (row of the bytes), 字节. */
async function left(id: string, text: string): Promise<readonly string[]> {
  const sha256 = digestOf(text);
  return asSystem(async (client) => [
    ...((await rows(client, 'select from file where id = $1', [id])).length > 0 ? ['行'] : []),
    ...((await rows(client, 'select from blob where sha256 = $1', [sha256])).length > 0 ? ['字节的记录'] : []),
    ...((await blobs.has(sha256)) ? ['字节'] : []),
  ]);
}
const ALL = ['行', '字节的记录', '字节'];
const later = (ms: number): void => {
  now += ms;
};
const keepDraft = (subject: string, body: unknown) =>
  asPerson((client) =>
    client.query('insert into draft (account_id, subject, body, saved_at) values ($1, $2, $3, now())', [
      by.accountId,
      subject,
      JSON.stringify(body),
    ]),
  );

describe('上传后无人使用的附件，24小时后清除（行与字节）', () => {
  it('差一毫秒满24小时还在，满24小时即清除', async () => {
    const id = await upload('无人使用');
    later(UPLOAD_KEPT_MS - 1);
    await clear();
    expect(await left(id, '无人使用')).toEqual(ALL);
    later(1);
    expect(await clear()).toBe(1);
    expect(await left(id, '无人使用')).toEqual([]);
    expect(await clear()).toBe(0);
  });

  it('已由办理附上的、草稿写明的留下；草稿提交或者删除后才清除', async () => {
    const [attached, drafted] = [await upload('已附上'), await upload('在草稿里')];
    await asSystem((client) =>
      client.query('update file set cohort = 2026, matter_id = gen_random_uuid(), seq = 1 where id = $1', [attached]),
    );
    await keepDraft('someone/draft', { typed: [{ rows: [{ proof: [{ id: drafted, name: '证明.pdf', size: 4 }] }] }] });
    later(UPLOAD_KEPT_MS * 30);
    await clear();
    expect([await left(attached, '已附上'), await left(drafted, '在草稿里')]).toEqual([ALL, ALL]);
    await asPerson((client) => client.query('delete from draft where subject = $1', ['someone/draft']));
    await clear();
    expect([await left(attached, '已附上'), await left(drafted, '在草稿里')]).toEqual([ALL, []]);
  });

  it('导入任务所读的字节留下：上传的行清除，任务照样能读', async () => {
    const id = await upload('一份处罚决定');
    await asSystem((client) =>
      client.query(
        `insert into import_job (id, city, origin, organisation_id, account_id, post_id, region_ord, line_ord, label, sha256, file_kind, state, phase, head, created_at)
         values (gen_random_uuid(), 1508, 'file', $1, $2, $3, 1, 1, 2, $4, 'publicity', 'ready', 'rows', '{}', now())`,
        [organisationId, by.accountId, by.postId, digestOf('一份处罚决定')],
      ),
    );
    later(UPLOAD_KEPT_MS);
    await clear();
    expect(await left(id, '一份处罚决定')).toEqual(['字节的记录', '字节']);
  });

  it('几个附件字节相同：最后一个清除时字节才离开', async () => {
    const first = await upload('同样的字节');
    later(UPLOAD_KEPT_MS / 2);
    const second = await upload('同样的字节');
    later(UPLOAD_KEPT_MS / 2);
    await clear();
    expect([await left(first, '同样的字节'), await left(second, '同样的字节')]).toEqual([['字节的记录', '字节'], ALL]);
    later(UPLOAD_KEPT_MS / 2);
    await clear();
    expect(await left(second, '同样的字节')).toEqual([]);
  });

  it('正由办理取用的跳过，不等它', async () => {
    const id = await upload('正在办理');
    later(UPLOAD_KEPT_MS);
    await asPerson(async (client) => {
      await client.query('select from file where id = $1 for no key update', [id]);
      await clear();
    });
    expect(await left(id, '正在办理')).toEqual(ALL);
    await clear();
    expect(await left(id, '正在办理')).toEqual([]);
  });

  it('只有平台自己能删除附件和字节的记录，业务角色不能', async () => {
    for (const table of ['file', 'blob', 'departed_blob'])
      await expect(asPerson((client) => client.query(`delete from ${table}`))).rejects.toThrow(/permission denied/);
    await expect(asPerson((client) => client.query(`select let_blob_go('x', now())`))).rejects.toThrow(/permission denied/);
  });
});

describe('清除与别的事同时发生', () => {
  it('同样的字节正在重新上传：收完以后、登记以前清除旧的，新的字节还在', async () => {
    await upload('再传一次');
    later(UPLOAD_KEPT_MS);
    const received = await receive('再传一次');
    await clear();
    expect(await blobs.has(digestOf('再传一次'))).toBe(false);
    const id = randomUUID();
    await asPerson((client) => storeFile(client, received, described(id)));
    expect(await left(id, '再传一次')).toEqual(ALL);
  });

  it('登记尚未提交时清除旧的：清除等到提交，新的一个完好', async () => {
    const old = await upload('登记途中');
    later(UPLOAD_KEPT_MS);
    const [id, received] = [randomUUID(), await receive('登记途中')];
    const clearing = await asPerson(async (client) => {
      await storeFile(client, received, described(id));
      const started = clear();
      await untilSomebodyWaits();
      return { started };
    });
    await clearing.started;
    expect([await left(old, '登记途中'), await left(id, '登记途中')]).toEqual([['字节的记录', '字节'], ALL]);
  });

  it('同样的字节反复上传、反复清除：凡有行的都有字节，核对相符', async () => {
    const texts = ['甲', '乙'];
    const made: { id: string; text: string }[] = [];
    for (let round = 0; round < 12; round += 1) {
      const uploads = texts.map(async (text) => made.push({ id: await upload(text), text }));
      await Promise.all([...uploads, clear(), clear()]);
      later(UPLOAD_KEPT_MS);
    }
    await clear();
    for (const { id, text } of made) expect((await left(id, text)).includes('行')).toBe(false);
    expect((await verifyBlobs(database.pool, data.files)).faults).toEqual([]);
  });

  it('在删除行和删除字节之间被杀掉：核对照样相符，下一次接着删除；其间重新上传的不受影响', async () => {
    const [lost, back] = [await upload('被杀掉'), await upload('又传来')];
    later(UPLOAD_KEPT_MS);
    const killed: BlobStore = { ...blobs, remove: () => Promise.reject(new Error('killed')) };
    await expect(clear(killed)).rejects.toThrow('killed');
    expect([await left(lost, '被杀掉'), await left(back, '又传来')]).toEqual([['字节'], ['字节']]);
    expect((await verifyBlobs(database.pool, data.files)).faults).toEqual([]);
    const again = await upload('又传来');
    await clear();
    expect([await left(lost, '被杀掉'), await left(again, '又传来')]).toEqual([[], ALL]);
    expect(await asSystem((client) => rows(client, 'select 1 from departed_blob'))).toEqual([]);
  });

  it('上传途中被杀掉留下的半截，24小时后清除；正在传的不动', async () => {
    const [abandoned, going] = [await receive('半截'), await receive('正在传')];
    const aside = join(data.files, 'incoming');
    const stale = join(aside, 'stale');
    await writeFile(stale, '半截');
    await utimes(stale, new Date(now - UPLOAD_KEPT_MS - 1), new Date(now - UPLOAD_KEPT_MS - 1));
    await clear();
    expect(await readdir(aside)).not.toContain('stale');
    await abandoned.drop();
    await going.place();
    expect(await blobs.has(going.sha256)).toBe(true);
  });

  it('备份途中清除：备份里字节齐全；备份完成以后字节才离开', async () => {
    const id = await upload('备份途中');
    later(UPLOAD_KEPT_MS);
    let clearing: Promise<number> | null = null;
    const manifest = await makeBackup({
      ...{ pool: database.pool, data, target: join(root, 'backup'), keyMark: '0'.repeat(64), program: '0', steps: [], nowMs: now },
      // Said after each table, before the first file is copied.
      say: () => {
        clearing ??= clear();
      },
    });
    expect(isRefusal(manifest) ? manifest.reason : null).toBeNull();
    await clearing;
    const sha256 = digestOf('备份途中');
    expect(await readFile(join(root, 'backup', 'files', sha256.slice(0, 2), sha256), 'utf8')).toBe('备份途中');
    await clear();
    expect(await left(id, '备份途中')).toEqual([]);
  });

  it('核对途中清除：已经读进清单的不误报缺失；真的缺失照报', async () => {
    await upload('核对途中');
    later(UPLOAD_KEPT_MS);
    const { pool } = database;
    // The first answer is the list; everything is cleared before the first file is read.
    let cleared: Promise<unknown> | null = null;
    const query = async (text: string, values: unknown[]) => {
      const answer = await pool.query(text, values);
      cleared ??= clear();
      await cleared;
      return answer;
    };
    expect((await verifyBlobs({ query } as unknown as Pool, data.files)).faults).toEqual([]);
    expect(await blobs.has(digestOf('核对途中'))).toBe(false);
    await upload('真的缺失');
    await blobs.remove(digestOf('真的缺失'));
    expect((await verifyBlobs(pool, data.files)).faults).toEqual([{ sha256: digestOf('真的缺失'), what: '文件缺失' }]);
  });
});

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await rows(
      database.pool,
      `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory' and query like '%let_blob_go%'`,
    );
    if (waiting.length > 0) return;
  }
}
