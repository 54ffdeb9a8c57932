import { ROLE_LABELS, type Role } from '#law';
import { isAdministrator, type Session } from '#platform/session';
import type { Identity } from './identity.ts';
import { isPasswordStale } from './password-rules.ts';

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

export type SessionRow = {
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
  /** The mark under which accounts, posts and the reach of organisations were read: while it stays, so does all that this row says of them. */
  identities: string;
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

/** Who is signed in by a session's row at this moment; null: it has expired, was idle too long, or its account or post serves no more. */
export function readSession(identity: Identity, row: SessionRow, now: number): SignedIn | null {
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

export const TOUCH_EVERY = 30_000;
const SEEN_KEPT = 50_000;
/** Requests of the last half minute, so that not every read costs a durable write. */
const seen = new Map<string, number>();

function lastSeen(row: SessionRow): number {
  return Math.max(Date.parse(row.seen_at), seen.get(row.id) ?? 0);
}

export function noteSeen(row: SessionRow, now: number): void {
  if (seen.size > SEEN_KEPT) seen.clear();
  seen.set(row.id, now);
}
