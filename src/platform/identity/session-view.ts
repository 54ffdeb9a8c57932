import { type LocalDate, ROLE_LABELS, type Role, shanghaiDay } from '#law';
import { type Client, inTransaction, rows } from '#platform/db';
import { isAdministrator } from '#platform/session';
import { IDENTITY_PREAMBLE, type Identity, instant } from './identity.ts';
import { isPasswordStale } from './password-rules.ts';
import { isRole, type SignedIn } from './sessions.ts';

export type PostView = {
  readonly id: string;
  readonly role: Role;
  readonly roleName: string;
  readonly organisationId: string;
  readonly organisationName: string;
};

export type SessionView = {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly post: PostView;
  readonly posts: readonly PostView[];
  readonly today: LocalDate;
  readonly demonstration: boolean;
  /** What is still to be set up before anything else opens; null: nothing. */
  readonly setUp: { readonly password: boolean; readonly totp: boolean } | null;
  readonly freshUntil: string | null;
  readonly expiresAt: string;
  readonly idleMinutes: number;
};

/** What the page shows of the person signed in; null when the post has ended in between. */
export async function sessionView(identity: Identity, of: SignedIn): Promise<SessionView | null> {
  const { settings } = identity;
  const now = identity.now();
  const today = shanghaiDay(now);
  const { posts, secret } = await inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => ({
    posts: await heldPosts(client, of.accountId, today),
    secret: await setUpState(client, of.accountId),
  }));
  const post = posts.find(({ id }) => id === of.postId);
  if (post === undefined || secret === undefined) return null;
  const password = secret.password_provisional || isPasswordStale(Date.parse(secret.password_set_at), now, settings.profile);
  return {
    accountId: of.accountId,
    login: of.login,
    name: of.name,
    post,
    posts,
    today,
    demonstration: settings.mode === 'demo',
    setUp: of.session === null ? { password, totp: !secret.has_totp } : null,
    freshUntil: of.freshUntil === null ? null : instant(of.freshUntil),
    expiresAt: instant(of.expiresAt),
    idleMinutes: of.session !== null && isAdministrator(of.session) ? settings.adminIdleMinutes : settings.idleMinutes,
  };
}

type PostNameRow = { id: string; role: string; organisation_id: string; organisation_name: string | null };

export async function heldPosts(client: Client, accountId: string, today: LocalDate): Promise<readonly PostView[]> {
  const found = await rows<PostNameRow>(
    client,
    `select p.id, p.role, p.organisation_id, r.name as organisation_name
     from post p left join organisation_record r on r.organisation_id = p.organisation_id and r.valid @> $2::date and upper_inf(r.known)
     where p.account_id = $1 and p.held @> $2::date and p.role <> 'machine' order by lower(p.held), p.id`,
    [accountId, today],
  );
  return found.flatMap((row) => (isRole(row.role) ? [postView({ ...row, role: row.role })] : []));
}

function postView(row: PostNameRow & { role: Role }): PostView {
  return {
    id: row.id,
    role: row.role,
    roleName: ROLE_LABELS[row.role],
    organisationId: row.organisation_id,
    organisationName: row.organisation_name ?? '（单位已撤销）',
  };
}

type SetUpRow = { password_provisional: boolean; password_set_at: string; has_totp: boolean };

async function setUpState(client: Client, accountId: string): Promise<SetUpRow | undefined> {
  const [row] = await rows<SetUpRow>(
    client,
    'select password_provisional, password_set_at, totp_confirmed_at is not null as has_totp from account_secret where account_id = $1',
    [accountId],
  );
  return row;
}
