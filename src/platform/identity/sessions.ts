import { randomUUID } from 'node:crypto';
import { ROLE_LABELS, type Role, shanghaiDay } from '#law';
import { type Client, inTransaction, rows } from '#platform/db';
import { isAdministrator, type Session } from '#platform/session';
import { IDENTITY_PREAMBLE, type Identity, instant } from './identity.ts';
import { isPasswordStale } from './password-rules.ts';
import { newToken, tokenDigest } from './tokens.ts';

/** An open session of a person. `session` is null while password or second factor are still to be set up. */
export type SignedIn = {
  readonly sessionId: string;
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly officerId: string | null;
  readonly postId: string;
  readonly session: Session | null;
  readonly expiresAt: number;
  /** Until when the second factor counts as fresh; null: not fresh. */
  readonly freshUntil: number | null;
};

type SessionRow = {
  id: string;
  account_id: string;
  post_id: string;
  seen_at: string;
  expires_at: string;
  step_up_at: string | null;
  login: string;
  name: string;
  status: string;
  officer_id: string | null;
  is_set_up: boolean;
  password_set_at: string;
} & PostRow;

/** What both kinds of caller, people and machines, have of a post. */
export type PostRow = {
  role: string | null;
  label_max: number | null;
  organisation_id: string | null;
  city: number | null;
  region_lo: number | null;
  region_hi: number | null;
  line_lo: number | null;
  line_hi: number | null;
};

/**
 * The session behind a cookie's token, or null when there is none any more: ended, idle too long, past its absolute
 * end, account disabled, post no longer held. One round trip; nothing is cached, so ending a session works at once.
 */
export async function loadSession(identity: Identity, token: string): Promise<SignedIn | null> {
  const hash = tokenDigest(token);
  if (hash === null) return null;
  const now = identity.now();
  const result = await identity.pool.query<SessionRow>({
    name: 'session_by_token',
    text: 'select * from session_by_token($1, $2)',
    values: [hash, shanghaiDay(now)],
  });
  const row = result.rows[0];
  if (row === undefined) return null;
  const signedIn = readSession(identity, row, now);
  if (signedIn !== null) await touch(identity, row, now);
  return signedIn;
}

function readSession(identity: Identity, row: SessionRow, now: number): SignedIn | null {
  const { settings } = identity;
  const session = sessionOfPost(row);
  const idleMinutes = session && isAdministrator(session) ? settings.adminIdleMinutes : settings.idleMinutes;
  const isIdle = now - lastSeen(row) >= idleMinutes * 60_000;
  const expiresAt = Date.parse(row.expires_at);
  if (row.status !== 'active' || session === null || isIdle || now >= expiresAt) return null;
  const mustSetUp = !row.is_set_up || isPasswordStale(Date.parse(row.password_set_at), now, settings.profile);
  const freshUntil = row.step_up_at === null ? 0 : Date.parse(row.step_up_at) + settings.stepUpMinutes * 60_000;
  return {
    sessionId: row.id,
    accountId: row.account_id,
    login: row.login,
    name: row.name,
    officerId: row.officer_id,
    postId: row.post_id,
    session: mustSetUp ? null : session,
    expiresAt,
    freshUntil: now < freshUntil ? freshUntil : null,
  };
}

/** null when the post is not held today. */
export function sessionOfPost(
  row: PostRow & { account_id: string; post_id: string; name: string; officer_id: string | null },
): Session | null {
  if (row.role === null || !isRole(row.role) || row.organisation_id === null) return null;
  return {
    accountId: row.account_id,
    postId: row.post_id,
    officerId: row.officer_id,
    name: row.name,
    role: row.role,
    organisationId: row.organisation_id,
    city: row.city ?? 0,
    region: { lo: row.region_lo ?? 1, hi: row.region_hi ?? 0 },
    line: { lo: row.line_lo ?? 1, hi: row.line_hi ?? 0 },
    labelMax: row.label_max ?? 0,
  };
}

export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLE_LABELS, text);
}

const TOUCH_EVERY = 30_000;
const SEEN_KEPT = 50_000;
/** Requests of the last half minute, so that not every read costs a durable write. */
const seen = new Map<string, number>();

function lastSeen(row: SessionRow): number {
  return Math.max(Date.parse(row.seen_at), seen.get(row.id) ?? 0);
}

async function touch(identity: Identity, row: SessionRow, now: number): Promise<void> {
  if (seen.size > SEEN_KEPT) seen.clear();
  seen.set(row.id, now);
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
  const sessionId = randomUUID();
  await client.query(
    `update session set ended_at = $2, ended_because = 'too-many' where id in (
       select id from session where account_id = $1 and ended_at is null and expires_at > $2 and seen_at > $4
       order by created_at desc, id offset $3)`,
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
