import { isRefusal, type Refusal, refuse } from '#law';
import { type AuditDetail, audit } from '#platform/audit';
import { type Client, inTransaction, sqlState } from '#platform/db';
import { IDENTITY_PREAMBLE, type Identity } from './identity.ts';
import type { Origin, SignedIn } from './sessions.ts';
import { actorOf } from './step-up.ts';

/** The administrator who acts, and from where. */
export type By = { readonly of: SignedIn; readonly origin: Origin };
export type Entry = {
  readonly action: string;
  readonly object: { readonly kind: string; readonly id: string };
  readonly detail?: AuditDetail;
};

/**
 * One act of an administrator with its log row in one transaction. A refusal, also one of the database's own
 * constraints, undoes everything but is itself logged.
 */
export async function administer<T>(
  identity: Identity,
  by: By,
  entry: Entry,
  work: (client: Client) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const event = { actor: actorOf(by.of, by.origin), at: identity.now(), ...entry };
  const outcome = await asRefusal(() =>
    inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
      const done = await work(client);
      if (!isRefusal(done)) await audit(client, { ...event, result: 'ok' });
      return done;
    }),
  );
  if (isRefusal(outcome)) {
    const detail = { ...entry.detail, refused: outcome.refused };
    await inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) => audit(client, { ...event, detail, result: 'refused' }));
  }
  return outcome;
}

const BY_CONSTRAINT: Readonly<Record<string, Refusal>> = {
  administrators_exclusive: refuse('administrators-exclusive', null, '系统管理员、安全管理员、审计管理员互斥，且不得兼任业务岗位。'),
  account_login_key: refuse('login-taken', null, '登录名已被使用。'),
  account_secret_person_mark_key: refuse('person-has-account', null, '此人已有账号：一人一号，请启用或调整原账号。'),
  account_officer: refuse('person-has-account', null, '该执法（监督）人员已有账号：一人一号，请启用或调整原账号。'),
  post_organisation_id_fkey: refuse('no-organisation', null, '没有这个单位。'),
  account_officer_id_fkey: refuse('no-officer', null, '执法（监督）人员名录中没有此人。'),
};

async function asRefusal<T>(work: () => Promise<T | Refusal>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    const constraint: unknown =
      sqlState(error) === null || typeof error !== 'object' || error === null ? null : Reflect.get(error, 'constraint');
    const refusal = typeof constraint === 'string' ? BY_CONSTRAINT[constraint] : undefined;
    if (refusal === undefined) throw error;
    return refusal;
  }
}
