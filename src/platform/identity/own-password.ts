import { audit } from '#platform/audit';
import { type Client, inTransaction, rows } from '#platform/db';
import { IDENTITY_PREAMBLE, type Identity, instant } from './identity.ts';
import { HISTORY_KEPT, passwordFaults } from './password-rules.ts';
import { hashPassword, passwordMatches, secretMatches } from './passwords.ts';
import { endSessions, type Opened, type Origin, type SignedIn } from './sessions.ts';
import { LOCK_MINUTES, MAX_FAILURES } from './sign-in.ts';
import { actorOf, renewSession } from './step-up.ts';

export type PasswordFault = { readonly path: 'current' | 'next'; readonly reasons: readonly string[] };

/** Replaces the own password. Every other session of the account ends; this one goes on under a new token. */
export async function changePassword(
  identity: Identity,
  of: SignedIn,
  input: { readonly current: string; readonly next: string },
  origin: Origin,
): Promise<Opened | PasswordFault> {
  const kept = await countTry(identity, of);
  if (kept === null || !(await secretMatches(kept, input.current))) return wrongCurrent(identity, of, origin);
  await forgiveTries(identity, of.accountId);
  const faults = passwordFaults(input.next, { profile: identity.settings.profile, names: kept.names });
  if (faults.length === 0 && (await isReused(input.next, [kept.password_hash, ...kept.history])))
    return { path: 'next', reasons: [`不能使用当前口令或最近 ${HISTORY_KEPT} 次用过的口令`] };
  if (faults.length > 0) return { path: 'next', reasons: faults };
  const hash = await hashPassword(input.next);
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    await store(identity, client, of.accountId, hash, kept);
    await audit(client, { actor: actorOf(of, origin), at: identity.now(), action: 'password.change', result: 'ok' });
    await endSessions(identity, client, { accountId: of.accountId, except: of.sessionId }, 'secret-changed');
    return renewSession(identity, client, of, origin, of.freshUntil !== null);
  });
}

type Kept = {
  readonly password_hash: string;
  readonly password_provisional: boolean;
  readonly history: readonly string[];
  readonly names: readonly string[];
};

/** A stolen session must not be a place to guess the password: tries count as those of signing in. */
async function countTry(identity: Identity, of: SignedIn): Promise<Kept | null> {
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    const [secret] = await rows<{ password_hash: string; password_provisional: boolean; password_history: string[]; failures: number }>(
      client,
      `update account_secret set failures = failures + 1 where account_id = $1
       returning password_hash, password_provisional, password_history, failures`,
      [of.accountId],
    );
    if (secret === undefined) return null;
    if (secret.failures >= MAX_FAILURES) await lock(identity, client, of.accountId);
    return { ...secret, history: secret.password_history, names: await namesAround(client, of) };
  });
}

async function lock(identity: Identity, client: Client, accountId: string): Promise<void> {
  await client.query('update account_secret set failures = 0, locked_until = $2 where account_id = $1', [
    accountId,
    instant(identity.now() + LOCK_MINUTES * 60_000),
  ]);
}

/** The current password was right; that the new one is too weak is no failed try. */
async function forgiveTries(identity: Identity, accountId: string): Promise<void> {
  await inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
    client.query('update account_secret set failures = 0, locked_until = null where account_id = $1', [accountId]),
  );
}

async function namesAround(client: Client, of: SignedIn): Promise<readonly string[]> {
  const found = await rows<{ name: string; short_name: string }>(
    client,
    `select distinct r.name, r.short_name from post p join organisation_record r on r.organisation_id = p.organisation_id and upper_inf(r.known)
     where p.account_id = $1`,
    [of.accountId],
  );
  return [of.login, of.name, ...found.flatMap((row) => [row.name, row.short_name])];
}

async function isReused(password: string, hashes: readonly string[]): Promise<boolean> {
  for (const hash of hashes) if (await passwordMatches(hash, password)) return true;
  return false;
}

async function wrongCurrent(identity: Identity, of: SignedIn, origin: Origin): Promise<PasswordFault> {
  await inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    await audit(client, { actor: actorOf(of, origin), at: identity.now(), action: 'password.change', result: 'failed' });
    // Locked by the fifth failure: whoever sits at this session is not its owner.
    const [locked] = await rows(client, 'select 1 from account_secret where account_id = $1 and locked_until > $2', [
      of.accountId,
      instant(identity.now()),
    ]);
    if (locked !== undefined) await endSessions(identity, client, { accountId: of.accountId }, 'disabled');
  });
  return { path: 'current', reasons: ['当前口令不正确'] };
}

async function store(identity: Identity, client: Client, accountId: string, hash: string, kept: Kept): Promise<void> {
  await client.query(
    `update account_secret set password_hash = $2, password_set_at = $3, password_provisional = false, password_usable_until = null,
       password_history = $4 where account_id = $1`,
    [accountId, hash, instant(identity.now()), [kept.password_hash, ...kept.history].slice(0, HISTORY_KEPT)],
  );
}
