import type { Client } from '../db.ts';
import type { Working } from './append.ts';
import { newId } from './ids.ts';

/**
 * A sealed matter is reached by a grant to named persons alone: whoever opened it, and the officers that the room
 * names. A person once named keeps the grant until the security administrator ends it.
 */
export async function grantToNamed(client: Client, w: Working, officers: readonly string[], nowMs: number): Promise<void> {
  const opener = w.acts.find((a) => a.seq === 1)?.account_id ?? null;
  if (opener === null && officers.length === 0) return;
  const { rows } = await client.query<{ id: string }>('select id from account where officer_id = any($1::uuid[]) or id = $2', [
    officers,
    opener,
  ]);
  for (const account of rows) {
    await client.query(
      `insert into access_grant (id, account_id, matter_id, basis, held) values ($1, $2, $3, '密封事项指名', tstzrange($4, null)) on conflict do nothing`,
      [newId(nowMs), account.id, w.matterId, new Date(nowMs).toISOString()],
    );
  }
}
