import { shanghaiDay } from '#law';
import { type AuditActor, type AuditDetail, audit } from '#platform/audit';
import { type Client, inTransaction, rows } from '#platform/db';
import { IDENTITY_PREAMBLE, type Identity, instant } from './identity.ts';
import { hashPassword, needsRehash, pretendToVerify, secretMatches } from './passwords.ts';
import { consumeFactor, type Factor, readFactor, type SecondFactorRow } from './second-factor.ts';
import { type Opened, type Origin, openSession } from './sessions.ts';
import { countSourceFailure, isSourceWaiting } from './sign-in-source.ts';

export const MAX_FAILURES = 5;
export const LOCK_MINUTES = 15;

/** One text for every failure: whether an account exists, is locked or disabled is nobody's business. */
export const SIGN_IN_FAILED = `登录名、口令或验证码不正确。同一账号连续错误 ${MAX_FAILURES} 次，锁定 ${LOCK_MINUTES} 分钟；锁定期间即使输入正确也不能登录。`;
export const NO_POST = '您目前没有在任岗位，不能登录。请联系本单位负责人或系统管理员。';

export type SignInInput = { readonly login: string; readonly password: string; readonly code: string };
export type SignInAnswer = Opened | { readonly failed: 'sign-in' | 'no-post' };

type SecretRow = SecondFactorRow & {
  login: string;
  name: string;
  status: string;
  password_hash: string;
  password_provisional: boolean;
  password_usable_until: string | null;
  is_locked: boolean;
};

/** Name, password and second factor in one step. An account not yet set up gets a session that can only set it up. */
export async function signIn(identity: Identity, input: SignInInput, origin: Origin): Promise<SignInAnswer> {
  const { account, isWaiting } = await beginTry(identity, input.login, origin);
  const mayTry = account !== null && account.status === 'active' && !account.is_locked && !isWaiting && isUsable(account, identity.now());
  const isPasswordRight = mayTry ? await secretMatches(account, input.password) : await pretendToVerify(input.password);
  if (account === null || !isPasswordRight) return fail(identity, account, origin, account === null ? 'unknown' : 'password');
  const factor = readFactor(identity, account, input.code);
  if (account.totp_confirmed_at !== null && factor === null) return fail(identity, account, origin, 'code');
  const renewed = needsRehash(account.password_hash) && !account.password_provisional ? await hashPassword(input.password) : null;
  return succeed(identity, account, { factor, renewed }, origin);
}

function isUsable(account: SecretRow, now: number): boolean {
  return account.password_usable_until === null || now < Date.parse(account.password_usable_until);
}

/**
 * Counts the try as failed before anything is verified, so that a burst of parallel guesses is bounded as well; a
 * success takes the count back. While locked nothing is counted, or a stranger could keep an account locked for ever.
 */
async function beginTry(identity: Identity, login: string, origin: Origin): Promise<{ account: SecretRow | null; isWaiting: boolean }> {
  const now = identity.now();
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    const isWaiting = await isSourceWaiting(client, origin.source, now);
    const [account] = await rows<SecretRow>(
      client,
      `with found as (
         select s.account_id, s.failures, s.locked_until is not null and s.locked_until > $2 as is_locked, a.login, a.name, a.status
         from account_secret s join account a on a.id = s.account_id where a.login = $1 for update of s
       )
       update account_secret s set
         failures = case when f.is_locked or $3 then s.failures when f.failures + 1 >= $4 then 0 else f.failures + 1 end,
         locked_until = case when f.is_locked or $3 then s.locked_until when f.failures + 1 >= $4 then $5::timestamptz end
       from found f where s.account_id = f.account_id
       returning s.account_id, f.login, f.name, f.status, s.password_hash, s.password_provisional, s.password_usable_until,
         f.is_locked, s.totp_secret, s.totp_confirmed_at, s.totp_last_step, s.recovery_codes, s.demonstration`,
      [login, instant(now), isWaiting, MAX_FAILURES, instant(now + LOCK_MINUTES * 60_000)],
    );
    return { account: account ?? null, isWaiting };
  });
}

async function fail(identity: Identity, account: SecretRow | null, origin: Origin, why: string): Promise<SignInAnswer> {
  await inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    await countSourceFailure(client, origin.source, identity.now());
    await record(identity, client, account, origin, 'failed', { why: account?.is_locked ? 'locked' : why });
  });
  return { failed: 'sign-in' };
}

async function succeed(
  identity: Identity,
  account: SecretRow,
  proof: { factor: Factor; renewed: string | null },
  origin: Origin,
): Promise<SignInAnswer> {
  const answer = await inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    await client.query(
      `update account_secret set failures = 0, locked_until = null, last_sign_in_at = $2, password_hash = coalesce($3, password_hash)
       where account_id = $1`,
      [account.account_id, instant(identity.now()), proof.renewed],
    );
    if (proof.factor !== null && !(await consumeFactor(client, account.account_id, proof.factor))) return null;
    const post = await postToTake(identity, client, account.account_id);
    if (post === null) return noPost(identity, client, account, origin);
    const isSetUp = account.totp_confirmed_at !== null && !account.password_provisional;
    const opened = await openSession(identity, client, { accountId: account.account_id, postId: post.id, fresh: isSetUp, origin });
    await record(identity, client, account, origin, 'ok', { factor: proof.factor?.kind ?? 'none', setUp: isSetUp }, post);
    return opened;
  });
  // The same code came in twice at the same moment: the second is a failed try like any other.
  return answer ?? fail(identity, account, origin, 'code');
}

async function noPost(identity: Identity, client: Client, account: SecretRow, origin: Origin): Promise<SignInAnswer> {
  await record(identity, client, account, origin, 'refused', { why: 'no-post' });
  return { failed: 'no-post' };
}

type TakenPost = { id: string; role: string; organisation_id: string };

/** The post last used, if still held; else the one held longest. */
async function postToTake(identity: Identity, client: Client, accountId: string): Promise<TakenPost | null> {
  const [post] = await rows<TakenPost>(
    client,
    `select p.id, p.role, p.organisation_id from post p where p.account_id = $1 and p.held @> $2::date and p.role <> 'machine'
     order by p.id = (select s.post_id from session s where s.account_id = $1 order by s.created_at desc limit 1) desc nulls last,
       lower(p.held), p.id limit 1`,
    [accountId, shanghaiDay(identity.now())],
  );
  return post ?? null;
}

async function record(
  identity: Identity,
  client: Client,
  account: SecretRow | null,
  origin: Origin,
  result: 'ok' | 'failed' | 'refused',
  detail: AuditDetail,
  post: TakenPost | null = null,
): Promise<void> {
  // What was typed as an unknown name may well be a password: it is not written down.
  const actor: AuditActor = {
    accountId: account?.account_id ?? null,
    who: account?.name ?? '（未识别的登录名）',
    organisationId: post?.organisation_id ?? null,
    role: post?.role ?? null,
    source: origin.source,
  };
  await audit(client, { actor, at: identity.now(), action: 'sign-in', result, detail });
}
