import { createHash, type Hash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { clearOlder } from '../clear-older.ts';

/** What of a file has come in: counted from its first byte as it came, not as it is read again later. */
export type Received = { readonly size: number; readonly sha256: string | null };

/** Bytes of one piece, standing aside until they are joined. */
export type Piece = { readonly path: string; readonly size: number; readonly sha256: string; readonly drop: () => Promise<void> };

type Digests = { readonly size: number; readonly sha256: Hash; readonly sm3: Hash };

/** The unfinished files of uploads in parts, in a folder on the disk of the store. */
export type Parts = {
  /** Whatever arrives before the connection ends or breaks. */
  readonly take: (bytes: Readable) => Promise<Piece>;
  /** The digests of what was received; null: what lies here is something else (lost, or changed on the disk). */
  readonly count: (id: string, received: Received) => Promise<Digests | null>;
  /**
   * Adds a piece after what was counted, durably; what a killed server had written beyond is cut off. `keep` is called once
   * the new count has been committed. One caller at a time.
   */
  readonly join: (id: string, counted: Digests, piece: Piece) => Promise<Received & { readonly keep: () => void }>;
  readonly pathOf: (id: string) => string;
  readonly remove: (id: string) => Promise<void>;
  /** Clears away what has not been written to since `beforeMs`: pieces of killed servers, and files of uploads that have ended. */
  readonly clearOlder: (beforeMs: number) => Promise<void>;
};

const KEPT_IN_MEMORY = 500;

export function folderParts(folder: string): Parts {
  const known = new Map<string, Digests>();
  const pathOf = (id: string): string => join(folder, id);
  const remember = (id: string, digests: Digests): void => {
    known.delete(id);
    known.set(id, digests);
    const [oldest] = known.keys();
    if (known.size > KEPT_IN_MEMORY && oldest !== undefined) known.delete(oldest);
  };
  return {
    pathOf,
    take: (bytes) => takePiece(folder, bytes),
    async count(id, { size, sha256 }) {
      if (size === 0) return NOTHING();
      const lies = await stat(pathOf(id)).catch(() => null);
      if (lies === null || lies.size < size) return null;
      const before = known.get(id);
      const digests = await countOn(before !== undefined && before.size <= size ? before : NOTHING(), pathOf(id), size);
      if (digests.sha256.copy().digest('hex') !== sha256) return null;
      remember(id, digests);
      return digests;
    },
    async join(id, counted, piece) {
      const next = await append(pathOf(id), counted, piece);
      return { size: next.size, sha256: next.sha256.copy().digest('hex'), keep: () => remember(id, next) };
    },
    async remove(id) {
      known.delete(id);
      await rm(pathOf(id), { force: true });
    },
    clearOlder: (beforeMs) => clearOlder(folder, beforeMs),
  };
}

const NOTHING = (): Digests => ({ size: 0, sha256: createHash('sha256'), sm3: createHash('sm3') });

async function takePiece(folder: string, bytes: Readable): Promise<Piece> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `piece-${randomUUID()}`);
  const drop = (): Promise<void> => rm(path, { force: true });
  const sha256 = createHash('sha256');
  const file = await open(path, 'w');
  let size = 0;
  try {
    for await (const chunk of comingIn(bytes)) {
      size += chunk.length;
      sha256.update(chunk);
      await file.writeFile(chunk);
    }
    return { path, size, sha256: sha256.digest('hex'), drop };
  } catch (error) {
    await drop();
    throw error;
  } finally {
    await file.close();
  }
}

/** The bytes of a request as they come; a broken connection is their end. */
async function* comingIn(bytes: Readable): AsyncGenerator<Buffer> {
  const chunks = bytes[Symbol.asyncIterator]();
  for (;;) {
    const next = await chunks.next().catch(() => null);
    if (next === null || next.done === true) return;
    yield next.value as Buffer;
  }
}

async function append(path: string, before: Digests, piece: Piece): Promise<Digests> {
  const [sha256, sm3] = [before.sha256.copy(), before.sm3.copy()];
  const file = await open(path, before.size === 0 ? 'w' : 'r+');
  try {
    if (before.size > 0) await file.truncate(before.size);
    let at = before.size;
    for await (const chunk of createReadStream(piece.path)) {
      const bytes = chunk as Buffer;
      sha256.update(bytes);
      sm3.update(bytes);
      await writeWhole(file, bytes, at);
      at += bytes.length;
    }
    await file.sync();
    return { size: at, sha256, sm3 };
  } finally {
    await file.close();
  }
}

async function writeWhole(file: Awaited<ReturnType<typeof open>>, bytes: Buffer, at: number): Promise<void> {
  for (let written = 0; written < bytes.length; )
    written += (await file.write(bytes, written, bytes.length - written, at + written)).bytesWritten;
}

/** Reads on what this process has not counted itself: after a restart, or when another process took the last pieces. */
async function countOn(from: Digests, path: string, size: number): Promise<Digests> {
  if (from.size === size) return from;
  const [sha256, sm3] = [from.sha256.copy(), from.sm3.copy()];
  for await (const chunk of createReadStream(path, { start: from.size, end: size - 1 })) {
    sha256.update(chunk as Buffer);
    sm3.update(chunk as Buffer);
  }
  return { size, sha256, sm3 };
}
