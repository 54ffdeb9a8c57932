import { inTransaction, type Pool, rows } from './db.ts';
import { type BlobStore, LOCK_BLOB } from './files.ts';
import { SYSTEM_PREAMBLE } from './session.ts';

/** How long an upload waits for somebody to take it up. */
export const UPLOAD_KEPT_MS = 24 * 3_600_000;
const AT_ONCE = 100;

/** Held shared, by its connection, while a backup copies the bytes that its moment names. */
export const HOLD_BYTES = `select pg_advisory_lock_shared(hashtext('blob'), hashtext('backup'))`;
const MAY_REMOVE = `select pg_try_advisory_xact_lock(hashtext('blob'), hashtext('backup')) as may`;

/** Forms kept as typed name their files by id; nobody's but the account's own. */
const NAMED_IN_DRAFT = 'exists (select from draft d where d.account_id = f.uploaded_by and strpos(d.body::text, f.id::text) > 0)';
const DUE = `select f.id from file f where f.matter_id is null and f.uploaded_at <= $1 and not ${NAMED_IN_DRAFT} order by f.uploaded_at limit ${AT_ONCE}`;
/** One that an act or a load has in hand is passed over: it is taken up, or comes again. */
const LET_FILE_GO = `delete from file where id in (
  select f.id from file f where f.id = $1 and f.matter_id is null and f.uploaded_at <= $2 and not ${NAMED_IN_DRAFT} for update of f skip locked) returning sha256`;

/**
 * Clears uploads that no act, load or kept form has taken up within 24 hours: first the rows, then the bytes, unless other
 * files or loads refer to them. Answers how many were due: as many as are taken at once, and there may be more. May be
 * killed anywhere, and run by several servers.
 */
export async function clearUploads({ pool, now }: { readonly pool: Pool; readonly now: () => number }, blobs: BlobStore): Promise<number> {
  const nowMs = now();
  const before = new Date(nowMs - UPLOAD_KEPT_MS).toISOString();
  const due = await inTransaction(pool, SYSTEM_PREAMBLE, (client) => rows<{ id: string }>(client, DUE, [before]));
  for (const { id } of due) await letGo(pool, id, before, new Date(nowMs).toISOString());
  await removeDeparted(pool, blobs);
  await blobs.clearAside(nowMs - UPLOAD_KEPT_MS);
  return due.length;
}

/** One file in a transaction of its own: nobody ever waits for two digests. */
function letGo(pool: Pool, id: string, before: string, at: string): Promise<void> {
  return inTransaction(pool, SYSTEM_PREAMBLE, async (client) => {
    const [gone] = await rows<{ sha256: string }>(client, LET_FILE_GO, [id, before]);
    if (gone !== undefined) await client.query('select let_blob_go($1, $2)', [gone.sha256, at]);
  });
}

async function removeDeparted(pool: Pool, blobs: BlobStore): Promise<void> {
  const departed = await inTransaction(pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ sha256: string }>(client, `select sha256 from departed_blob order by since limit ${AT_ONCE}`),
  );
  for (const { sha256 } of departed) if (!(await remove(pool, blobs, sha256))) return;
}

/** Bytes that have come back meanwhile stay. false: a backup is being made, which may still copy these. */
function remove(pool: Pool, blobs: BlobStore, sha256: string): Promise<boolean> {
  return inTransaction(pool, SYSTEM_PREAMBLE, async (client) => {
    const [free] = await rows<{ may: boolean }>(client, MAY_REMOVE);
    if (free?.may !== true) return false;
    await client.query(LOCK_BLOB, [sha256]);
    const back = await rows(client, 'select from blob where sha256 = $1', [sha256]);
    if (back.length === 0) await blobs.remove(sha256);
    await client.query('delete from departed_blob where sha256 = $1', [sha256]);
    return true;
  });
}
