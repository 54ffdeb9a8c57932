import {
  CERTIFICATE_KIND_LABELS,
  CERTIFICATE_STATUS_LABELS,
  type CertificateKind,
  type CertificateStatus,
  type LocalDate,
  ROLE_LABELS,
  shanghaiDay,
} from '#law';
import { type Client, inTransaction, rows } from '#platform/db';
import { IDENTITY_PREAMBLE, type Identity } from './identity.ts';
import { isRole, type SignedIn } from './sessions.ts';

export type AccountPage = {
  readonly login: string;
  readonly name: string;
  readonly createdAt: string;
  readonly passwordSetAt: string;
  readonly authenticatorSince: string | null;
  readonly recoveryCodesLeft: number;
  readonly posts: readonly {
    readonly id: string;
    readonly role: string;
    readonly roleName: string;
    readonly organisation: string;
    readonly from: LocalDate | null;
    /** Last day held. */
    readonly through: LocalDate | null;
    readonly current: boolean;
  }[];
  readonly certificates: readonly {
    readonly kind: CertificateKind;
    readonly kindName: string;
    readonly number: string;
    readonly status: CertificateStatus;
    readonly statusName: string;
    readonly organisation: string;
    readonly domains: readonly string[];
    readonly from: LocalDate | null;
    readonly through: LocalDate | null;
  }[];
};

/** A person's own data, and nothing of anyone else. */
export async function accountPage(identity: Identity, of: SignedIn): Promise<AccountPage> {
  const today = shanghaiDay(identity.now());
  return inTransaction(identity.pool, IDENTITY_PREAMBLE, async (client) => {
    const [secret] = await rows<{ created_at: string; password_set_at: string; totp_confirmed_at: string | null; left: number }>(
      client,
      `select a.created_at, s.password_set_at, s.totp_confirmed_at, cardinality(s.recovery_codes) as left
       from account a join account_secret s on s.account_id = a.id where a.id = $1`,
      [of.accountId],
    );
    return {
      login: of.login,
      name: of.name,
      createdAt: secret?.created_at ?? '',
      passwordSetAt: secret?.password_set_at ?? '',
      authenticatorSince: secret?.totp_confirmed_at ?? null,
      recoveryCodesLeft: secret?.left ?? 0,
      posts: await ownPosts(client, of, today),
      certificates: of.officerId === null ? [] : await ownCertificates(client, of.officerId, today),
    };
  });
}

type PeriodRow = { from: LocalDate | null; through: LocalDate | null };

async function ownPosts(client: Client, of: SignedIn, today: LocalDate): Promise<AccountPage['posts']> {
  const found = await rows<{ id: string; role: string; organisation: string | null } & PeriodRow>(
    client,
    `select p.id, p.role, r.name as organisation, lower(p.held) as from, (upper(p.held) - 1) as through
     from post p left join organisation_record r on r.organisation_id = p.organisation_id and r.valid @> $2::date and upper_inf(r.known)
     where p.account_id = $1 order by lower(p.held) desc, p.id`,
    [of.accountId, today],
  );
  return found.map((row) => ({
    ...row,
    organisation: row.organisation ?? '',
    roleName: isRole(row.role) ? ROLE_LABELS[row.role] : row.role,
    current: row.id === of.postId,
  }));
}

type CertificateRow = {
  kind: CertificateKind;
  number: string;
  status: CertificateStatus;
  organisation: string | null;
  domains: string[];
} & PeriodRow;

async function ownCertificates(client: Client, officerId: string, today: LocalDate): Promise<AccountPage['certificates']> {
  const found = await rows<CertificateRow>(
    client,
    `select c.kind, c.number, c.status, c.domains, r.name as organisation, lower(c.valid) as from, (upper(c.valid) - 1) as through
     from certificate_record c
     left join organisation_record r on r.organisation_id = c.organisation_id and r.valid @> $2::date and upper_inf(r.known)
     where c.officer_id = $1 and upper_inf(c.known) order by lower(c.valid) desc, c.number`,
    [officerId, today],
  );
  return found.map((row) => ({
    ...row,
    organisation: row.organisation ?? '',
    kindName: CERTIFICATE_KIND_LABELS[row.kind],
    statusName: CERTIFICATE_STATUS_LABELS[row.status],
  }));
}
