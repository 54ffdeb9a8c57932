import { inTransaction, type Pool, rows } from '../db.ts';
import { SYSTEM_PREAMBLE } from '../session.ts';
import type { Parts } from './parts.ts';

/** How long an upload in parts waits for its next piece: over a weekend away from the network. */
export const UNFINISHED_KEPT_MS = 3 * 24 * 3_600_000;
const AT_ONCE = 100;

const LET_GO = `delete from upload where id in (
  select id from upload where touched_at <= $1 order by touched_at limit ${AT_ONCE} for update skip locked) returning id`;

/**
 * Ends uploads of which nothing came for three days, and removes the pieces that no upload names any more. One in hand is
 * passed over. Answers how many were ended.
 */
export async function clearUnfinished({ pool, now }: { readonly pool: Pool; readonly now: () => number }, parts: Parts): Promise<number> {
  const before = now() - UNFINISHED_KEPT_MS;
  const gone = await inTransaction(pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ id: string }>(client, LET_GO, [new Date(before).toISOString()]),
  );
  for (const { id } of gone) await parts.remove(id);
  await parts.clearOlder(before);
  return gone.length;
}
