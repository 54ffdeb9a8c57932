import { isRefusal, type Refusal, refuse, shanghaiDay } from '#law';
import { type AuditEvent, audit } from '#platform/audit';
import { type Client, inTransaction, rows } from '#platform/db';
import { AT_SERVER } from './at-server.ts';
import { IDENTITY_PREAMBLE, type Identity, instant } from './identity.ts';
import { newOpeningCode, openWith } from './opening-code.ts';
import { signOut } from './own-session.ts';
import { endSessions, loadSession, type SignedIn } from './sessions.ts';
import { SIGN_IN_FAILED, signIn } from './sign-in.ts';
import { actorOf } from './step-up.ts';

export type ServerAccount = {
  readonly login: string;
  readonly name: string;
  readonly status: string;
  readonly roles: readonly string[];
  readonly organisation: string | null;
  readonly isSetUp: boolean;
  readonly lockedUntil: string | null;
  readonly lastSignInAt: string | null;
};

/** All accounts as the operator may know them: no secret, nothing of what they have done. */
export async function serverAccounts(identity: Identity): Promise<readonly ServerAccount[]> {
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
    rows<ServerAccount>(
      client,
      `select a.login, a.name, a.status, coalesce(p.roles, '{}') as roles, p.organisation,
         not s.password_provisional and s.totp_confirmed_at is not null as "isSetUp",
         case when s.locked_until > $1 then s.locked_until end as "lockedUntil", s.last_sign_in_at as "lastSignInAt"
       from account a join account_secret s on s.account_id = a.id left join lateral (
         select array_agg(distinct p.role) as roles, min(r.short_name) as organisation from post p
         left join organisation_record r on r.organisation_id = p.organisation_id and upper_inf(r.known) and r.valid @> $2::date
         where p.account_id = a.id and p.held @> $2::date) p on true
       order by a.login collate "C"`,
      [instant(identity.now()), shanghaiDay(identity.now())],
    ),
  );
}

/** Ends a lock before its quarter of an hour is over; it opens nothing, so that one person suffices. */
export async function unlockAtServer(identity: Identity, login: string, reason: string): Promise<string | Refusal> {
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    const account = await accountOf(client, login);
    if (isRefusal(account)) return account;
    await client.query('update account_secret set failures = 0, locked_until = null where account_id = $1', [account.id]);
    await audit(client, eventOf(identity, 'account.unlock', account.id, { login, reason }));
    return `已解除 ${login} 的锁定。`;
  });
}

export type Witness = { readonly login: string; readonly password: string; readonly code: string };

/**
 * An administrator who has lost password or phone gets a new opening code at the server, in the presence of another of
 * the three, who signs in there with both factors: the operator of the server alone opens no account, and neither does one
 * administrator. Everybody else is reset on the pages.
 */
export async function resetAtServer(
  identity: Identity,
  login: string,
  witness: Witness,
  reason: string,
): Promise<{ readonly openingCode: string } | Refusal> {
  const by = await signedInWitness(identity, witness);
  if (isRefusal(by)) return by;
  try {
    return await inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
      const account = await accountOf(client, login);
      if (isRefusal(account)) return account;
      if (account.id === by.accountId) return refuse('own-request', null, '到场的管理员不能重置自己的账号，须由另一名管理员到场。');
      if (account.status !== 'active') return refuse('account-state', null, `账号 ${login} 已停用，请在页面上申请恢复。`);
      if (!account.is_administrator)
        return refuse('not-administrator', null, `${login} 不是管理员：请由系统管理员在“账号”页申请重置，由安全管理员批准。`);
      const openingCode = newOpeningCode();
      await endSessions(identity, client, { accountId: account.id }, 'secret-changed');
      await openWith(identity, client, account.id, openingCode);
      const event = eventOf(identity, 'account.reset-at-server', account.id, { login, reason, witness: by.login });
      await audit(client, { ...event, actor: actorOf(by, ORIGIN) });
      return { openingCode };
    });
  } finally {
    await signOut(identity, by, ORIGIN);
  }
}

const ORIGIN = { source: '服务器命令行', agent: 'faheng user' };

async function signedInWitness(identity: Identity, witness: Witness): Promise<SignedIn | Refusal> {
  const opened = await signIn(identity, witness, ORIGIN);
  if ('failed' in opened) return refuse('witness', null, SIGN_IN_FAILED);
  const by = await loadSession(identity, opened.token);
  if (by === null) return refuse('witness', null, SIGN_IN_FAILED);
  if (by.session?.role.endsWith('-admin') === true) return by;
  await signOut(identity, by, ORIGIN);
  return refuse('witness', null, '到场的人须是系统、安全、审计三名管理员之一，并且已经设好口令和验证器。');
}

type Account = { id: string; status: string; is_administrator: boolean };

async function accountOf(client: Client, login: string): Promise<Account | Refusal> {
  const [account] = await rows<Account>(
    client,
    `select a.id, a.status, exists (select from post p where p.account_id = a.id and p.role like '%-admin' and upper_inf(p.held)) as is_administrator
     from account a where a.login = $1`,
    [login],
  );
  return account ?? refuse('no-account', null, `没有登录名为 ${login} 的账号。`);
}

function eventOf(identity: Identity, action: string, accountId: string, detail: Readonly<Record<string, string>>): AuditEvent {
  return { actor: AT_SERVER, at: identity.now(), action, object: { kind: 'account', id: accountId }, result: 'ok', detail };
}
