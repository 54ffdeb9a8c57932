import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRefusal } from '#law';
import { tableOf } from '#platform/acts/kinds';
import { makeBackup } from '#platform/backup/make';
import { systemNow } from '#platform/clock-now';
import { readConfig } from '#platform/config';
import { type Client, inTransaction, rows } from '#platform/db';
import { loadIdentityKeys } from '#platform/identity/keys';
import { executedMigrations, migrateDown, migrationsFolder, ownMigrations } from '#platform/migrate';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { staff } from '#testing/bureau-staff';
import { type ChildServer, serverPlan, startChild } from '#testing/child-server';
import { BUREAUS, documentWriter } from '#testing/document-writers';
import { lookInside } from '#testing/look-inside';
import { keyMarkOf } from './operator-backup.ts';
import { refoldCommand } from './operator-refold.ts';
import { restoreCommand } from './operator-restore.ts';
import { verifyCommand } from './operator-verify.ts';
import { KINDS } from './rooms.ts';
import { connectStorage, type Storage } from './storage.ts';

/** The last step of the structure from which the data folder comes; everything later is taken back. */
const OLDER = '202611270325_law_library_texts';

let root = '';
let folder = '';
let server: ChildServer | undefined;
const people = staff();
const writer = documentWriter(people, BUREAUS.city);

/**
 * A demonstration city in which people have acted, cut back to the tables, columns and kinds of matter of an older
 * structure: what this program has written, as far as there was a place for it then.
 */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'faheng-older-'));
  chmodSync(root, 0o711);
  folder = join(root, 'data');
  server = await startChild(serverPlan(folder, { REQUESTS_PER_MINUTE: '0' }));
  for (let n = 0; n < 9; n += 1) await writer.next(server.said, `older-act-${n}`);
  await server.stop();
  await takeBack();
}, 600_000);
afterAll(async () => {
  await server?.kill();
  rmSync(root, { recursive: true, force: true });
});

async function takeBack(): Promise<void> {
  const config = readConfig({ DATA_DIR: folder });
  const storage = isRefusal(config) ? config : await connectStorage(config);
  if (isRefusal(storage)) throw new Error(storage.reason);
  try {
    const later = (await ownMigrations()).filter((step) => step > OLDER);
    const made = (await Promise.all(later.map(tablesMadeBy))).flat();
    const kinds = KINDS.filter((kind) => made.includes(tableOf(kind))).map((kind) => kind.kind);
    expect(kinds).toContain('delegation');
    await inTransaction(storage.database.pool, '', (client) => takeOut(client, kinds));
    expect(await migrateDown(storage.database.db, OLDER)).toEqual(later.toReversed());
    await backUp(storage);
  } finally {
    await storage.close();
  }
}

/** As the program of that structure would have written it. */
async function backUp({ database, folder: data }: Storage): Promise<void> {
  const keys = await loadIdentityKeys(data.root, {});
  if (isRefusal(keys)) throw new Error(keys.reason);
  const steps = await executedMigrations(database.db);
  const how = { keyMark: keyMarkOf(keys), program: '0.1.0', steps, nowMs: systemNow(), say: () => undefined };
  const made = await makeBackup({ pool: database.pool, data, target: join(root, 'backup'), ...how });
  if (isRefusal(made)) throw new Error(made.reason);
}

async function tablesMadeBy(step: string): Promise<string[]> {
  const text = await readFile(join(migrationsFolder(), `${step}.sql`), 'utf8');
  return [...text.matchAll(/^create table (\w+)/gm)].map((found) => found[1] ?? '');
}

/** Matters of kinds that did not exist, and what came of them, with all that hangs on them, as if they had never been. */
async function takeOut(client: Client, kinds: readonly string[]): Promise<void> {
  await client.query(
    `create temporary table unborn on commit drop as select id from matter where kind = any($1)
     union select matter_id from register_load where register not in ('organisations', 'certificates', 'laws')
     union select matter_id from case_supervision where source = 'coordination'`,
    [kinds],
  );
  const hanging = await rows<{ name: string; column: string }>(
    client,
    `select c.relname as name, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and (a.attname in ('matter_id', 'other_id') or (c.relname = 'matter' and a.attname = 'id'))
     order by c.relname = 'finding', c.relname`,
  );
  const withEvents = [{ name: 'finding_event', column: 'finding_id' }, ...hanging];
  for (const { name, column } of withEvents) {
    const ids =
      name === 'finding_event' ? 'select f.id from finding f where f.matter_id in (select id from unborn)' : 'select id from unborn';
    await client.query(`alter table ${name} disable trigger user`);
    await client.query(`delete from ${name} where ${column} in (${ids})`);
    await client.query(`alter table ${name} enable trigger user`);
  }
}

async function typed(command: typeof verifyCommand, args: readonly string[] = [], dataDir = folder) {
  const said: string[] = [];
  const code = await command(args, { say: (line) => said.push(line), now: systemNow, env: { DATA_DIR: dataDir } });
  return { code, said: said.join('\n') };
}

it('较早结构的数据文件夹：本版本照常启动并更新，同一批人接着办理，重新推演、核对一致，此前的办理一件不少', async () => {
  server = await startChild(serverPlan(folder, { REQUESTS_PER_MINUTE: '0' }));
  const before = writer.acknowledged.length;
  await writer.next(server.said, 'after-update');
  expect(writer.surprises).toEqual([]);
  expect(writer.acknowledged).toHaveLength(before + 1);
  const updated = await typed(verifyCommand);
  expect(updated, updated.said).toMatchObject({ code: 0, said: expect.stringContaining('核对一致') });
  const refolded = await typed(refoldCommand);
  expect(refolded, refolded.said).toMatchObject({ code: 0, said: expect.stringContaining('改正0件，不能推演0件') });
  const verified = await typed(verifyCommand);
  expect(verified, verified.said).toMatchObject({ code: 0, said: expect.stringContaining('核对一致') });
  const inside = lookInside(folder);
  try {
    expect(await executedMigrations(inside.db)).toEqual(expect.arrayContaining([...(await ownMigrations())]));
    const kept = await inTransaction(inside.pool, SYSTEM_PREAMBLE, (client) =>
      rows<{ id: string; seq: number }>(client, 'select id, seq from matter where id = any($1)', [
        writer.acknowledged.map((act) => act.matterId),
      ]),
    );
    for (const { matterId, seq } of writer.acknowledged) expect(kept.find(({ id }) => id === matterId)?.seq).toBeGreaterThanOrEqual(seq);
  } finally {
    await inside.close();
  }
});

it('再启动一次什么也不更新', async () => {
  await server?.stop();
  server = await startChild(serverPlan(folder, { REQUESTS_PER_MINUTE: '0' }));
  const verified = await typed(verifyCommand);
  expect(verified, verified.said).toMatchObject({ code: 0 });
});

it('较早结构的备份由本版本恢复到新的数据文件夹：补上此后的结构，核对一致', async () => {
  const args = [join(root, 'backup'), '--keys', join(folder, 'keys')];
  const restored = await typed(restoreCommand, args, join(root, 'restored'));
  expect(restored, restored.said).toMatchObject({ code: 0, said: expect.stringContaining('核对一致') });
  expect(restored.said).toContain('数据库结构更新');
});
