import { shanghaiDay } from '#law';
import { newId } from '#platform/acts/ids';
import { type Client, inTransaction, rows } from '#platform/db';
import { askOnce } from '#platform/db-together';
import { IDENTITY_PREAMBLE, type Identity, instant } from './identity.ts';
import { remember } from './recalled-session.ts';
import { noteSeen, readSession, type SessionRow, type SignedIn, TOUCH_EVERY } from './session-row.ts';
import { newToken, tokenDigest } from './tokens.ts';

export { isRole, type PostRow, type SignedIn, sessionOfPost } from './session-row.ts';

/**
 * The session behind a cookie's token, or null when there is none any more: ended, idle too long, past its absolute
 * end, account disabled, post no longer held. One round trip; what is remembered of it serves nothing that is not confirmed again.
 */
export async function loadSession(identity: Identity, token: string): Promise<SignedIn | null> {
  const hash = tokenDigest(token);
  if (hash === null) return null;
  const now = identity.now();
  const [row] = await askOnce<SessionRow>(identity.pool, {
    name: 'session_by_token',
    text: 'select s.*, i.version as identities from session_by_token($1, $2) s cross join identity_version i',
    values: [hash, shanghaiDay(now)],
  });
  const signedIn = row === undefined ? null : readSession(identity, row, now);
  remember(hash, signedIn === null ? undefined : row, now);
  if (row !== undefined && signedIn !== null) await touch(identity, row, now);
  return signedIn;
}

async function touch(identity: Identity, row: SessionRow, now: number): Promise<void> {
  noteSeen(row, now);
  if (now - Date.parse(row.seen_at) < TOUCH_EVERY) return;
  await inTransaction(identity.pool, `${IDENTITY_PREAMBLE} set local synchronous_commit = off;`, (client) =>
    client.query('update session set seen_at = $2 where id = $1 and seen_at < $2', [row.id, instant(now)]),
  );
}

export type Origin = { readonly source: string; readonly agent: string };
export type Opened = { readonly token: string; readonly sessionId: string; readonly expiresAt: number };

/**
 * Opens a session in the caller's transaction (as app_identity, with the account's secret row locked, so that two
 * sign-ins at once cannot both stay under the limit). The oldest beyond the allowed number end.
 */
export async function openSession(
  identity: Identity,
  client: Client,
  of: {
    readonly accountId: string;
    readonly postId: string;
    readonly fresh: boolean;
    readonly origin: Origin;
    readonly expiresAt?: number;
  },
): Promise<Opened> {
  const now = identity.now();
  const token = newToken();
  const expiresAt = of.expiresAt ?? now + identity.settings.absoluteHours * 3_600_000;
  const sessionId = newId(now);
  await client.query(
    `update session set ended_at = $2, ended_because = 'too-many' where id in (
       select id from session where account_id = $1 and ended_at is null and expires_at > $2 and seen_at > $4
       order by created_at desc, id desc offset $3)`,
    [of.accountId, instant(now), Math.max(0, identity.settings.parallelSessions - 1), idleSince(identity, now)],
  );
  await client.query(
    `insert into session (id, token_hash, account_id, post_id, created_at, seen_at, expires_at, step_up_at, source, agent)
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9)`,
    [
      sessionId,
      tokenDigest(token),
      of.accountId,
      of.postId,
      instant(now),
      instant(expiresAt),
      of.fresh ? instant(now) : null,
      of.origin.source,
      of.origin.agent.slice(0, 200),
    ],
  );
  return { token, sessionId, expiresAt };
}

export type EndedBecause = 'signed-out' | 'replaced' | 'ended-by-self' | 'ended-by-admin' | 'disabled' | 'post-ended' | 'secret-changed';

/** Ends sessions of one account: one, or all but one. Says how many. */
export async function endSessions(
  identity: Identity,
  client: Client,
  which: { readonly accountId: string; readonly only?: string; readonly except?: string; readonly postId?: string },
  because: EndedBecause,
): Promise<number> {
  const ended = await client.query(
    `update session set ended_at = $2, ended_because = $3
     where account_id = $1 and ended_at is null and ($4::uuid is null or id = $4) and ($5::uuid is null or id <> $5)
       and ($6::uuid is null or post_id = $6)`,
    [which.accountId, instant(identity.now()), because, which.only ?? null, which.except ?? null, which.postId ?? null],
  );
  return ended.rowCount ?? 0;
}

export type OpenSessionView = {
  readonly id: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly source: string;
  readonly agent: string;
  readonly current: boolean;
};

export async function listSessions(identity: Identity, of: SignedIn): Promise<readonly OpenSessionView[]> {
  const now = identity.now();
  const found = await inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
    rows<{ id: string; created_at: string; seen_at: string; source: string; agent: string }>(
      client,
      `select id, created_at, seen_at, source, agent from session
       where account_id = $1 and ended_at is null and expires_at > $2 and seen_at > $3 order by created_at desc`,
      [of.accountId, instant(now), idleSince(identity, now)],
    ),
  );
  return found.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    source: row.source,
    agent: row.agent,
    current: row.id === of.sessionId,
  }));
}

/** What was last seen before this instant is idle whatever its role; the half minute is that of `touch`. */
function idleSince(identity: Identity, now: number): string {
  return instant(now - identity.settings.idleMinutes * 60_000 - TOUCH_EVERY);
}
