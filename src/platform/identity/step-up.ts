import { type AuditActor, audit } from '#platform/audit';
import { inTransaction, rows } from '#platform/db';
import { IDENTITY_PREAMBLE, type Identity, instant } from './identity.ts';
import { consumeFactor, readFactor, type SecondFactorRow } from './second-factor.ts';
import { endSessions, type Opened, type Origin, openSession, type SignedIn } from './sessions.ts';
import { LOCK_MINUTES, MAX_FAILURES } from './sign-in.ts';

export const STEP_UP_FAILED = `验证码不正确或已使用过。连续错误 ${MAX_FAILURES} 次，账号锁定 ${LOCK_MINUTES} 分钟并退出登录。`;

/**
 * Proves the second factor again. The session gets a new token; failures count together with those of signing in, and
 * the fifth ends every session of the account.
 */
export async function stepUp(identity: Identity, of: SignedIn, code: string, origin: Origin): Promise<Opened | null> {
  const now = identity.now();
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    const [row] = await rows<SecondFactorRow & { failures: number }>(
      client,
      `select account_id, totp_secret, totp_confirmed_at, totp_last_step, recovery_codes, demonstration, failures
       from account_secret where account_id = $1 for update`,
      [of.accountId],
    );
    const factor = row === undefined ? null : readFactor(identity, row, code);
    const isProved = factor !== null && (await consumeFactor(client, of.accountId, factor));
    await audit(client, { actor: actorOf(of, origin), at: now, action: 'step-up', result: isProved ? 'ok' : 'failed' });
    if (isProved) {
      await client.query('update account_secret set failures = 0 where account_id = $1', [of.accountId]);
      return renewSession(identity, client, of, origin, true);
    }
    const isLocked = (row?.failures ?? 0) + 1 >= MAX_FAILURES;
    await client.query('update account_secret set failures = $2, locked_until = coalesce($3, locked_until) where account_id = $1', [
      of.accountId,
      isLocked ? 0 : (row?.failures ?? 0) + 1,
      isLocked ? instant(now + LOCK_MINUTES * 60_000) : null,
    ]);
    if (isLocked) await endSessions(identity, client, { accountId: of.accountId }, 'disabled');
    return null;
  });
}

/** The same session under a new token (against fixation), keeping its absolute end. */
export async function renewSession(
  identity: Identity,
  client: Parameters<typeof openSession>[1],
  of: SignedIn,
  origin: Origin,
  fresh: boolean,
  postId: string = of.postId,
): Promise<Opened> {
  await endSessions(identity, client, { accountId: of.accountId, only: of.sessionId }, 'replaced');
  return openSession(identity, client, { accountId: of.accountId, postId, fresh, origin, expiresAt: of.expiresAt });
}

export function actorOf(of: SignedIn, origin: Origin): AuditActor {
  return {
    accountId: of.accountId,
    who: of.name,
    organisationId: of.session?.organisationId ?? null,
    role: of.session?.role ?? null,
    source: origin.source,
  };
}
