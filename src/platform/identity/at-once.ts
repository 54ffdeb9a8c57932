import { ADMIN_ROLES, type Refusal, refuse, shanghaiDay } from '#law';
import { type Client, rows } from '#platform/db';
import { administer, type By } from './administration.ts';
import { type Identity, instant } from './identity.ts';
import { endSessions } from './sessions.ts';

/** Taking a right away is the safe direction: it needs no approval and works at once. Giving it back does. */

export type Done = { readonly done: true };
const DONE: Done = { done: true };

export async function disableAccount(identity: Identity, by: By, accountId: string, reason: string): Promise<Done | Refusal> {
  const entry = { action: 'account.disable', object: { kind: 'account', id: accountId }, detail: { reason } };
  return administer(identity, by, entry, async (client) => {
    if (accountId === by.of.accountId) return refuse('own-account', null, '不能停用自己的账号。');
    const last = await lastAdministrator(identity, client, { accountId });
    if (last !== null) return last;
    const disabled = await client.query(`update account set status = 'disabled' where id = $1 and status = 'active'`, [accountId]);
    if (disabled.rowCount !== 1) return refuse('account-state', null, '没有这个账号，或账号并未启用。');
    await endSessions(identity, client, { accountId }, 'disabled');
    await client.query('update machine_key set revoked_at = $2 where account_id = $1 and revoked_at is null', [
      accountId,
      instant(identity.now()),
    ]);
    return DONE;
  });
}

export async function endPost(identity: Identity, by: By, postId: string, reason: string): Promise<Done | Refusal> {
  const entry = { action: 'post.end', object: { kind: 'post', id: postId }, detail: { reason } };
  return administer(identity, by, entry, async (client) => {
    const last = await lastAdministrator(identity, client, { postId });
    if (last !== null) return last;
    const [ended] = await rows<{ account_id: string }>(
      client,
      `update post set held = daterange(lower(held), greatest(lower(held), $2::date))
       where id = $1 and (upper_inf(held) or upper(held) > $2::date) returning account_id`,
      [postId, shanghaiDay(identity.now())],
    );
    if (ended === undefined) return refuse('no-post', null, '没有这个岗位，或岗位已经结束。');
    await endSessions(identity, client, { accountId: ended.account_id, postId }, 'post-ended');
    return DONE;
  });
}

export async function endSessionsOf(identity: Identity, by: By, accountId: string): Promise<Done | Refusal> {
  return administer(identity, by, { action: 'session.end', object: { kind: 'account', id: accountId } }, async (client) => {
    await endSessions(identity, client, { accountId }, 'ended-by-admin');
    return DONE;
  });
}

export async function revokeMachineKey(identity: Identity, by: By, keyId: string): Promise<Done | Refusal> {
  return administer(identity, by, { action: 'machine-key.revoke', object: { kind: 'machine-key', id: keyId } }, async (client) => {
    const revoked = await client.query('update machine_key set revoked_at = $2 where id = $1 and revoked_at is null', [
      keyId,
      instant(identity.now()),
    ]);
    return revoked.rowCount === 1 ? DONE : refuse('no-key', null, '没有这个密钥，或密钥已经停用。');
  });
}

/** Without one of the three nobody could ever be let in again. */
async function lastAdministrator(
  identity: Identity,
  client: Client,
  leaving: { readonly accountId?: string; readonly postId?: string },
): Promise<Refusal | null> {
  const [alone] = await rows(
    client,
    `with held as (
       select p.id, p.account_id, p.role from post p join account a on a.id = p.account_id and a.status = 'active'
       where p.role = any ($1) and p.held @> $2::date
     )
     select 1 from held l where (l.account_id = $3 or l.id = $4)
       and not exists (select from held o where o.role = l.role and o.account_id <> l.account_id)`,
    [ADMIN_ROLES, shanghaiDay(identity.now()), leaving.accountId ?? null, leaving.postId ?? null],
  );
  return alone === undefined ? null : refuse('last-administrator', null, '这是最后一名同类管理员，请先任命接任者。');
}
