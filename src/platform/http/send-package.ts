import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZipFile } from 'yazl';
import type { Platform } from '../acts/perform.ts';
import { audit, auditActor } from '../audit.ts';
import { inTransaction, sqlState } from '../db.ts';
import type { BlobStore } from '../files.ts';
import { type Denial, deny } from '../identity/answers.ts';
import { originOf, sessionOf } from '../identity/guard.ts';
import { sessionPreamble } from '../session.ts';

export type PackedFile = { readonly path: string; readonly sha256: string; readonly size: number };
export type Package = {
  /** Chinese name of the file, without its ending. */
  readonly name: string;
  readonly matterId: string;
  readonly files: readonly PackedFile[];
  /** Made for this package and stored nowhere. */
  readonly made?: readonly { readonly path: string; readonly bytes: Buffer }[];
  /** What the manifest says beside the list of files. */
  readonly about: Readonly<Record<string, unknown>>;
};

/** The manifest names every file with its digest, so that whoever gets the package can tell that nothing was changed. */
export const MANIFEST = '清单.json';

/**
 * Sends files that leave the platform together: a ZIP with a manifest of digests. A file whose bytes are not those of its
 * digest stops the package and is named with what is wrong with it, before anything is sent or logged.
 */
export async function sendPackage(
  platform: Platform,
  blobs: BlobStore,
  request: FastifyRequest,
  reply: FastifyReply,
  made: Package,
): Promise<FastifyReply> {
  const damage = await damageIn(blobs, made.files);
  if (damage !== null) return deny(reply, damaged(made.name, damage));
  await logSending(platform, request, made.matterId);
  return reply
    .header('content-type', 'application/zip')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${made.name}.zip`)}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(zipOf(blobs, made));
}

/** Noted before the first byte leaves. */
export async function logSending(platform: Platform, request: FastifyRequest, matterId: string): Promise<void> {
  const session = sessionOf(request);
  const event = {
    actor: auditActor(session, originOf(request).source),
    at: platform.now(),
    action: 'package.download',
    object: { kind: 'matter', id: matterId },
    result: 'ok',
  } as const;
  await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) => audit(client, event));
}

/** The first moment that a ZIP can name, wherever the server stands: the same files give the same bytes. */
const STORED = { compress: false, mtime: new Date(1980, 0, 1), forceDosTimestamp: true } as const;

/** File by file as it is read: memory does not grow with the package. */
export function zipOf(blobs: BlobStore, { about, files, made = [] }: Package): Readable {
  const zip = new ZipFile();
  const bytes = zip.outputStream as Readable;
  zip.on('error', (error: Error) => bytes.destroy(error));
  const anew = made.map(({ path, bytes }) => ({
    ...{ path, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, made: true },
  }));
  zip.addBuffer(Buffer.from(`${JSON.stringify({ ...about, files: [...anew, ...files] }, null, 2)}\n`), MANIFEST, STORED);
  for (const { path, bytes: content } of made) zip.addBuffer(content, path, STORED);
  for (const { path, sha256, size } of files) zip.addReadStreamLazy(path, { ...STORED, size }, (give) => give(null, blobs.read(sha256)));
  zip.end();
  return bytes;
}

const NAMED_FAULTS = 5;

/** Every file is read once before any is sent or stored: which are not as their digests say, and how; null where all are well. */
export async function damageIn(blobs: BlobStore, files: readonly PackedFile[]): Promise<string | null> {
  const faults: string[] = [];
  for (const file of files) {
    const what = await faultOf(blobs, file);
    if (what !== null) faults.push(`“${file.path}”${what}（登记的SHA-256：${file.sha256}）`);
  }
  return faultWords(faults);
}

/** The first few by name, the others by their number; null: there are none. */
export function faultWords(faults: readonly string[]): string | null {
  if (faults.length === 0) return null;
  return `${faults.slice(0, NAMED_FAULTS).join('；')}${faults.length > NAMED_FAULTS ? `；另有${faults.length - NAMED_FAULTS}处` : ''}`;
}

/** Says what is damaged and what can be done: the administrator mends it, nobody else can. */
export function damaged(name: string, damage: string): Denial {
  const reason = `“${name}”没有下载：服务器上有文件已损坏。${damage}。请联系系统管理员从备份恢复后再下载。`;
  return { status: 409, error: 'damaged-file', reason };
}

/** Read once before anything is sent: what of it is not as its digest says; null where all is well. */
async function faultOf(blobs: BlobStore, { sha256, size }: PackedFile): Promise<string | null> {
  const digest = createHash('sha256');
  let read = 0;
  try {
    for await (const chunk of blobs.read(sha256) as AsyncIterable<Buffer>) {
      digest.update(chunk);
      read += chunk.length;
    }
  } catch (error) {
    if (sqlState(error) === 'ENOENT') return '的内容缺失';
    throw error;
  }
  if (read !== size) return `应有${size}字节，现有${read}字节`;
  return digest.digest('hex') === sha256 ? null : '的内容与登记的摘要不符';
}
