import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { type Refusal, refuse } from '#law';

/**
 * A backup is a folder: `manifest.json` with its digest beside it, one compressed COPY text for each table, the list of
 * stored files and the files by their digests, the noted heads of the log. Keys are never in it.
 */
export const FORMAT = 'faheng-backup/1';

const Table = Type.Object({
  name: Type.String({ pattern: '^[a-z_][a-z0-9_]*$' }),
  columns: Type.Array(Type.String(), { minItems: 1 }),
  rows: Type.Integer({ minimum: 0 }),
  bytes: Type.Integer({ minimum: 0 }),
  /** Of the uncompressed text: the same rows have the same digest on every server. */
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
});
const Manifest = Type.Object({
  format: Type.String(),
  madeAt: Type.String(),
  program: Type.String(),
  postgres: Type.String(),
  /** Database steps that had been taken, in their order. */
  steps: Type.Array(Type.String()),
  /** Keyed mark by which a wrong key is recognised; says nothing of the key. */
  keyMark: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  tables: Type.Array(Table),
  counters: Type.Array(Type.Object({ table: Type.String(), column: Type.String(), last: Type.String(), called: Type.Boolean() })),
  cohorts: Type.Array(Type.Integer()),
  files: Type.Object({ count: Type.Integer(), bytes: Type.Integer(), sha256: Type.String() }),
});
export type Manifest = Static<typeof Manifest>;
export type ManifestTable = Static<typeof Table>;

export const placeOf = {
  manifest: (folder: string) => join(folder, 'manifest.json'),
  digest: (folder: string) => join(folder, 'manifest.sha256'),
  table: (folder: string, name: string) => join(folder, 'tables', `${name}.copy.gz`),
  fileList: (folder: string) => join(folder, 'files.txt'),
  file: (folder: string, sha256: string) => join(folder, 'files', sha256.slice(0, 2), sha256),
  heads: (folder: string) => join(folder, 'audit-heads.txt'),
};

export const sha256Of = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

export function damaged(what: string): Refusal {
  return refuse('backup-damaged', null, `备份已损坏或不完整：${what}。没有恢复任何内容，请换用另一份备份。`);
}

/** Reads and checks what the folder says of itself. */
export async function readManifest(folder: string): Promise<Manifest | Refusal> {
  const text = await readFile(placeOf.manifest(folder), 'utf8').catch(() => null);
  const digest = await readFile(placeOf.digest(folder), 'utf8').catch(() => null);
  if (text === null || digest === null)
    return refuse('not-a-backup', null, `${folder} 不是法衡的备份：缺少 manifest.json 或 manifest.sha256。`);
  if (sha256Of(text) !== digest.trim()) return damaged('manifest.json 与其摘要不符');
  const value = parsed(text);
  if (!Value.Check(Manifest, value)) return damaged('manifest.json 内容不合格式');
  return value.format === FORMAT
    ? value
    : refuse('backup-format', null, `备份的格式（${value.format}）本程序不认识，请用制作它的程序版本恢复。`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
