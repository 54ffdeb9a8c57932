import { FINDING_STATUS_LABELS, type FindingStatus, type FindingTab, type Severity } from '#law';
import { type Client, rows } from '../db.ts';
import { COUNT_LIMIT, readCursor, type Total, total, writeCursor } from '../matters/cursor.ts';
import type { Session } from '../session.ts';
import { type FindingFilter, findingConditions, UNIT_NAME } from './conditions.ts';

export type FindingItem = {
  readonly id: string;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly statusName: string;
  readonly subject: string;
  readonly matterId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly because: string;
  /** Label → value. */
  readonly facts: Readonly<Record<string, string>>;
  readonly missing: string | null;
  /** The rule, asked last, no longer doubts; people have still to end it. */
  readonly lapsed: boolean;
  readonly openedAt: string;
  readonly changedAt: string;
};
export type FindingPage = { readonly items: readonly FindingItem[]; readonly cursor: string | null; readonly total: Total };

type Row = Omit<FindingItem, 'statusName' | 'organisationName'> & { readonly gravity: number; readonly organisationName: string | null };

const SELECT = `select f.id, f.rule_id as "ruleId", f.severity, f.gravity, f.status, f.subject, f.matter_id as "matterId",
  f.organisation_id as "organisationId", ${UNIT_NAME} as "organisationName", f.because, f.facts, f.missing,
  not f.stands and f.status in ('taken-up','established') as lapsed, f.opened_at as "openedAt", f.changed_at as "changedAt" from finding f`;

/** Findings in the reader's sight, gravest first, then newest. Runs in a transaction of that session. */
export async function listFindings(
  client: Client,
  session: Session,
  filter: FindingFilter,
  page: { readonly cursor?: string; readonly limit?: number },
): Promise<FindingPage> {
  const limit = Math.min(Math.max(page.limit ?? 20, 1), 200);
  const { where, values } = findingConditions(session, filter);
  const [counted] = await rows<{ n: number }>(
    client,
    `select count(*)::int as n from (select 1 from finding f where ${where} limit ${COUNT_LIMIT + 1}) c`,
    values,
  );
  const after = readCursor(page.cursor, 3);
  const below = after === null ? '' : ` and (f.gravity, f.opened_at, f.id) < (${bound(values, after)})`;
  const list = await rows<Row>(
    client,
    `${SELECT} where ${where}${below} order by f.gravity desc, f.opened_at desc, f.id desc limit ${limit + 1}`,
    values,
  );
  const last = list.length > limit ? list[limit - 1] : undefined;
  return {
    items: list.slice(0, limit).map(item),
    cursor: last === undefined ? null : writeCursor([String(last.gravity), last.openedAt, last.id]),
    total: total(counted?.n ?? 0),
  };
}

function bound(values: unknown[], after: readonly string[]): string {
  const casts = ['smallint', 'timestamptz', 'uuid'];
  return after.map((value, i) => `$${values.push(value)}::${casts[i] ?? 'text'}`).join(', ');
}

function item({ gravity: _, organisationName, ...row }: Row): FindingItem {
  return { ...row, statusName: FINDING_STATUS_LABELS[row.status], organisationName: organisationName ?? '（已撤销的单位）' };
}

export type FindingGroup = {
  /** Rule or unit. */
  readonly id: string;
  readonly name: string | null;
  readonly red: number;
  readonly orange: number;
  readonly yellow: number;
  readonly count: number;
  readonly latest: string;
};

/** The same findings gathered by rule or by unit, most red first. */
export async function groupFindings(
  client: Client,
  session: Session,
  filter: FindingFilter,
  by: 'rule' | 'organisation',
): Promise<readonly FindingGroup[]> {
  const { where, values } = findingConditions(session, filter);
  const column = by === 'rule' ? 'f.rule_id' : 'f.organisation_id';
  return rows<FindingGroup>(
    client,
    `select f.id::text as id, ${by === 'rule' ? 'null' : `coalesce(${UNIT_NAME}, '（已撤销的单位）')`} as name, f.red, f.orange, f.yellow, f.count, f.latest
     from (select ${column} as id, ${by === 'rule' ? 'null::uuid as organisation_id' : 'f.organisation_id'},
       count(*) filter (where f.severity = 'red')::int as red, count(*) filter (where f.severity = 'orange')::int as orange,
       count(*) filter (where f.severity = 'yellow')::int as yellow, count(*)::int as count, max(f.opened_at) as latest
       from finding f where ${where} group by ${by === 'rule' ? '1' : '1, 2'}) f
     order by f.red desc, f.orange desc, f.count desc, f.id limit 500`,
    values,
  );
}

export type FindingCount = { readonly tab: FindingTab; readonly severity: Severity; readonly count: number };

/** How many stand in each tab, by grade; and how many red ones have cleared and wait for confirmation. */
export async function countFindings(
  client: Client,
  session: Session,
  filter: Omit<FindingFilter, 'tab' | 'status'>,
): Promise<{ readonly counts: readonly FindingCount[]; readonly unconfirmed: number }> {
  const { where, values } = findingConditions(session, filter);
  const found = await rows<FindingCount & { unconfirmed: number }>(
    client,
    `select f.tab, f.severity, count(*)::int as count, count(*) filter (where f.status = 'cleared-unconfirmed')::int as unconfirmed
     from finding f where ${where} group by f.tab, f.severity`,
    values,
  );
  return {
    counts: found.map(({ tab, severity, count }) => ({ tab, severity, count })),
    unconfirmed: found.reduce((sum, row) => sum + row.unconfirmed, 0),
  };
}
