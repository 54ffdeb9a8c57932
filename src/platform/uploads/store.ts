import { type Client, type Queryable, rows } from '../db.ts';
import type { UploadLimits } from './limits.ts';
import type { Received } from './parts.ts';

export type Upload = {
  readonly id: string;
  readonly city: number;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly sha256: string | null;
  readonly mark: string;
  readonly received: number;
  readonly received_sha256: string | null;
};

const COLUMNS = 'id, city, name, media_type, size, sha256, mark, received, received_sha256';

/** Row security shows everybody their own alone; the account stands here too, so that both walls say the same. */
export async function ownUpload(client: Queryable, id: string, accountId: string, lock = false): Promise<Upload | null> {
  const sql = `select ${COLUMNS} from upload where id = $1 and account_id = $2${lock ? ' for update' : ''}`;
  const [found] = await rows<Upload>(client, sql, [id, accountId]);
  return found ?? null;
}

/** Unfinished uploads, the latest first. */
export function ownUploads(client: Queryable, accountId: string): Promise<Upload[]> {
  return rows<Upload>(client, `select ${COLUMNS} from upload where account_id = $1 order by touched_at desc, id desc`, [accountId]);
}

/** Locks the account's uploads until the end of the transaction. False: it has as many open as it may, or as many bytes. */
export async function hasRoomFor(client: Client, accountId: string, size: number, limits: UploadLimits): Promise<boolean> {
  await client.query(`select pg_advisory_xact_lock(hashtext('upload'), hashtext($1))`, [accountId]);
  const [open] = await rows<{ n: number; bytes: number }>(
    client,
    'select count(*)::int as n, coalesce(sum(size), 0)::bigint as bytes from upload where account_id = $1',
    [accountId],
  );
  return open === undefined || (open.n < limits.open && Number(open.bytes) + size <= limits.openBytes);
}

export async function insertUpload(
  client: Queryable,
  upload: Omit<Upload, 'received' | 'received_sha256'>,
  accountId: string,
  at: string,
): Promise<void> {
  await client.query(
    'insert into upload (id, account_id, city, name, media_type, size, sha256, mark, started_at, touched_at) values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$9)',
    [upload.id, accountId, upload.city, upload.name, upload.media_type, upload.size, upload.sha256, upload.mark, at],
  );
}

export async function noteReceived(client: Queryable, id: string, { size, sha256 }: Received, at: string): Promise<void> {
  await client.query('update upload set received = $2, received_sha256 = $3, touched_at = $4 where id = $1', [id, size, sha256, at]);
}

export async function deleteUpload(client: Queryable, id: string): Promise<void> {
  await client.query('delete from upload where id = $1', [id]);
}

/** What an upload became, for whoever did not hear the answer. */
export async function fileOfUpload(
  client: Queryable,
  id: string,
  accountId: string,
): Promise<{ id: string; name: string; size: number; sha256: string } | null> {
  const sql = 'select id, name, size, sha256 from file where id = $1 and uploaded_by = $2 and matter_id is null';
  const [file] = await rows<{ id: string; name: string; size: number; sha256: string }>(client, sql, [id, accountId]);
  return file ?? null;
}
