import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '../acts/perform.ts';
import { checkPackage } from '../case-file/check-package.ts';
import type { BlobStore } from '../files.ts';
import { deny } from '../identity/answers.ts';
import { sendBytes } from './send-bytes.ts';
import { damaged, damageIn, faultWords, logSending } from './send-package.ts';

export type StoredPackage = { readonly matterId: string; readonly name: string; readonly sha256: string; readonly size: number };

/** A package as it was stored, sent as it lies: logged like one that is made now. A damaged one names the file inside. */
export async function sendStored(
  platform: Platform,
  blobs: BlobStore,
  request: FastifyRequest,
  reply: FastifyReply,
  { matterId, name, sha256, size }: StoredPackage,
): Promise<FastifyReply> {
  const damage = await damageIn(blobs, [{ path: name, sha256, size }]);
  if (damage !== null) {
    const inside = await damageInside(blobs, sha256);
    return deny(reply, damaged(name, inside === null ? damage : `${damage}；包内：${inside}`));
  }
  await logSending(platform, request, matterId);
  return sendBytes(request, reply, blobs, { name, media_type: 'application/zip', sha256, size });
}

/** Which files of a damaged package are not as its own manifest says; null where it tells nothing. */
async function damageInside(blobs: BlobStore, sha256: string): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'faheng-damaged-'));
  try {
    const copy = join(folder, 'package.zip');
    await pipeline(blobs.read(sha256), createWriteStream(copy));
    return faultWords((await checkPackage(copy)).faults);
  } catch (error) {
    return error instanceof Error ? `不能打开（${error.message}）` : null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
