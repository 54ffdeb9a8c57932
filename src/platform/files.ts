import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Queryable } from './db.ts';

export type StoredBlob = { readonly sha256: string; readonly sm3: string; readonly size: number };

/** Where bytes live. A local folder by default; an object store may stand behind the same port. */
export type BlobStore = {
  /** Bytes are on disk under their digest before this answers. null: larger than `limit`. */
  put(bytes: Buffer | Readable, limit?: number): Promise<StoredBlob | null>;
  read(sha256: string): Readable;
  has(sha256: string): Promise<boolean>;
};

export function folderStore(folder: string): BlobStore {
  const place = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(bytes, limit = Number.POSITIVE_INFINITY) {
      const temporary = join(folder, 'incoming', randomUUID());
      await mkdir(dirname(temporary), { recursive: true });
      const written = await writeThrough(bytes instanceof Readable ? bytes : Readable.from([bytes]), temporary, limit);
      if (written === null) {
        await rm(temporary, { force: true });
        return null;
      }
      const target = place(written.sha256);
      await mkdir(dirname(target), { recursive: true });
      await syncFile(temporary);
      await rename(temporary, target);
      await syncFile(dirname(target));
      return written;
    },
    read: (sha256) => createReadStream(place(sha256)),
    has: (sha256) =>
      stat(place(sha256)).then(
        () => true,
        () => false,
      ),
  };
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
