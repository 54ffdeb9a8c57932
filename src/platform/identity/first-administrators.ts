import { type Refusal, refuse, shanghaiDay } from '#law';
import { inTransaction, rows } from '#platform/db';
import { createAccount } from './accounts.ts';
import { OPENING_HALF } from './change-requests.ts';
import { openingCode } from './decide-request.ts';
import { IDENTITY_PREAMBLE, type Identity } from './identity.ts';
import { readableSecret } from './tokens.ts';

const FIRST = [
  { login: 'system-admin', role: 'system-admin', name: '系统管理员' },
  { login: 'security-admin', role: 'security-admin', name: '安全管理员' },
  { login: 'audit-admin', role: 'audit-admin', name: '审计管理员' },
] as const;

export type FirstAdministrator = { readonly login: string; readonly name: string; readonly openingCode: string };

/**
 * The three administrators of an installation that has no account yet, each with an opening code that is shown once and
 * then replaced by its holder. There are no default accounts: without this nobody can sign in.
 */
export async function createFirstAdministrators(
  identity: Identity,
  at: { readonly organisationId: string; readonly city: number },
): Promise<readonly FirstAdministrator[] | Refusal> {
  return inTransaction(identity.pool, `${IDENTITY_PREAMBLE} lock table account_secret in share row exclusive mode;`, async (client) => {
    const [existing] = await rows(client, 'select 1 from account_secret limit 1');
    if (existing !== undefined) return refuse('has-accounts', null, '已有账号：管理员只能由系统管理员申请、安全管理员批准产生。');
    const made: FirstAdministrator[] = [];
    for (const { login, name, role } of FIRST) {
      const code = openingCode(readableSecret(OPENING_HALF), readableSecret(OPENING_HALF));
      const from = shanghaiDay(identity.now());
      const post = { organisationId: at.organisationId, role, labelMax: 0, from, until: null } as const;
      await createAccount(identity, client, { city: at.city, login, name, officerId: null, password: code, posts: [post] });
      made.push({ login, name, openingCode: code });
    }
    return made;
  });
}
