import { type Client, rows } from '../db.ts';

type Place = { readonly city: number; readonly cohort: number; readonly id: string; readonly seq: number };

/**
 * Whether anybody has done anything since the state that a person saw. The platform's own making of files changes nothing
 * that was shown: it must not stop the one who goes on at once.
 */
export async function isChangedSince(client: Client, matter: Place, seen: number): Promise<boolean> {
  if (matter.seq <= seen) return matter.seq < seen;
  const done = await rows(
    client,
    `select from act where city = $1 and cohort = $2 and matter_id = $3 and seq > $4 and type not in ('platform.rendered', 'platform.sealed', 'platform.packed') limit 1`,
    [matter.city, matter.cohort, matter.id, seen],
  );
  return done.length > 0;
}
