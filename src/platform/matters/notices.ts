import type { Platform } from '../acts/perform.ts';
import { type Client, inTransaction, rows } from '../db.ts';
import { isAdministrator, isUuid, type Session, sessionPreamble } from '../session.ts';
import { quotedNumber } from './quoted-number.ts';
import { visible } from './visible.ts';

export type Notice = {
  readonly id: string;
  readonly matterId: string;
  /** Under which its matter is quoted, as far as the reader is told of it. */
  readonly number: string | null;
  readonly text: string;
  readonly at: string;
};

/** Messages to a post: its house's for its role or for everybody there, as far as the label of its matter or a grant lets it read. */
function toMe(session: Session): string {
  if (!isUuid(session.accountId)) throw new Error('session ids must be UUIDs');
  const label = isAdministrator(session) ? 0 : Math.min(3, Math.trunc(session.labelMax));
  return `n.organisation_id = $1 and (n.roles = '{}' or n.roles @> array[$2::text]) and (n.label <= ${label}
    or exists (select 1 from access_grant vg where vg.matter_id = n.matter_id and vg.account_id = '${session.accountId}' and vg.held @> (select app_now())))`;
}

/** The newest messages, and how many have come since the post read them last (100 at most). */
export async function noticesOf(
  client: Client,
  session: Session,
): Promise<{ readonly notices: readonly Notice[]; readonly unread: number }> {
  const to = [session.organisationId, session.role];
  const mine = toMe(session);
  const notices = await rows<Notice>(
    client,
    `select n.id, n.matter_id as "matterId", n.text, n.at,
       (select ${quotedNumber(session, 'm')} from matter m where m.id = n.matter_id and m.cohort = n.cohort and ${visible(session, 'm', 'id')}) as number
     from notice n where ${mine} order by n.at desc, n.id desc limit 20`,
    to,
  );
  const [counted] = await rows<{ unread: number }>(
    client,
    `select count(*)::int as unread from (select from notice n where ${mine}
       and n.at > coalesce((select seen_at from notice_seen where post_id = $3), '-infinity') limit 100) unseen`,
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
