import { inTransaction, type Pool, rows } from '#platform/db';
import { IDENTITY_PREAMBLE } from '#platform/identity/identity';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { type CauseCounts, causeCounts } from '../enforcement/penalty-records/store-causes.ts';
import { groupCounts } from '../enforcement/penalty-records/store-groups.ts';
import { dutiesFailed } from '../supervision/major-penalty-filings/store.ts';

export type AdminHealth = {
  readonly databaseVersion: string;
  readonly databaseBytes: number;
  readonly disk: { readonly free: number; readonly total: number } | null;
  readonly accounts: Readonly<Record<string, number>>;
  readonly lockedAccounts: number;
  readonly openSessions: number;
  readonly requestsWaiting: number;
  readonly auditWaiting: number;
  /** Work to be done after commits: waiting, and given up after failures. */
  readonly outboxWaiting: number;
  readonly outboxFailed: number;
  /** Groups of decisions to be judged anew: waiting, and given up after failures. */
  readonly groupsWaiting: number;
  readonly groupsFailed: number;
  /** Decisions whose filing could not be opened or put right; tried again every hour. */
  readonly filingsFailed: number;
  /** Changes of registers by which stored decisions have to be judged again, and how far that has come. */
  readonly causes: CauseCounts;
};

type Counts = Omit<AdminHealth, 'disk' | 'outboxWaiting' | 'outboxFailed' | 'groupsWaiting' | 'groupsFailed' | 'filingsFailed' | 'causes'>;

/** Counts for the system administrator; nothing of any matter. */
export async function adminHealth(pool: Pool, now: number, disk: AdminHealth['disk']): Promise<AdminHealth> {
  const at = new Date(now).toISOString();
  const [counts] = await inTransaction(pool, IDENTITY_PREAMBLE, (client) => rows<Counts>(client, COUNTS, [at]));
  const [outbox] = await inTransaction(pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ waiting: number; failed: number }>(
      client,
      'select count(*) as waiting, count(error) as failed from outbox where done_at is null',
    ),
  );
  const groups = await inTransaction(pool, SYSTEM_PREAMBLE, (client) => groupCounts(client));
  const filingsFailed = await inTransaction(pool, SYSTEM_PREAMBLE, (client) => dutiesFailed(client));
  const causes = await inTransaction(pool, SYSTEM_PREAMBLE, (client) => causeCounts(client));
  if (counts === undefined) throw new Error('a query of counts gave no row');
  return {
    ...counts,
    disk,
    outboxWaiting: outbox?.waiting ?? 0,
    outboxFailed: outbox?.failed ?? 0,
    groupsWaiting: groups.waiting,
    groupsFailed: groups.failed,
    filingsFailed,
    causes,
  };
}

const COUNTS = `
  select current_setting('server_version') as "databaseVersion", pg_database_size(current_database()) as "databaseBytes",
    (select coalesce(jsonb_object_agg(status, n), '{}') from (select status, count(*) as n from account group by status) a) as accounts,
    (select count(*) from account_secret where locked_until > $1) as "lockedAccounts",
    (select count(*) from session where ended_at is null and expires_at > $1) as "openSessions",
    (select count(*) from change_request where state = 'pending') as "requestsWaiting",
    (select count(*) from audit_pending) as "auditWaiting"`;
