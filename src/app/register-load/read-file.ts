import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isRefusal, type Refusal } from '#law';
import type { Platform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import type { BlobStore } from '#platform/files';
import { type Session, sessionPreamble } from '#platform/session';
import type { Columns } from '#registers/loading';
import type { ReadFile } from './load.ts';
import { readTable } from './read-table.ts';

/** A file that the session may read, unpacked to a place of its own and read whole; null: there is none for it. */
export async function readFileOf(
  { platform, blobs }: { readonly platform: Platform; readonly blobs: BlobStore },
  session: Session,
  id: string,
  columns: Columns,
): Promise<ReadFile | Refusal | null> {
  const [found] = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) =>
    rows<{ name: string; sha256: string }>(client, 'select name, sha256 from file where id = $1', [id]),
  );
  if (found === undefined || !(await blobs.has(found.sha256))) return null;
  const folder = await mkdtemp(join(tmpdir(), 'faheng-register-'));
  try {
    const path = join(folder, 'file');
    await pipeline(blobs.read(found.sha256), createWriteStream(path));
    const table = await readTable(path, columns);
    return isRefusal(table) ? table : { id, ...found, table };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
