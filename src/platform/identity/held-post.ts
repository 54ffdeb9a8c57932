import { shanghaiDay } from '#law';
import { inTransaction, rows } from '#platform/db';
import type { Session } from '#platform/session';
import { IDENTITY_PREAMBLE, type Identity } from './identity.ts';
import { type PostRow, sessionOfPost } from './sessions.ts';

type HeldRow = PostRow & {
  readonly account_id: string;
  readonly post_id: string;
  readonly name: string;
  readonly officer_id: string | null;
};

/**
 * For work that a person has asked for and that goes on without them: what their post reaches today. null: the account
 * is closed or the post no longer held, the work must stop.
 */
export async function sessionOfHeldPost(
  identity: Pick<Identity, 'pool' | 'now'>,
  accountId: string,
  postId: string,
): Promise<Session | null> {
  const [held] = await inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
    rows<HeldRow>(
      client,
      `select a.id as account_id, p.id as post_id, a.name, a.officer_id, p.role, p.label_max::int, o.id as organisation_id, o.city,
         o.reach_region_lo as region_lo, o.reach_region_hi as region_hi, o.reach_line_lo as line_lo, o.reach_line_hi as line_hi
       from post p join account a on a.id = p.account_id join organisation o on o.id = p.organisation_id
       where p.id = $1 and a.id = $2 and a.status = 'active' and p.held @> $3::date`,
      [postId, accountId, shanghaiDay(identity.now())],
    ),
  );
  return held === undefined ? null : sessionOfPost(held);
}
