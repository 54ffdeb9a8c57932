import { type Json, type LocalDate, ROLE_LABELS, shanghaiDay } from '#law';
import { inTransaction, rows } from '#platform/db';
import { CHANGE_NAMES, type ChangeKind } from './change-requests.ts';
import { IDENTITY_PREAMBLE, type Identity, instant } from './identity.ts';
import { isRole } from './sessions.ts';

type PostLine = {
  readonly id: string;
  readonly role: string;
  readonly roleName: string;
  readonly organisationId: string;
  readonly organisation: string | null;
  readonly labelMax: number;
  readonly from: LocalDate;
  readonly through: LocalDate | null;
};
export type AccountLine = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly status: string;
  readonly statusName: string;
  readonly officerId: string | null;
  readonly createdAt: string;
  readonly lastSignInAt: string | null;
  readonly locked: boolean;
  readonly openSessions: number;
  readonly posts: readonly PostLine[];
};

const STATUS_NAMES: Readonly<Record<string, string>> = { pending: '待审批', active: '启用', disabled: '停用' };

type AccountRow = Omit<AccountLine, 'statusName' | 'posts'> & { posts: Omit<PostLine, 'roleName'>[] | null };

/** By login, in pages; `q` is part of a login, a name or a unit's name. */
export async function listAccounts(
  identity: Identity,
  q: string | null,
  cursor: string | null,
  limit: number,
): Promise<{ items: readonly AccountLine[]; cursor: string | null }> {
  const now = identity.now();
  const found = await inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
    rows<AccountRow>(client, ACCOUNTS, [q, cursor, shanghaiDay(now), instant(now), limit + 1]),
  );
  const items = found.slice(0, limit).map(({ posts, ...row }) => ({
    ...row,
    statusName: STATUS_NAMES[row.status] ?? row.status,
    posts: (posts ?? []).map((post) => ({ ...post, roleName: roleName(post.role) })),
  }));
  return { items, cursor: found.length > limit ? (items.at(-1)?.login ?? null) : null };
}

const ACCOUNTS = `
  select a.id, a.login, a.name, a.status, a.officer_id as "officerId", a.created_at as "createdAt", s.last_sign_in_at as "lastSignInAt",
    s.locked_until is not null and s.locked_until > $4 as locked,
    (select count(*) from session o where o.account_id = a.id and o.ended_at is null and o.expires_at > $4) as "openSessions",
    (select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'organisationId', p.organisation_id, 'organisation', r.name,
        'labelMax', p.label_max, 'from', lower(p.held), 'through', upper(p.held) - 1) order by lower(p.held), p.id)
      from post p left join organisation_record r on r.organisation_id = p.organisation_id and r.valid @> $3::date and upper_inf(r.known)
      where p.account_id = a.id and not isempty(p.held)) as posts
  from account a left join account_secret s on s.account_id = a.id
  where ($2::text is null or a.login collate "C" > $2)
    and ($1::text is null or strpos(a.login, $1) > 0 or strpos(a.name, $1) > 0 or exists (
      select from post p join organisation_record r on r.organisation_id = p.organisation_id and upper_inf(r.known)
      where p.account_id = a.id and strpos(r.name, $1) > 0))
  order by a.login collate "C" limit $5`;

function roleName(role: string): string {
  return isRole(role) ? ROLE_LABELS[role] : role;
}

export type RequestLine = {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly kindName: string;
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly body: { readonly [key: string]: Json };
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly state: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
};

/** Pending ones first come first; others newest first. The halves of codes are never among it. */
export async function listRequests(identity: Identity, state: string | null, limit: number): Promise<readonly RequestLine[]> {
  const found = await inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
    rows<Omit<RequestLine, 'kindName'>>(
      client,
      `select c.id, c.kind, c.account_id as "accountId", a.login, a.name, c.body, c.reason, r.name as "requestedBy",
         c.requested_at as "requestedAt", c.state, d.name as "decidedBy", c.decided_at as "decidedAt", c.decision_reason as "decisionReason"
       from change_request c join account a on a.id = c.account_id join account r on r.id = c.requested_by
       left join account d on d.id = c.decided_by
       where $1::text is null or c.state = $1
       order by (c.state = 'pending') desc, case when c.state = 'pending' then c.requested_at end, c.requested_at desc limit $2`,
      [state, limit],
    ),
  );
  return found.map((row) => ({ ...row, kindName: CHANGE_NAMES[row.kind] }));
}

export type MachineKeyLine = {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
};

export async function listMachineKeys(identity: Identity): Promise<readonly MachineKeyLine[]> {
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
    rows<MachineKeyLine>(
      client,
      `select k.id, k.name, a.login, k.scopes, k.created_at as "createdAt", k.expires_at as "expiresAt", k.revoked_at as "revokedAt"
       from machine_key k join account a on a.id = k.account_id order by k.created_at desc limit 500`,
    ),
  );
}

export type OrganisationLine = { readonly id: string; readonly name: string };

/** Units by name, for appointing: an administrator sees the register of units, no business. */
export async function findOrganisations(identity: Identity, q: string): Promise<readonly OrganisationLine[]> {
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
    rows<OrganisationLine>(
      client,
      `select organisation_id as id, name from organisation_record
       where strpos(name, $1) > 0 and valid @> $2::date and upper_inf(known) order by length(name), name limit 30`,
      [q, shanghaiDay(identity.now())],
    ),
  );
}
