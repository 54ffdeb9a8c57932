import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZipFile } from 'yazl';
import type { Platform } from '../acts/perform.ts';
import { audit, auditActor } from '../audit.ts';
import { inTransaction } from '../db.ts';
import type { BlobStore } from '../files.ts';
import { originOf, sessionOf } from '../identity/guard.ts';
import { sessionPreamble } from '../session.ts';
import { sendBytes } from './send-bytes.ts';

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
 * digest stops the package before anything is sent or logged: the log tells of what has left, before its first byte.
 */
export async function sendPackage(
  platform: Platform,
  blobs: BlobStore,
  request: FastifyRequest,
  reply: FastifyReply,
  made: Package,
): Promise<FastifyReply> {
  await checkFiles(blobs, made.files);
  await logSending(platform, request, made.matterId);
  return reply
    .header('content-type', 'application/zip')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${made.name}.zip`)}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(zipOf(blobs, made));
}

/** A package as it was stored, sent as it lies: logged like one that is made now. */
export async function sendStored(
  platform: Platform,
  blobs: BlobStore,
  request: FastifyRequest,
  reply: FastifyReply,
  { matterId, name, sha256, size }: { readonly matterId: string; readonly name: string; readonly sha256: string; readonly size: number },
): Promise<FastifyReply> {
  await checkFiles(blobs, [{ path: name, sha256, size }]);
  await logSending(platform, request, matterId);
  return sendBytes(request, reply, blobs, { name, media_type: 'application/zip', sha256, size });
}

async function logSending(platform: Platform, request: FastifyRequest, matterId: string): Promise<void> {
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

/** Every file is read once before any is sent or stored: to see that it is what its digest says. */
export async function checkFiles(blobs: BlobStore, files: readonly PackedFile[]): Promise<void> {
  for (const file of files) await check(blobs, file);
}

async function check(blobs: BlobStore, { path, sha256, size }: PackedFile): Promise<void> {
  const digest = createHash('sha256');
  let read = 0;
  for await (const chunk of blobs.read(sha256) as AsyncIterable<Buffer>) {
    digest.update(chunk);
    read += chunk.length;
  }
  if (read !== size || digest.digest('hex') !== sha256) throw new Error(`the bytes of ${path} are not those of its digest`);
}
