import { type Refusal, ROLE_LABELS, type Role, refuse, shanghaiDay } from '#law';
import { inTransaction, type Pool, rows } from '#platform/db';
import { IDENTITY_PREAMBLE, type Identity } from './identity.ts';
import { isRole } from './sessions.ts';
import { codeOfStep, stepOf } from './totp.ts';

export type DemonstrationAccount = {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly post: string;
  readonly organisation: string;
  /** A code that will open now: of this minute half, or of the next one where this was used. */
  readonly code: string;
};

type DemonstrationRow = {
  id: string;
  login: string;
  name: string;
  role: string;
  organisation: string | null;
  totp_secret: Buffer | null;
  totp_last_step: number | null;
};

/** Empty outside the demonstration mode, whatever the database holds. */
export async function demonstrationAccounts(identity: Identity): Promise<readonly DemonstrationAccount[]> {
  if (identity.settings.mode !== 'demo') return [];
  const now = identity.now();
  const found = await inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
    rows<DemonstrationRow>(
      client,
      `select distinct on (a.login) a.id, a.login, a.name, p.role, r.name as organisation, s.totp_secret, s.totp_last_step
       from account a join account_secret s on s.account_id = a.id
       join post p on p.account_id = a.id and p.held @> $1::date and p.role <> 'machine'
       left join organisation_record r on r.organisation_id = p.organisation_id and r.valid @> $1::date and upper_inf(r.known)
       where s.demonstration and a.status = 'active' order by a.login, lower(p.held), p.id`,
      [shanghaiDay(now)],
    ),
  );
  return found.flatMap((row) => accountOf(identity, row, now));
}

function accountOf(identity: Identity, row: DemonstrationRow, now: number): readonly DemonstrationAccount[] {
  const secret = row.totp_secret === null ? null : identity.keys.unseal(row.totp_secret, row.id);
  if (secret === null || !isRole(row.role)) return [];
  const step = Math.max(stepOf(now), (row.totp_last_step ?? 0) + 1);
  return [
    {
      login: row.login,
      name: row.name,
      role: row.role,
      post: ROLE_LABELS[row.role],
      organisation: row.organisation ?? '',
      code: codeOfStep(secret, step),
    },
  ];
}

/** A server in production does not start beside accounts whose codes everybody has seen. */
export async function refuseDemonstration(pool: Pool): Promise<Refusal | null> {
  const [found] = await inTransaction(pool, IDENTITY_PREAMBLE, (client) =>
    rows<{ count: number }>(
      client,
      `select count(*) from account_secret s join account a on a.id = s.account_id where s.demonstration and a.status <> 'disabled'`,
    ),
  );
  const count = found?.count ?? 0;
  if (count === 0) return null;
  return refuse(
    'demonstration-accounts',
    null,
    `数据库中有 ${count} 个演示账号，正式运行模式拒绝启动。请使用新的数据库，或先停用全部演示账号。`,
  );
}
