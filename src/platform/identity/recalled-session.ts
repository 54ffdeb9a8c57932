import { shanghaiDay } from '#law';
import type { Confirmation } from '../session.ts';
import type { Identity } from './identity.ts';
import { noteSeen, readSession, type SessionRow, type SignedIn, TOUCH_EVERY } from './session-row.ts';
import { tokenDigest } from './tokens.ts';

const KEPT = 10_000;
/** Sessions as this process read them within the last half minute, by the digest of their token. Never an answer by itself. */
const read = new Map<string, SessionRow>();

/** `row` undefined: there is no such session any more. */
export function remember(hash: Buffer, row: SessionRow | undefined): void {
  if (read.size >= KEPT) read.clear();
  const key = hash.toString('base64');
  if (row === undefined) read.delete(key);
  else read.set(key, row);
}

export type Recalled = { readonly signedIn: SignedIn; readonly confirmation: Confirmation };

/**
 * Who was behind a token a moment ago, with the statement by which the act's own transaction asks whether everything about
 * the session still stands as it was read: one round trip less than asking first. null: ask first.
 */
export function recallSession(identity: Identity, token: string): Recalled | null {
  const hash = tokenDigest(token);
  const row = hash === null ? undefined : read.get(hash.toString('base64'));
  const now = identity.now();
  if (hash === null || row === undefined || now - Date.parse(row.seen_at) >= TOUCH_EVERY) return null;
  const signedIn = readSession(identity, row, now);
  if (signedIn === null) return null;
  noteSeen(row, now);
  let isConfirmed = false;
  const statement = {
    name: 'confirm session',
    text: 'select s::text as whole from session_by_token($1, $2) s',
    values: [hash, shanghaiDay(now)],
    heard: (found: readonly Record<string, unknown>[]): void => {
      isConfirmed = found.length === 1 && found[0]?.['whole'] === row.whole;
    },
  };
  return { signedIn, confirmation: { statement, isConfirmed: () => isConfirmed } };
}
