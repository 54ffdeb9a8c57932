import { audit } from '#platform/audit';
import { type Client, inTransaction, rows } from '#platform/db';
import { IDENTITY_PREAMBLE, type Identity, instant } from './identity.ts';
import { newRecoveryCodes, recoveryDigest } from './recovery-codes.ts';
import { endSessions, type Opened, type Origin, type SignedIn } from './sessions.ts';
import { actorOf, renewSession } from './step-up.ts';
import { matchedStep, newTotpSecret, totpUri } from './totp.ts';

export type PendingAuthenticator = { readonly secret: string; readonly uri: string };

/**
 * A new secret, waiting for its first code; the old one works until then. null when an unfinished session would replace
 * an authenticator that is bound already: that takes a full session and a fresh code.
 */
export async function startAuthenticator(identity: Identity, of: SignedIn): Promise<PendingAuthenticator | null> {
  const secret = newTotpSecret();
  const stored = await inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
    client.query('update account_secret set totp_pending = $2 where account_id = $1 and ($3 or totp_confirmed_at is null)', [
      of.accountId,
      identity.keys.seal(secret, of.accountId),
      of.session !== null,
    ]),
  );
  return stored.rowCount === 1 ? { secret, uri: totpUri(secret, of.login) } : null;
}

export type BoundAuthenticator = { readonly opened: Opened; readonly recoveryCodes: readonly string[] };

/** Binds the waiting authenticator by its first code; null when the code is wrong or nothing waits. */
export async function confirmAuthenticator(
  identity: Identity,
  of: SignedIn,
  code: string,
  origin: Origin,
): Promise<BoundAuthenticator | null> {
  const now = identity.now();
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    const [row] = await rows<{ totp_pending: Buffer | null; is_bound: boolean }>(
      client,
      'select totp_pending, totp_confirmed_at is not null as is_bound from account_secret where account_id = $1 for update',
      [of.accountId],
    );
    const pending = row?.totp_pending ?? null;
    const secret = pending === null ? null : identity.keys.unseal(pending, of.accountId);
    const mayBind = of.session !== null || row?.is_bound === false;
    const step = secret === null || !mayBind ? null : matchedStep(secret, code, now, null);
    await audit(client, { actor: actorOf(of, origin), at: now, action: 'authenticator.bind', result: step === null ? 'failed' : 'ok' });
    if (step === null) return null;
    await client.query(
      `update account_secret set totp_secret = totp_pending, totp_pending = null, totp_confirmed_at = $2, totp_last_step = $3
       where account_id = $1`,
      [of.accountId, instant(now), step],
    );
    const recoveryCodes = await storeRecoveryCodes(client, of.accountId);
    await endSessions(identity, client, { accountId: of.accountId, except: of.sessionId }, 'secret-changed');
    return { opened: await renewSession(identity, client, of, origin, true), recoveryCodes };
  });
}

/** Ten new codes; the old ones are void. They are shown this once. */
export async function renewRecoveryCodes(identity: Identity, of: SignedIn, origin: Origin): Promise<readonly string[]> {
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    await audit(client, { actor: actorOf(of, origin), at: identity.now(), action: 'recovery-codes.renew', result: 'ok' });
    return storeRecoveryCodes(client, of.accountId);
  });
}

async function storeRecoveryCodes(client: Client, accountId: string): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await client.query('update account_secret set recovery_codes = $2 where account_id = $1', [accountId, codes.map(recoveryDigest)]);
  return codes;
}
