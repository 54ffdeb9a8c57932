import { randomUUID } from 'node:crypto';
import { shanghaiDay } from '#law';
import { audit } from '#platform/audit';
import { inTransaction, rows } from '#platform/db';
import type { Session } from '#platform/session';
import { IDENTITY_PREAMBLE, type Identity, instant } from './identity.ts';
import { type Origin, type PostRow, type SignedIn, sessionOfPost } from './sessions.ts';
import { actorOf } from './step-up.ts';
import { newToken, tokenDigest } from './tokens.ts';

type CalendarLink = { readonly createdAt: string; readonly lastReadAt: string | null };

/** The open link of the post in which the person acts now; its address is shown only when it is made. */
export async function calendarLink(identity: Identity, of: SignedIn): Promise<CalendarLink | null> {
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    const found = await rows<CalendarLink>(
      client,
      `select created_at as "createdAt", last_read_at as "lastReadAt" from calendar_link
       where account_id = $1 and post_id = $2 and revoked_at is null`,
      [of.accountId, of.postId],
    );
    return found[0] ?? null;
  });
}

/** A new secret for this post; the one before it opens nothing from now on. Answers the secret, which is nowhere kept. */
export async function renewCalendarLink(identity: Identity, of: SignedIn, origin: Origin): Promise<string> {
  const token = newToken();
  const at = identity.now();
  await inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    await client.query('select 1 from account where id = $1 for no key update', [of.accountId]);
    await client.query(REVOKE, [of.accountId, of.postId, instant(at)]);
    const id = randomUUID();
    await client.query('insert into calendar_link (id, account_id, post_id, token_hash, created_at) values ($1, $2, $3, $4, $5)', [
      ...[id, of.accountId, of.postId],
      ...[tokenDigest(token), instant(at)],
    ]);
    await audit(client, {
      actor: actorOf(of, origin),
      at,
      action: 'calendar-link.create',
      object: { kind: 'calendar-link', id },
      result: 'ok',
    });
  });
  return token;
}

/** Whoever holds the old address reads nothing any more; true when there was one. */
export async function revokeCalendarLink(identity: Identity, of: SignedIn, origin: Origin): Promise<boolean> {
  const at = identity.now();
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    const { rowCount } = await client.query(REVOKE, [of.accountId, of.postId, instant(at)]);
    const revoked = rowCount === 1;
    await audit(client, { actor: actorOf(of, origin), at, action: 'calendar-link.revoke', result: revoked ? 'ok' : 'refused' });
    return revoked;
  });
}

const REVOKE = 'update calendar_link set revoked_at = $3 where account_id = $1 and post_id = $2 and revoked_at is null';

/** The post whose clocks an address shows today; null once it is revoked, the account disabled or the post ended. */
export async function sessionOfLink(identity: Identity, token: string): Promise<Session | null> {
  const hash = tokenDigest(token);
  if (hash === null) return null;
  const { rows: found } = await identity.pool.query<LinkRow>({
    name: 'calendar_by_link',
    text: 'select * from calendar_by_link($1, $2)',
    values: [hash, shanghaiDay(identity.now())],
  });
  const [row] = found;
  const session = row === undefined ? null : sessionOfPost(row);
  if (row === undefined || session === null) return null;
  await inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
    client.query('update calendar_link set last_read_at = $2 where id = $1', [row.id, instant(identity.now())]),
  );
  return session;
}

type LinkRow = PostRow & { id: string; account_id: string; post_id: string; name: string; officer_id: string | null };
