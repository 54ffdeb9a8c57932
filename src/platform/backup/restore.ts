import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile as copyPlain, mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { from as copyFrom } from 'pg-copy-streams';
import { isRefusal, type Refusal, refuse } from '#law';
import { headsFile } from '../audit-chain-keeper.ts';
import type { DataFolder } from '../data-folder.ts';
import { type Client, type Database, inTransaction, quoteIdentifier, rows } from '../db.ts';
import { executedMigrations, migrate, ownMigrations } from '../migrate.ts';
import { copyFile } from './make.ts';
import { damaged, type Manifest, type ManifestTable, placeOf, readManifest, sha256Of } from './manifest.ts';
import { type BackedTable, backedTables, columnList } from './tables.ts';

/** Everything that can be known to be wrong before anything is written: damage, a newer program, a wrong key. */
export async function examineBackup(folder: string, keyMark: string, say: (line: string) => void): Promise<Manifest | Refusal> {
  const manifest = await readManifest(folder);
  if (isRefusal(manifest)) return manifest;
  const own = new Set(await ownMigrations());
  const newer = manifest.steps.filter((step) => !own.has(step));
  if (newer.length > 0) return newerProgram(manifest, newer);
  if (manifest.keyMark !== keyMark)
    return refuse(
      'wrong-key',
      null,
      '密钥不是备份时所用的那一把：验证器和当事人信息将无法读取。请用 --keys 指明与这份备份一起保管的密钥。',
    );
  const list = await readFile(placeOf.fileList(folder), 'utf8').catch(() => '');
  if (sha256Of(list) !== manifest.files.sha256) return damaged('files.txt 与其摘要不符');
  say('检查备份……');
  for (const table of manifest.tables) {
    const fault = await checkTable(folder, table);
    if (fault !== null) return fault;
  }
  return manifest;
}

function newerProgram(manifest: Manifest, newer: readonly string[]): Refusal {
  const which = `备份由更新版本的程序（${manifest.program}）制作，本程序没有其数据库结构 ${newer[0] ?? ''}`;
  return refuse('newer-backup', null, `${which}。请用同一版本或更新版本的程序恢复。`);
}

async function checkTable(folder: string, table: ManifestTable): Promise<Refusal | null> {
  const sha256 = createHash('sha256');
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      sha256.update(chunk);
      done();
    },
  });
  const name = `tables/${table.name}.copy.gz`;
  try {
    await pipeline(createReadStream(placeOf.table(folder, table.name)), createGunzip(), sink);
  } catch {
    return damaged(`${name} 不能读取`);
  }
  return sha256.digest('hex') === table.sha256 ? null : damaged(`${name} 与其摘要不符`);
}

export type RestorePlan = {
  readonly database: Database;
  readonly data: DataFolder;
  readonly folder: string;
  readonly manifest: Manifest;
  readonly say: (line: string) => void;
};

/**
 * Fills an empty database: files first, then the tables of the backup's own structure in one transaction, then this
 * program's later steps. Cut off anywhere, it can be called again; only a database without records is ever filled.
 */
export async function restoreBackup(plan: RestorePlan): Promise<Refusal | null> {
  const { database, manifest, say } = plan;
  const occupied = await notEmpty(database, manifest);
  if (occupied !== null) return occupied;
  const fault = await restoreFiles(plan);
  if (fault !== null) return fault;
  await migrate(database.db, { only: new Set(manifest.steps) });
  const unfit = await inTransaction(database.pool, '', (client) => fill(client, plan));
  if (unfit !== null) return unfit;
  const later = await migrate(database.db);
  if (later.length > 0) say(`  数据库结构更新${later.length}步`);
  await copyPlain(placeOf.heads(plan.folder), headsFile(plan.data.root));
  return null;
}

const PRECIOUS = ['account', 'organisation', 'matter', 'act', 'audit_event', 'blob', 'finding'];

async function notEmpty({ db, pool }: Database, manifest: Manifest): Promise<Refusal | null> {
  const taken = await executedMigrations(db);
  if (taken.some((step) => !manifest.steps.includes(step)))
    return refuse('not-empty', null, '目标数据库已有本程序更新的结构，请指定一个全新的数据库（或数据文件夹）。');
  const tables = await inTransaction(pool, '', (client) => backedTables(client));
  if (isRefusal(tables)) return tables;
  const strangers = taken.length === 0 ? tables.map((t) => t.name) : [];
  if (strangers.length > 0)
    return refuse('not-empty', null, `目标数据库中已有其他数据表（${strangers.slice(0, 3).join('、')}），请指定一个全新的数据库。`);
  for (const table of tables.filter((t) => PRECIOUS.includes(t.name))) {
    const preamble = table.reader === null ? '' : `set local role ${table.reader};`;
    const found = await inTransaction(pool, preamble, (client) => rows(client, `select from ${table.name} limit 1`));
    if (found.length > 0)
      return refuse('not-empty', null, `目标数据库不是空的（${table.name} 中已有记录），拒绝覆盖。请指定一个全新的数据库或数据文件夹。`);
  }
  return null;
}

/** Files may be there already, from a restore that was cut off: their names are their digests. */
async function restoreFiles({ folder, data, say }: RestorePlan): Promise<Refusal | null> {
  const list = (await readFile(placeOf.fileList(folder), 'utf8')).split('\n').filter((line) => line !== '');
  for (const [i, line] of list.entries()) {
    const [sha256 = ''] = line.split(' ');
    const target = placeOf.file(data.root, sha256);
    await mkdir(dirname(target), { recursive: true });
    const half = `${target}.partial`;
    const copied = await copyFile(placeOf.file(folder, sha256), half);
    if (copied !== sha256) return damaged(`附件 ${sha256} ${copied === null ? '缺失' : '与其摘要不符'}`);
    await rename(half, target);
    if ((i + 1) % 1_000 === 0) say(`  附件 ${i + 1}/${list.length}`);
  }
  return null;
}

async function fill(client: Client, { folder, manifest, say }: RestorePlan): Promise<Refusal | null> {
  const tables = await backedTables(client);
  if (isRefusal(tables)) return tables;
  const stored = new Map(manifest.tables.map((t) => [t.name, t]));
  const unknown = manifest.tables.find((t) => !tables.some((own) => own.name === t.name));
  if (unknown !== undefined) return damaged(`数据表 ${unknown.name} 不在其所称的数据库结构中`);
  for (const year of manifest.cohorts) await client.query('select ensure_cohort($1)', [year]);
  await setAside(client, tables, true);
  await client.query(`truncate ${tables.map((t) => quoteIdentifier(t.name)).join(', ')}`);
  for (const [i, { name }] of tables.entries()) {
    const table = stored.get(name);
    if (table === undefined) continue;
    const target = client.query(copyFrom(`copy ${quoteIdentifier(name)} (${columnList(table.columns)}) from stdin`));
    await pipeline(createReadStream(placeOf.table(folder, name)), createGunzip(), target);
    if (target.rowCount !== table.rows) return damaged(`数据表 ${name} 应有${table.rows}行，实有${target.rowCount}行`);
    say(`  ${String(i + 1).padStart(3)}/${tables.length} ${name}：${table.rows}行`);
  }
  for (const { table, column, last, called } of manifest.counters)
    await client.query('select setval(pg_get_serial_sequence($1, $2), $3::bigint, $4)', [table, column, last, called]);
  await setAside(client, tables, false);
  return null;
}

/** Row security and triggers stand for single acts; a whole record is put back as it was, in the owner's own transaction. */
async function setAside(client: Client, tables: readonly BackedTable[], aside: boolean): Promise<void> {
  for (const { name, forced } of tables) {
    const table = quoteIdentifier(name);
    await client.query(`alter table ${table} ${aside ? 'disable' : 'enable'} trigger user`);
    if (forced) await client.query(`alter table ${table} ${aside ? 'no force' : 'force'} row level security`);
  }
}
