import { type Refusal, refuse, shanghaiDay } from '#law';
import { audit } from '#platform/audit';
import { type Client, inTransaction, rows } from '#platform/db';
import { createAccount } from './accounts.ts';
import { AT_SERVER } from './at-server.ts';
import { IDENTITY_PREAMBLE, type Identity } from './identity.ts';
import { newOpeningCode, openWith } from './opening-code.ts';

const FIRST = [
  { login: 'system-admin', role: 'system-admin', name: '系统管理员' },
  { login: 'security-admin', role: 'security-admin', name: '安全管理员' },
  { login: 'audit-admin', role: 'audit-admin', name: '审计管理员' },
] as const;

export type FirstAdministrator = { readonly login: string; readonly name: string; readonly openingCode: string };

/**
 * The three administrators of an installation that has no account yet, each with an opening code that is shown once and
 * then replaced by its holder. There are no default accounts: without this nobody can sign in. While none of the three
 * has signed in and nobody else has an account, calling again gives new codes and makes the old ones worthless.
 */
export async function createFirstAdministrators(
  identity: Identity,
  at: { readonly organisationId: string; readonly city: number },
): Promise<readonly FirstAdministrator[] | Refusal> {
  return inTransaction(identity.pool, `${IDENTITY_PREAMBLE} lock table account_secret in share row exclusive mode;`, async (client) => {
    const waiting = await waitingAdministrators(client);
    if (waiting === null)
      return refuse(
        'has-accounts',
        null,
        '已有人使用的账号：管理员和其他账号都由系统管理员申请、安全管理员批准产生。管理员无法登录时，请用 faheng user reset。',
      );
    const made: FirstAdministrator[] = [];
    for (const { login, name, role } of FIRST) {
      const code = newOpeningCode();
      const post = { organisationId: at.organisationId, role, labelMax: 0, from: shanghaiDay(identity.now()), until: null } as const;
      const accountId =
        waiting.get(login) ??
        (await createAccount(identity, client, { city: at.city, login, name, officerId: null, password: code, posts: [post] })).accountId;
      await openWith(identity, client, accountId, code);
      await audit(client, {
        actor: AT_SERVER,
        at: identity.now(),
        action: 'account.first',
        object: { kind: 'account', id: accountId },
        result: 'ok',
        detail: { login, again: waiting.has(login) },
      });
      made.push({ login, name, openingCode: code });
    }
    return made;
  });
}

/** Accounts by login where all that exist are first administrators who have never signed in; null where somebody has begun. */
async function waitingAdministrators(client: Client): Promise<ReadonlyMap<string, string> | null> {
  const found = await rows<{ id: string; login: string; waits: boolean }>(
    client,
    `select a.id, a.login, s.password_provisional and s.totp_confirmed_at is null and s.last_sign_in_at is null as waits
     from account_secret s join account a on a.id = s.account_id limit 4`,
  );
  const logins: readonly string[] = FIRST.map(({ login }) => login);
  return found.every(({ login, waits }) => waits && logins.includes(login)) ? new Map(found.map((a) => [a.login, a.id])) : null;
}
