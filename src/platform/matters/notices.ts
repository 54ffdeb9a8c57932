import type { Platform } from '../acts/perform.ts';
import { type Client, inTransaction, rows } from '../db.ts';
import { type Session, sessionPreamble } from '../session.ts';

export type Notice = { readonly id: string; readonly matterId: string; readonly text: string; readonly at: string };

/** Messages to a post: its house's for its role or for everybody there. */
const TO_ME = `organisation_id = $1 and (roles = '{}' or roles @> array[$2::text])`;

/** The newest messages, and how many have come since the post read them last (100 at most). */
export async function noticesOf(
  client: Client,
  session: Session,
): Promise<{ readonly notices: readonly Notice[]; readonly unread: number }> {
  const to = [session.organisationId, session.role];
  const notices = await rows<Notice>(
    client,
    `select id, matter_id as "matterId", text, at from notice where ${TO_ME} order by at desc, id desc limit 20`,
    to,
  );
  const [counted] = await rows<{ unread: number }>(
    client,
    `select count(*)::int as unread from (select from notice where ${TO_ME}
       and at > coalesce((select seen_at from notice_seen where post_id = $3), '-infinity') limit 100) n`,
    [...to, session.postId],
  );
  return { notices, unread: counted?.unread ?? 0 };
}

/** The post has read its messages up to a moment, which is never later than now and never moves back. */
export async function markNoticesSeen(platform: Platform, session: Session, upTo: string): Promise<void> {
  await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) =>
    client.query(
      `insert into notice_seen as s (post_id, account_id, seen_at) values ($1, $2, least($3::timestamptz, $4::timestamptz))
       on conflict (post_id) do update set seen_at = greatest(s.seen_at, excluded.seen_at)`,
      [session.postId, session.accountId, upTo, new Date(platform.now()).toISOString()],
    ),
  );
}
