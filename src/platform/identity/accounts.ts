import { randomUUID } from 'node:crypto';
import type { LocalDate, Role } from '#law';
import type { Client } from '#platform/db';
import { type Identity, instant } from './identity.ts';
import { hashPassword } from './passwords.ts';

export type NewPost = {
  readonly id?: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly labelMax: 0 | 1 | 2 | 3;
  readonly from: LocalDate;
  /** First day no longer held; null: open. */
  readonly until: LocalDate | null;
};

export type NewAccount = {
  readonly id?: string;
  readonly city: number;
  readonly login: string;
  readonly name: string;
  readonly officerId: string | null;
  /** A hash of `hashPassword` may be given instead, where many accounts are made at once. */
  readonly password: string | { readonly hash: string };
  /** Absent: the first sign-in can only set a password and bind an authenticator. */
  readonly totpSecret?: string;
  readonly posts: readonly NewPost[];
  /** Shown on the sign-in page with its code; a server in production refuses to start while there is one. */
  readonly demonstration?: boolean;
};

/**
 * Makes a usable account with its posts, in the caller's transaction (as owner or app_identity). Only for seeds, tests
 * and the first administrators: people's accounts come by request and approval.
 */
export async function createAccount(
  identity: Pick<Identity, 'keys' | 'now'>,
  client: Client,
  account: NewAccount,
): Promise<{ accountId: string; postIds: readonly string[] }> {
  const accountId = account.id ?? randomUUID();
  const at = instant(identity.now());
  await client.query(
    `insert into account (id, city, login, name, officer_id, status, created_at) values ($1, $2, $3, $4, $5, 'active', $6)`,
    [accountId, account.city, account.login, account.name, account.officerId, at],
  );
  await client.query(
    `insert into account_secret (account_id, password_hash, password_set_at, password_provisional, totp_secret, totp_confirmed_at, demonstration)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      accountId,
      typeof account.password === 'string' ? await hashPassword(account.password) : account.password.hash,
      at,
      account.totpSecret === undefined,
      account.totpSecret === undefined ? null : identity.keys.seal(account.totpSecret, accountId),
      account.totpSecret === undefined ? null : at,
      account.demonstration ?? false,
    ],
  );
  const postIds: string[] = [];
  for (const post of account.posts) postIds.push(await createPost(client, accountId, post));
  return { accountId, postIds };
}

export async function createPost(client: Client, accountId: string, post: NewPost): Promise<string> {
  const id = post.id ?? randomUUID();
  await client.query(
    'insert into post (id, account_id, organisation_id, role, label_max, held) values ($1, $2, $3, $4, $5, daterange($6, $7))',
    [id, accountId, post.organisationId, post.role, post.labelMax, post.from, post.until],
  );
  return id;
}
