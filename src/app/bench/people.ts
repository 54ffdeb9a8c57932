import { inTransaction, type Pool, rows } from '#platform/db';
import { IDENTITY_PREAMBLE, type Identity } from '#platform/identity/identity';
import { openSession, type PostRow, sessionOfPost } from '#platform/identity/sessions';
import type { Session } from '#platform/session';

export type Poster = { readonly login: string; readonly unitKind: string; readonly tier: string; readonly session: Session };

/** Every post of the city that is held today, as sign-in would give it. */
export async function everyPost(pool: Pool): Promise<readonly Poster[]> {
  const found = await rows<
    PostRow & {
      account_id: string;
      post_id: string;
      name: string;
      officer_id: string | null;
      login: string;
      unit_kind: string;
      tier: string;
    }
  >(
    pool,
    `select p.id as post_id, p.account_id, a.login, a.name, a.officer_id, p.role, p.label_max, p.organisation_id, o.city,
       o.reach_region_lo as region_lo, o.reach_region_hi as region_hi, o.reach_line_lo as line_lo, o.reach_line_hi as line_hi,
       r.kind as unit_kind, r.tier
     from post p join account a on a.id = p.account_id join organisation o on o.id = p.organisation_id
     join organisation_record r on r.organisation_id = o.id and upper_inf(r.known) and upper_inf(r.valid)
     where p.held @> current_date order by a.login`,
  );
  return found.flatMap((row) => {
    const session = sessionOfPost(row);
    return session === null ? [] : [{ login: row.login, unitKind: row.unit_kind, tier: row.tier, session }];
  });
}

/** The cookie of a person who has just signed in with a fresh second factor. */
export async function cookieOf(identity: Identity, { accountId, postId }: Session): Promise<string> {
  const { token } = await inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
    openSession(identity, client, { accountId, postId, fresh: true, origin: { source: '127.0.0.1', agent: 'bench' } }),
  );
  return `faheng=${token}`;
}
