import type { Client } from '#platform/db';
import { type Identity, instant } from './identity.ts';
import { hashPassword } from './passwords.ts';
import { readableSecret } from './tokens.ts';

export const OPENING_HALF = 8;

/** How long an opening code may lie on a desk. */
const OPENING_DAYS = 7;

export function openingCode(first: string, second: string): string {
  return `${first}-${second}`;
}

/** A whole code, for installations where nobody can yet hold the other half. */
export function newOpeningCode(): string {
  return openingCode(readableSecret(OPENING_HALF), readableSecret(OPENING_HALF));
}

/** The person types the code once and must then choose a password and bind an authenticator. */
export async function openWith(identity: Identity, client: Client, accountId: string, code: string): Promise<void> {
  const now = identity.now();
  await client.query(
    `update account_secret set password_hash = $2, password_set_at = $3, password_provisional = true, password_usable_until = $4,
       totp_secret = null, totp_pending = null, totp_confirmed_at = null, recovery_codes = '{}', failures = 0, locked_until = null
     where account_id = $1`,
    [accountId, await hashPassword(code), instant(now), instant(now + OPENING_DAYS * 86_400_000)],
  );
}
