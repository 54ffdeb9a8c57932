import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { clearOlder } from './clear-older.ts';
import type { Queryable } from './db.ts';
import { folderParts, type Parts } from './uploads/parts.ts';

export type StoredBlob = { readonly sha256: string; readonly sm3: string; readonly size: number };

/** Bytes that have come in whole and stand aside, durably, but not yet under their digest. */
export type ReceivedBlob = StoredBlob & {
  /** Durably under their digest when this answers. Only under the lock of `storeFile`. */
  readonly place: () => Promise<void>;
  /** Drops what has not been placed. */
  readonly drop: () => Promise<void>;
};

/** Where bytes live. A local folder by default; an object store may stand behind the same port. */
export type BlobStore = {
  /** null: larger than `limit`. */
  receive(bytes: Buffer | Readable, limit?: number): Promise<ReceivedBlob | null>;
  /** Receives and places at once: for bytes of which no other copy can be cleared meanwhile. */
  put(bytes: Buffer | Readable): Promise<StoredBlob>;
  /** A file on the store's own disk, counted while it came in: stored as it lies, and left where it is. */
  takeOver(path: string, blob: StoredBlob): ReceivedBlob;
  /** `range`: first and last byte, both meant. */
  read(sha256: string, range?: { readonly start: number; readonly end: number }): Readable;
  has(sha256: string): Promise<boolean>;
  /** Bytes that are not there are no fault. */
  remove(sha256: string): Promise<void>;
  /** Clears away what was received before `beforeMs` and has stood aside ever since: its server was killed. */
  clearAside(beforeMs: number): Promise<void>;
  /** What has not come in whole, on the same disk. */
  readonly parts: Parts;
};

export function folderStore(folder: string): BlobStore {
  const place = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
  const aside = join(folder, 'incoming');
  const receive: BlobStore['receive'] = async (bytes, limit = Number.POSITIVE_INFINITY) => {
    const temporary = join(aside, randomUUID());
    const drop = (): Promise<void> => rm(temporary, { force: true });
    await mkdir(aside, { recursive: true });
    const written = await writeThrough(bytes instanceof Readable ? bytes : Readable.from([bytes]), temporary, limit);
    if (written === null) {
      await drop();
      return null;
    }
    await syncFile(temporary);
    return { ...written, drop, place: () => moveDurably(temporary, place(written.sha256)) };
  };
  return {
    receive,
    async put(bytes) {
      const received = await receive(bytes);
      if (received === null) throw new Error('bytes without a limit were refused');
      await received.place();
      return { sha256: received.sha256, sm3: received.sm3, size: received.size };
    },
    takeOver: (path, blob) => ({
      ...blob,
      drop: async () => undefined,
      place: () => placeAlso(path, join(aside, randomUUID()), place(blob.sha256)),
    }),
    read: (sha256, range) => createReadStream(place(sha256), range),
    has: (sha256) =>
      stat(place(sha256)).then(
        () => true,
        () => false,
      ),
    remove: (sha256) => rm(place(sha256), { force: true }),
    clearAside: (beforeMs) => clearOlder(aside, beforeMs),
    parts: folderParts(join(folder, 'parts')),
  };
}

async function moveDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  await syncFile(dirname(to));
}

/** A second name for the same bytes, so that whoever is killed in between still finds the first. */
async function placeAlso(from: string, aside: string, to: string): Promise<void> {
  await mkdir(dirname(aside), { recursive: true });
  // Some disks know no second names.
  await link(from, aside).catch(() => copyFile(from, aside));
  await syncFile(aside);
  await moveDurably(aside, to);
}

async function writeThrough(source: Readable, path: string, limit: number): Promise<StoredBlob | null> {
  const sha256 = createHash('sha256');
  const sm3 = createHash('sm3');
  let size = 0;
  const tooLarge = new Error('too large');
  const digest = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      sha256.update(chunk);
      sm3.update(chunk);
      done(size > limit ? tooLarge : null, chunk);
    },
  });
  try {
    await pipeline(source, digest, createWriteStream(path));
  } catch (error) {
    if (error === tooLarge) return null;
    throw error;
  }
  return { sha256: sha256.digest('hex'), sm3: sm3.digest('hex'), size };
}

/** A rename is only durable once the file and its folder are. */
async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export type NewFile = {
  readonly id: string;
  readonly city: number;
  readonly name: string;
  readonly mediaType: string;
  readonly blob: StoredBlob;
  readonly uploadedBy: string | null;
  readonly at: string;
  /** null: pending until an act attaches it. */
  readonly matter: { readonly id: string; readonly cohort: number; readonly seq: number; readonly inside: boolean } | null;
};

/** The lock of one digest: who holds it stores these bytes or lets them go, one after the other. */
export const LOCK_BLOB = `select pg_advisory_xact_lock(hashtext('blob'), hashtext($1))`;

/**
 * Stores what was received as a file, in the caller's transaction. The lock is held until its end: an older upload of the
 * same bytes that is being cleared takes nothing from this one. Rolled back after this, bytes may stay that no row names.
 */
export async function storeFile(client: Queryable, received: ReceivedBlob, file: Omit<NewFile, 'blob'>): Promise<void> {
  await client.query(LOCK_BLOB, [received.sha256]);
  await received.place();
  await insertFile(client, { ...file, blob: received });
}

/** The rows of a file whose bytes are in the store and stay there. */
export async function insertFile(client: Queryable, file: NewFile): Promise<void> {
  await client.query('insert into blob (sha256, sm3, size, stored_at) values ($1, $2, $3, $4) on conflict (sha256) do nothing', [
    file.blob.sha256,
    file.blob.sm3,
    file.blob.size,
    file.at,
  ]);
  await client.query(
    'insert into file (id, city, cohort, matter_id, seq, name, media_type, sha256, size, uploaded_by, uploaded_at, inside) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)',
    [
      file.id,
      file.city,
      file.matter?.cohort ?? null,
      file.matter?.id ?? null,
      file.matter?.seq ?? null,
      file.name,
      file.mediaType,
      file.blob.sha256,
      file.blob.size,
      file.uploadedBy,
      file.at,
      file.matter?.inside ?? false,
    ],
  );
}
