import { type OrdinaryPenalty, moneyLineOf as ofOrdinary, receiptsOf as ordinaryReceipts } from '#enforcement/ordinary-penalty';
import { moneyLineOf as ofSummary, type SummaryPenalty, receiptsOf as summaryReceipts } from '#enforcement/summary-penalty';
import { type LocalDate, shanghaiMidnight } from '#law';
import { type Queryable, rows } from '#platform/db';
import { COUNT_LIMIT, readCursor, total, writeCursor } from '#platform/matters/cursor';
import { visible } from '#platform/matters/visible';
import type { Session } from '#platform/session';
import { type FineItem, type FinesExport, type FinesPage, MOST_RECEIPTS } from './contract.ts';
import type { CaseReceipt } from './model.ts';

type Asked = { readonly filter: FinesExport; readonly cursor?: string | undefined; readonly limit: number };
type Common = Pick<FineItem, 'matterId' | 'organ' | 'number' | 'conduct' | 'party' | 'decidedOn'>;
type Row = Common &
  (
    | { readonly kind: 'ordinary-penalty'; readonly state: OrdinaryPenalty }
    | { readonly kind: 'summary-penalty'; readonly state: SummaryPenalty }
  );

/** Cases of both procedures in which money was decided or paid, within the reader's sight; sealed cases have no place in lists. */
export async function finesWithin(client: Queryable, session: Session, asked: Asked): Promise<FinesPage> {
  const { from, values } = source(session, asked.filter);
  const [counted] = await rows<{ n: number }>(
    client,
    `select count(*)::int as n from (select 1 ${from} limit ${COUNT_LIMIT + 1}) x`,
    values,
  );
  const items = await nextFines(client, session, asked);
  const last = items.length === asked.limit ? items.at(-1) : undefined;
  return { items, cursor: last === undefined ? null : cursorAfter(last), total: total(counted?.n ?? 0) };
}

export function cursorAfter({ matterId }: Pick<FineItem, 'matterId'>): string {
  return writeCursor([matterId]);
}

/** Ids of matters are made in the order of time, so that their order is that of the opening. */
export async function nextFines(client: Queryable, session: Session, { filter, cursor, limit }: Asked): Promise<readonly FineItem[]> {
  const { from, values, bind } = source(session, filter);
  const after = readCursor(cursor, 1);
  const rest = after === null ? '' : ` and p.matter_id < ${bind(after[0])}::uuid`;
  const found = await rows<Row>(
    client,
    `select p.matter_id as "matterId", p.kind, r.name as organ, p.number, p.conduct, p.party_name as party, p.decided_on as "decidedOn", m.state
     ${from}${rest} order by p.matter_id desc limit ${bind(limit)}`,
    values,
  );
  return found.map(itemOf);
}

function itemOf(row: Row): FineItem {
  const { matterId, kind, organ, number, conduct, party, decidedOn } = row;
  const line = row.kind === 'ordinary-penalty' ? ofOrdinary(row.state) : ofSummary(row.state);
  return { matterId, kind, organ, number, conduct, party, decidedOn, ...line };
}

type Days = { readonly from: LocalDate; readonly through: LocalDate; readonly organisation?: string | undefined };

/**
 * Payments of some days, one by one, in cases within the reader's sight; null: more than are compared at once. Nothing is recorded
 * before it happens: whatever was paid in these days is in a case that has changed since the first of them.
 */
export async function receiptsWithin(
  client: Queryable,
  session: Session,
  { from: first, through, organisation }: Days,
): Promise<readonly CaseReceipt[] | null> {
  const { from, values, bind } = source(session, organisation === undefined ? {} : { organisation });
  const days = `jsonb_build_object('from', ${bind(first)}::text, 'through', ${bind(through)}::text)`;
  const since = `m.kind in ('ordinary-penalty', 'summary-penalty') and m.changed_at >= ${bind(new Date(shanghaiMidnight(first)).toISOString())}::timestamptz`;
  const paid = PAYMENTS.map((path) => `jsonb_path_exists(m.state, '${path}.on ? (@ >= $from && @ <= $through)', ${days})`);
  const found = await rows<Row>(
    client,
    `select p.matter_id as "matterId", p.kind, r.name as organ, p.number, p.conduct, p.party_name as party, p.decided_on as "decidedOn", m.state
     ${from} and ${since} and (${paid.join(' or ')}) order by p.matter_id limit ${MOST_RECEIPTS + 1}`,
    values,
  );
  const receipts = found.flatMap(({ matterId, organ, number, ...row }) =>
    (row.kind === 'ordinary-penalty' ? ordinaryReceipts(row.state) : summaryReceipts(row.state))
      .filter(({ on }) => on >= first && on <= through)
      .map((one) => ({ ...one, matterId, organ, number })),
  );
  return found.length > MOST_RECEIPTS || receipts.length > MOST_RECEIPTS ? null : receipts;
}

/** Where the state of either kind keeps its payments. */
const PAYMENTS = ['$.payments[*]', '$.rounds[*].payments[*]', '$.collection'] as const;

const PLACE = 'city, cohort, matter_id, region_ord, line_ord, label, organ_id, party_name, decided_on';
/** A decision that was revoked to be made anew has left its money behind: the case stays in the ledger. */
const CASES = `(
  select ${PLACE}, 'ordinary-penalty' as kind, decision_number as number, cause as conduct, due_fen > 0 or paid_fen > 0 as has_money
    from ordinary_penalty
  union all
  select ${PLACE}, 'summary-penalty', number, conduct, fine_fen > 0 from summary_penalty) p`;

function source(session: Session, filter: FinesExport) {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const parts = [`(p.has_money or jsonb_array_length(m.state->'redresses') > 0)`, 'p.label < 4', visible(session, 'p', 'matter_id')];
  if (filter.organisation !== undefined) parts.push(`p.organ_id = ${bind(filter.organisation)}`);
  if (filter.kind !== undefined) parts.push(`p.kind = ${bind(filter.kind)}`);
  const from = `from ${CASES}
     join matter m on m.city = p.city and m.cohort = p.cohort and m.id = p.matter_id
     join lateral (select x.name from organisation_record x where x.organisation_id = p.organ_id and upper_inf(x.known)
       order by lower(x.valid) desc limit 1) r on true
     where ${parts.join(' and ')}`;
  return { from, values, bind };
}
