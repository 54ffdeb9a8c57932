import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { to as copyTo } from 'pg-copy-streams';
import { isRefusal, type Refusal } from '#law';
import { headsFile } from '../audit-chain-keeper.ts';
import { HOLD_BYTES } from '../clear-uploads.ts';
import type { DataFolder } from '../data-folder.ts';
import { type Client, type Pool, rows } from '../db.ts';
import { FORMAT, type Manifest, type ManifestTable, placeOf, sha256Of } from './manifest.ts';
import { type BackedTable, backedTables, cohortsOf, columnList, countersOf } from './tables.ts';

export type BackupPlan = {
  readonly pool: Pool;
  readonly data: DataFolder;
  /** Made by this call; must not exist. */
  readonly target: string;
  readonly keyMark: string;
  readonly program: string;
  readonly steps: readonly string[];
  readonly nowMs: number;
  readonly say: (line: string) => void;
};

/** Text must read the same whatever a server's or a login's settings are. */
const PLAIN =
  "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1;";

/**
 * Writes a whole backup beside the running work: all tables as of one moment, then the files that they name, each checked
 * against its digest. It appears under its name only when everything is on disk; a failure leaves nothing.
 */
export async function makeBackup(plan: BackupPlan): Promise<Manifest | Refusal> {
  const half = `${plan.target}.partial`;
  await rm(half, { recursive: true, force: true });
  try {
    await mkdir(join(half, 'tables'), { recursive: true, mode: 0o700 });
    // Heads are read before the moment of the backup: a later one would look as if the log's end had been cut off.
    await writeFile(placeOf.heads(half), await readFile(headsFile(plan.data.root), 'utf8').catch(() => ''), { mode: 0o600, flush: true });
    const manifest = await copyAll(plan, half);
    if (isRefusal(manifest)) return await discarded(half, manifest);
    const text = `${JSON.stringify(manifest, null, 1)}\n`;
    await writeFile(placeOf.manifest(half), text, { mode: 0o600, flush: true });
    await writeFile(placeOf.digest(half), `${sha256Of(text)}\n`, { mode: 0o600, flush: true });
    await rename(half, plan.target);
    await sync(dirname(plan.target));
    return manifest;
  } catch (error) {
    await discarded(half, null);
    throw error;
  }
}

async function discarded<T>(half: string, answer: T): Promise<T> {
  await rm(half, { recursive: true, force: true });
  return answer;
}

/** From before the moment of the tables until the last file is copied no bytes leave the store. */
async function copyAll(plan: BackupPlan, half: string): Promise<Manifest | Refusal> {
  const client = await plan.pool.connect();
  try {
    await client.query(HOLD_BYTES);
    const copied = await copyDatabase(client, plan, half);
    if (isRefusal(copied)) return copied;
    const files = await copyFiles(plan, half, copied.blobs);
    return isRefusal(files) ? files : { ...copied.manifest, files };
  } finally {
    // The hold ends with its connection.
    client.release(true);
  }
}

type Blob = { sha256: string; size: number };
type Copied = { readonly manifest: Omit<Manifest, 'files'>; readonly blobs: readonly Blob[] };

async function copyDatabase(client: Client, plan: BackupPlan, half: string): Promise<Copied | Refusal> {
  try {
    await client.query(`begin isolation level repeatable read, read only; ${PLAIN}`);
    const tables = await backedTables(client);
    if (isRefusal(tables)) return tables;
    const done: ManifestTable[] = [];
    for (const table of tables) {
      const copied = await copyTable(client, table, placeOf.table(half, table.name));
      done.push(copied);
      plan.say(`  ${String(done.length).padStart(3)}/${tables.length} ${table.name}：${copied.rows}行`);
    }
    const [server] = await rows<{ version: string }>(client, `select current_setting('server_version') as version`);
    const blobs = await rows<Blob>(client, 'select sha256, size from blob order by sha256 collate "C"');
    const manifest = {
      format: FORMAT,
      madeAt: new Date(plan.nowMs).toISOString(),
      program: plan.program,
      postgres: server?.version ?? '',
      steps: [...plan.steps],
      keyMark: plan.keyMark,
      tables: done,
      counters: [...(await countersOf(client))],
      cohorts: [...(await cohortsOf(client))],
    };
    return { manifest, blobs };
  } finally {
    await client.query('rollback').catch(() => undefined);
  }
}

async function copyTable(client: Client, table: BackedTable, path: string): Promise<ManifestTable> {
  const order = table.order.length === 0 ? '' : ` order by ${table.order.join(', ')}`;
  if (table.reader !== null) await client.query(`set local role ${table.reader}`);
  const source = client.query(copyTo(`copy (select ${columnList(table.columns)} from ${table.name}${order}) to stdout`));
  const sha256 = createHash('sha256');
  let bytes = 0;
  const digest = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      sha256.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(source, digest, createGzip({ level: 5 }), createWriteStream(path, { mode: 0o600, flush: true }));
  if (table.reader !== null) await client.query('reset role');
  return { name: table.name, columns: [...table.columns], rows: source.rowCount, bytes, sha256: sha256.digest('hex') };
}

const FILES_BETWEEN_WORDS = 1_000;

/** A stored file that has been damaged or lost stops the backup: it would be believed to be there. */
async function copyFiles(plan: BackupPlan, half: string, blobs: readonly Blob[]): Promise<Manifest['files'] | Refusal> {
  let bytes = 0;
  for (const [i, { sha256, size }] of blobs.entries()) {
    const target = placeOf.file(half, sha256);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const copied = await copyFile(placeOf.file(plan.data.root, sha256), target);
    if (copied !== sha256) return { refused: 'file-damaged', cite: null, reason: damagedFile(sha256, copied) };
    bytes += size;
    if ((i + 1) % FILES_BETWEEN_WORDS === 0) plan.say(`  附件 ${i + 1}/${blobs.length}`);
  }
  const list = blobs.map(({ sha256, size }) => `${sha256} ${size}\n`).join('');
  await writeFile(placeOf.fileList(half), list, { mode: 0o600, flush: true });
  return { count: blobs.length, bytes, sha256: sha256Of(list) };
}

function damagedFile(sha256: string, copied: string | null): string {
  const what = copied === null ? '缺失' : '内容与其摘要不符';
  return `附件 ${sha256} ${what}，没有做成备份。请先用 faheng verify 核对，从以前的备份中找回该文件。`;
}

/** Copies and answers the digest of what was read; null: there is no such file. */
export async function copyFile(from: string, to: string): Promise<string | null> {
  const sha256 = createHash('sha256');
  const digest = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sha256.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(createReadStream(from), digest, createWriteStream(to, { mode: 0o600, flush: true }));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return sha256.digest('hex');
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
