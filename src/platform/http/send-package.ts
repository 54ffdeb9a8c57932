import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '../acts/perform.ts';
import { audit, auditActor } from '../audit.ts';
import { inTransaction } from '../db.ts';
import type { BlobStore } from '../files.ts';
import { originOf, sessionOf } from '../identity/guard.ts';
import { sessionPreamble } from '../session.ts';
import { type ZipEntry, zipOf } from '../zip-writer.ts';

export type PackedFile = { readonly path: string; readonly sha256: string; readonly size: number };
export type Package = {
  /** Chinese name of the file, without its ending. */
  readonly name: string;
  readonly matterId: string;
  readonly files: readonly PackedFile[];
  /** What the manifest says beside the list of files. */
  readonly about: Readonly<Record<string, unknown>>;
};

/** The manifest names every file with its digest, so that whoever gets the package can tell that nothing was changed. */
export const MANIFEST = '清单.json';

/**
 * Sends files that leave the platform together: a ZIP with a manifest of digests, after it has been logged. A file whose
 * bytes are not those of its digest stops the package before anything is sent.
 */
export async function sendPackage(
  platform: Platform,
  blobs: BlobStore,
  request: FastifyRequest,
  reply: FastifyReply,
  made: Package,
): Promise<FastifyReply> {
  const session = sessionOf(request);
  const event = {
    actor: auditActor(session, originOf(request).source),
    at: platform.now(),
    action: 'package.download',
    object: { kind: 'matter', id: made.matterId },
    result: 'ok',
  } as const;
  await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) => audit(client, event));
  const entries = [manifestEntry(made), ...(await Promise.all(made.files.map((file) => checkedEntry(blobs, file))))];
  return reply
    .header('content-type', 'application/zip')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${made.name}.zip`)}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(Readable.from(zipOf(entries)));
}

function manifestEntry({ about, files }: Package): ZipEntry {
  const bytes = Buffer.from(`${JSON.stringify({ ...about, files }, null, 2)}\n`);
  return { path: MANIFEST, size: bytes.length, crc: crc32(bytes), read: () => Readable.from([bytes]) };
}

/** Read once before it is sent: for its checksum, and to see that it is what its digest says. */
async function checkedEntry(blobs: BlobStore, { path, sha256, size }: PackedFile): Promise<ZipEntry> {
  const digest = createHash('sha256');
  let crc = 0;
  let read = 0;
  for await (const chunk of blobs.read(sha256) as AsyncIterable<Buffer>) {
    digest.update(chunk);
    crc = crc32(chunk, crc);
    read += chunk.length;
  }
  if (read !== size || digest.digest('hex') !== sha256) throw new Error(`the bytes of ${path} are not those of its digest`);
  return { path, size, crc, read: () => blobs.read(sha256) };
}
