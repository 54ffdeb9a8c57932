import { type LocalDate, shanghaiDay } from '#law';
import type { Confirmation } from '../session.ts';
import type { Identity } from './identity.ts';
import { noteSeen, readSession, type SessionRow, type SignedIn, TOUCH_EVERY } from './session-row.ts';
import { tokenDigest } from './tokens.ts';

const KEPT = 10_000;
/** Sessions as this process read them within the last half minute, by the digest of their token. Never an answer by itself. */
const read = new Map<string, { readonly row: SessionRow; readonly on: LocalDate }>();

/** `row` undefined: there is no such session any more. */
export function remember(hash: Buffer, row: SessionRow | undefined, now: number): void {
  if (read.size >= KEPT) read.clear();
  const key = hash.toString('base64');
  if (row === undefined) read.delete(key);
  else read.set(key, { row, on: shanghaiDay(now) });
}

export type Recalled = { readonly signedIn: SignedIn; readonly confirmation: Confirmation };

/**
 * Who was behind a token a moment ago, with what the act's own transaction compares as it opens: the row of the session, and
 * the mark that any change of an account, of a post or of an organisation's reach renews. One round trip less than asking first, and
 * no second look at all that this mark stands for. null: ask first, as on a day on which the post may no longer be held.
 */
export function recallSession(identity: Identity, token: string): Recalled | null {
  const hash = tokenDigest(token);
  const known = hash === null ? undefined : read.get(hash.toString('base64'));
  const now = identity.now();
  if (hash === null || known === undefined || now - Date.parse(known.row.seen_at) >= TOUCH_EVERY) return null;
  const { row } = known;
  const signedIn = known.on === shanghaiDay(now) ? readSession(identity, row, now) : null;
  if (signedIn === null) return null;
  noteSeen(row, now);
  let isConfirmed = false;
  const heard = ([found]: readonly Record<string, unknown>[]): void => {
    isConfirmed = found !== undefined && COMPARED.every((column) => found[column] === row[column]);
  };
  return { signedIn, confirmation: { tokenHash: hash, heard, isConfirmed: () => isConfirmed } };
}

const COMPARED = ['account_id', 'post_id', 'expires_at', 'step_up_at', 'identities'] as const;
