import { randomUUID } from 'node:crypto';
import { isRefusal, type Json, type Refusal, type Role, refuse } from '#law';
import { type Client, rows } from '#platform/db';
import type { NewPost } from './accounts.ts';
import { administer, type By } from './administration.ts';
import { type Identity, instant } from './identity.ts';
import type { MachineScope } from './machine-keys.ts';
import { OPENING_HALF } from './opening-code.ts';
import { readableSecret } from './tokens.ts';

/** What is asked; the system administrator asks, the security administrator decides. */
export type Change =
  | {
      readonly kind: 'account-create';
      readonly login: string;
      readonly name: string;
      readonly officerId: string | null;
      /** Identity number, to keep one person at one account; stored only as a keyed digest. */
      readonly personNumber: string | null;
      readonly posts: readonly NewPost[];
    }
  | { readonly kind: 'account-enable' | 'account-reset'; readonly accountId: string }
  | { readonly kind: 'post-grant'; readonly accountId: string; readonly post: NewPost }
  | { readonly kind: 'matter-grant'; readonly accountId: string; readonly matterId: string; readonly basis: string; readonly until: string }
  | {
      readonly kind: 'machine-key';
      readonly accountId: string;
      readonly postId: string;
      readonly name: string;
      readonly scopes: readonly MachineScope[];
      readonly until: string;
    };
export type ChangeKind = Change['kind'];

export const CHANGE_NAMES: Readonly<Record<ChangeKind, string>> = {
  'account-create': '新建账号',
  'account-enable': '恢复账号',
  'account-reset': '重置口令和验证器',
  'post-grant': '任命岗位',
  'matter-grant': '授权查看办件',
  'machine-key': '签发接口密钥',
};

export type Requested = {
  readonly requestId: string;
  readonly accountId: string;
  /** First half of the opening code or key, for the person concerned; the other half comes with the approval. */
  readonly half: string | null;
};

export const KEY_HALF = 26;
const HALF_LENGTH: Readonly<Partial<Record<ChangeKind, number>>> = {
  'account-create': OPENING_HALF,
  'account-reset': OPENING_HALF,
  'machine-key': KEY_HALF,
};

/**
 * Lays a change before the security administrator; nothing of it is effective. Where it opens an account or a key, its
 * secret comes in two halves, so that no administrator ever holds the whole.
 */
export async function requestChange(identity: Identity, by: By, change: Change, reason: string): Promise<Requested | Refusal> {
  const requestId = randomUUID();
  const accountId = change.kind === 'account-create' ? randomUUID() : change.accountId;
  const entry = {
    action: 'account.request',
    object: { kind: 'account', id: accountId },
    detail: { change: change.kind, request: requestId },
  };
  return administer(identity, by, entry, async (client) => {
    const fault =
      change.kind === 'account-create' ? await preparePending(identity, client, accountId, change) : await faultOf(client, change);
    if (fault !== null) return fault;
    const length = HALF_LENGTH[change.kind];
    const half = length === undefined ? null : readableSecret(length);
    await client.query(
      `insert into change_request (id, kind, account_id, body, half, reason, requested_by, requested_at, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'pending')`,
      [
        requestId,
        change.kind,
        accountId,
        JSON.stringify(bodyOf(change)),
        half === null ? null : identity.keys.seal(half, requestId),
        reason,
        by.of.accountId,
        instant(identity.now()),
      ],
    );
    return { requestId, accountId, half };
  });
}

/** The account stands as pending from here on, so that login and person are taken; it opens nothing. */
async function preparePending(
  identity: Identity,
  client: Client,
  accountId: string,
  change: Change & { kind: 'account-create' },
): Promise<Refusal | null> {
  const at = instant(identity.now());
  if (clashes(change.posts.map(({ role }) => role)))
    return refuse('administrators-exclusive', null, '系统管理员、安全管理员、审计管理员互斥，且不得兼任业务岗位。');
  const city = await cityOf(client, change.posts);
  if (isRefusal(city)) return city;
  await client.query(
    `insert into account (id, city, login, name, officer_id, status, created_at) values ($1, $2, $3, $4, $5, 'pending', $6)`,
    [accountId, city, change.login, change.name, change.officerId, at],
  );
  await client.query(
    `insert into account_secret (account_id, password_hash, password_set_at, password_provisional, person_mark) values ($1, '', $2, true, $3)`,
    [accountId, at, change.personNumber === null ? null : identity.keys.mark(`person ${change.personNumber.toUpperCase()}`)],
  );
  return null;
}

async function cityOf(client: Client, posts: readonly NewPost[]): Promise<number | Refusal> {
  const found = await rows<{ id: string; city: number }>(client, 'select id, city from organisation where id = any ($1::uuid[])', [
    posts.map(({ organisationId }) => organisationId),
  ]);
  const first = found[0];
  const isKnown = posts.every(({ organisationId }) => found.some(({ id }) => id === organisationId));
  return first !== undefined && isKnown ? first.city : refuse('no-organisation', null, '没有这个单位。');
}

/** One of the three administrators with anything else. The database says the same again when posts are written. */
export function clashes(roles: readonly Role[]): boolean {
  const distinct = new Set(roles);
  return distinct.size > 1 && [...distinct].some((role) => role.endsWith('-admin'));
}

async function faultOf(client: Client, change: Exclude<Change, { kind: 'account-create' }>): Promise<Refusal | null> {
  const [account] = await rows<{ status: string }>(client, 'select status from account where id = $1', [change.accountId]);
  const wanted = change.kind === 'account-enable' ? 'disabled' : 'active';
  if (account === undefined) return refuse('no-account', null, '没有这个账号。');
  if (account.status !== wanted)
    return refuse('account-state', null, wanted === 'active' ? '账号未启用，不能办理此项变更。' : '账号并未停用。');
  if (change.kind === 'machine-key') return machinePostFault(client, change);
  const [same] = await rows(
    client,
    `select 1 from change_request where account_id = $1 and kind = $2 and state = 'pending' and body = $3::jsonb`,
    [change.accountId, change.kind, JSON.stringify(bodyOf(change))],
  );
  return same === undefined ? null : refuse('already-requested', null, '相同的申请正在等待审批。');
}

async function machinePostFault(client: Client, change: Change & { kind: 'machine-key' }): Promise<Refusal | null> {
  const [post] = await rows(client, `select 1 from post where id = $1 and account_id = $2 and role = 'machine'`, [
    change.postId,
    change.accountId,
  ]);
  return post === undefined ? refuse('no-machine-post', null, '接口密钥只能签发给系统对接账号的系统对接岗位。') : null;
}

/** The identity number never reaches the request: its digest stands at the account already. */
function bodyOf(change: Change): { readonly [key: string]: Json } {
  switch (change.kind) {
    case 'account-create':
      return { login: change.login, name: change.name, officerId: change.officerId, posts: change.posts.map(postJson) };
    case 'account-enable':
    case 'account-reset':
      return {};
    case 'post-grant':
      return { post: postJson(change.post) };
    case 'matter-grant':
      return { matterId: change.matterId, basis: change.basis, until: change.until };
    case 'machine-key':
      return { postId: change.postId, name: change.name, scopes: change.scopes, until: change.until };
  }
}

function postJson(post: NewPost): Json {
  return { organisationId: post.organisationId, role: post.role, labelMax: post.labelMax, from: post.from, until: post.until };
}
