import { randomUUID } from 'node:crypto';
import { type Json, type Refusal, refuse } from '#law';
import { type Client, rows } from '#platform/db';
import { createPost, type NewPost } from './accounts.ts';
import { administer, type By } from './administration.ts';
import { type ChangeKind, KEY_HALF } from './change-requests.ts';
import { type Identity, instant } from './identity.ts';
import { digestOf } from './keys.ts';
import { OPENING_HALF, openingCode, openWith } from './opening-code.ts';
import { endSessions } from './sessions.ts';
import { readableSecret } from './tokens.ts';

export type Decision = { readonly approve: boolean; readonly reason: string | null };
export type Decided = {
  readonly requestId: string;
  readonly state: 'approved' | 'refused' | 'withdrawn';
  /** Second half of the opening code or key; shown this once. */
  readonly half: string | null;
};

type RequestRow = {
  id: string;
  kind: ChangeKind;
  account_id: string;
  body: { [key: string]: Json };
  half: Buffer | null;
  requested_by: string;
  state: string;
};

/** Approves, which takes effect at once, or refuses. Nobody decides what they asked for themselves or what opens their own account. */
export async function decideRequest(identity: Identity, by: By, requestId: string, decision: Decision): Promise<Decided | Refusal> {
  const detail = { approve: decision.approve };
  return administer(identity, by, { action: 'request.decide', object: { kind: 'request', id: requestId }, detail }, async (client) => {
    const request = await lockPending(client, requestId);
    if (request === undefined) return refuse('no-request', null, '没有这项待审批的申请，可能已经办结。');
    if (request.requested_by === by.of.accountId || request.account_id === by.of.accountId)
      return refuse('own-request', null, '不能审批自己提出的或与自己账号有关的申请。');
    const half = decision.approve ? await takeEffect(identity, client, request, by) : null;
    if (!decision.approve && request.kind === 'account-create') await abandonPending(client, request.account_id);
    await close(identity, client, requestId, by, decision.approve ? 'approved' : 'refused', decision.reason);
    return { requestId, state: decision.approve ? 'approved' : 'refused', half };
  });
}

/** Takes back what one has asked for oneself. */
export async function withdrawRequest(identity: Identity, by: By, requestId: string): Promise<Decided | Refusal> {
  return administer(identity, by, { action: 'request.withdraw', object: { kind: 'request', id: requestId } }, async (client) => {
    const request = await lockPending(client, requestId);
    if (request === undefined || request.requested_by !== by.of.accountId)
      return refuse('no-request', null, '没有这项待审批的申请，或者不是您提出的。');
    if (request.kind === 'account-create') await abandonPending(client, request.account_id);
    await close(identity, client, requestId, by, 'withdrawn', null);
    return { requestId, state: 'withdrawn', half: null };
  });
}

async function lockPending(client: Client, requestId: string): Promise<RequestRow | undefined> {
  const [request] = await rows<RequestRow>(
    client,
    `select id, kind, account_id, body, half, requested_by, state from change_request where id = $1 and state = 'pending' for update`,
    [requestId],
  );
  return request;
}

async function close(
  identity: Identity,
  client: Client,
  requestId: string,
  by: By,
  state: Decided['state'],
  reason: string | null,
): Promise<void> {
  await client.query(
    'update change_request set state = $2, decided_by = $3, decided_at = $4, decision_reason = $5, half = null where id = $1',
    [requestId, state, by.of.accountId, instant(identity.now()), reason],
  );
}

/** Its login goes back, or a mistyped name would be taken for ever. */
async function abandonPending(client: Client, accountId: string): Promise<void> {
  await client.query(
    `update account set status = 'disabled', login = login || '#' || left(id::text, 8) where id = $1 and status = 'pending'`,
    [accountId],
  );
  await client.query('update account_secret set person_mark = null where account_id = $1', [accountId]);
}

async function takeEffect(identity: Identity, client: Client, request: RequestRow, by: By): Promise<string | null> {
  const { account_id: accountId, body } = request;
  switch (request.kind) {
    case 'account-create':
      await client.query(`update account set status = 'active' where id = $1`, [accountId]);
      for (const post of postsOf(body['posts'])) await createPost(client, accountId, post);
      return openWithCode(identity, client, request);
    case 'account-enable':
      await client.query(`update account set status = 'active' where id = $1`, [accountId]);
      return null;
    case 'account-reset':
      await endSessions(identity, client, { accountId }, 'secret-changed');
      return openWithCode(identity, client, request);
    case 'post-grant':
      for (const post of postsOf([body['post'] ?? null])) await createPost(client, accountId, post);
      return null;
    case 'matter-grant':
      await client.query('insert into access_grant (id, account_id, matter_id, basis, held) values ($1, $2, $3, $4, tstzrange($5, $6))', [
        randomUUID(),
        accountId,
        body['matterId'],
        `${String(body['basis'])}（申请 ${request.id}，批准 ${by.of.name}）`,
        instant(identity.now()),
        body['until'],
      ]);
      return null;
    case 'machine-key':
      return issueKey(identity, client, request);
  }
}

async function openWithCode(identity: Identity, client: Client, request: RequestRow): Promise<string> {
  const second = readableSecret(OPENING_HALF);
  await openWith(identity, client, request.account_id, openingCode(firstHalf(identity, request), second));
  return second;
}

async function issueKey(identity: Identity, client: Client, request: RequestRow): Promise<string> {
  const second = readableSecret(KEY_HALF);
  const { postId, name, scopes, until } = request.body;
  await client.query(
    `insert into machine_key (id, name, key_hash, account_id, post_id, scopes, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      randomUUID(),
      name,
      digestOf(`fhk_${firstHalf(identity, request)}${second}`),
      request.account_id,
      postId,
      scopes,
      instant(identity.now()),
      until,
    ],
  );
  return second;
}

function firstHalf(identity: Identity, request: RequestRow): string {
  const half = request.half === null ? null : identity.keys.unseal(request.half, request.id);
  if (half === null) throw new Error(`the first half of request ${request.id} cannot be opened: sealed under another key`);
  return half;
}

/** Stored by `requestChange` in exactly this shape. */
function postsOf(stored: Json | undefined): readonly NewPost[] {
  return Array.isArray(stored) ? (stored as readonly NewPost[]) : [];
}
