import { type OrderToCorrect, correctionLinesOf as ofOrder } from '#enforcement/correction-order';
import { type OrdinaryPenalty, correctionLinesOf as ofOrdinary } from '#enforcement/ordinary-penalty';
import { correctionLinesOf as ofSummary, type SummaryPenalty } from '#enforcement/summary-penalty';
import type { LocalDate } from '#law';
import type { OrderLine } from '#law/correcting/index';
import { type Queryable, rows } from '#platform/db';
import { COUNT_LIMIT, readCursor, total, writeCursor } from '#platform/matters/cursor';
import { visible } from '#platform/matters/visible';
import type { Session } from '#platform/session';
import type { CorrectionItem, CorrectionsCounts, CorrectionsExport, CorrectionsPage } from './contract.ts';
import { CORRECTION_STATES, type CorrectionState, daysOver, stateOf } from './model.ts';

type Asked = {
  readonly filter: CorrectionsExport;
  readonly today: LocalDate;
  readonly cursor?: string | undefined;
  readonly limit: number;
};
/** An order and the place at which the next page goes on behind it. */
export type Placed = { readonly item: CorrectionItem; readonly place: string };
type Common = Pick<CorrectionItem, 'matterId' | 'no' | 'organ' | 'number' | 'cause' | 'party'> & { readonly day: string };
type Row = Common &
  (
    | { readonly kind: 'ordinary-penalty'; readonly state: OrdinaryPenalty }
    | { readonly kind: 'summary-penalty'; readonly state: SummaryPenalty }
    | { readonly kind: 'correction-order'; readonly state: OrderToCorrect }
  );

/** Orders to correct of the cases within the reader's sight; sealed cases have no place in lists. */
export async function correctionsWithin(client: Queryable, session: Session, asked: Asked): Promise<CorrectionsPage> {
  const { from, values } = source(session, asked.filter, asked.today);
  const [counted] = await rows<{ n: number }>(
    client,
    `select count(*)::int as n from (select 1 ${from} limit ${COUNT_LIMIT + 1}) x`,
    values,
  );
  const found = await nextCorrections(client, session, asked);
  const last = found.length === asked.limit ? found.at(-1) : undefined;
  return { items: found.map(({ item }) => item), cursor: last?.place ?? null, total: total(counted?.n ?? 0) };
}

/** How many of them stand in each state. */
export async function correctionCounts(
  client: Queryable,
  session: Session,
  filter: Omit<CorrectionsExport, 'state' | 'sort'>,
  today: LocalDate,
): Promise<CorrectionsCounts> {
  const { from, values, bind } = source(session, filter, today);
  const found = await rows<{ state: CorrectionState; n: number }>(
    client,
    `select case when o.standing <> 'open' then o.standing when o.last_day < ${bind(today)}::date then 'due' else 'within' end as state,
       count(*)::int as n ${from} group by 1`,
    values,
  );
  const counts = Object.fromEntries(CORRECTION_STATES.map((state) => [state, found.find((one) => one.state === state)?.n ?? 0]));
  return { counts: counts as CorrectionsCounts['counts'] };
}

/** What a page is chosen by stands in columns; the states of the cases are read for its rows alone. */
export async function nextCorrections(client: Queryable, session: Session, asked: Asked): Promise<readonly Placed[]> {
  const { from, values, bind } = source(session, asked.filter, asked.today);
  const { day, after, order } = ORDERS[asked.filter.sort ?? 'newest'];
  const place = readCursor(asked.cursor, 3);
  const rest = place === null ? '' : ` and ${after((i, type) => `${bind(place[i])}::${type}`)}`;
  const found = await rows<Row>(
    client,
    `select x."matterId", x.no, x.kind, c.number, c.cause, c.party_name as party, x.day::text as day, r.name as organ, m.state from (
       select o.city, o.cohort, o.matter_id as "matterId", o.no, o.kind, o.organ_id, ${day} as day
       ${from}${rest} order by ${order(day, 'o.matter_id', 'o.no')} limit ${bind(asked.limit)}) x
     join matter m on m.city = x.city and m.cohort = x.cohort and m.id = x."matterId"
     join lateral (${CASES}) c on true
     join lateral (select y.name from organisation_record y where y.organisation_id = x.organ_id and upper_inf(y.known)
       order by lower(y.valid) desc limit 1) r on true
     order by ${order('x.day', 'x."matterId"', 'x.no')}`,
    values,
  );
  return found.map((row) => placed(row, asked.today));
}

function placed(row: Row, today: LocalDate): Placed {
  const { matterId, no, kind, organ, number, cause, party, day } = row;
  const line = linesOf(row).find((one) => one.no === no);
  // Columns are written with the state that they are made from.
  if (line === undefined) throw new Error(`${matterId}: no order ${no}`);
  const { content, paper, standing, servedOn, lastDay, checkedOn, followed } = line;
  const told = { state: stateOf(standing, lastDay, today), daysOver: daysOver(standing, lastDay, today) };
  const done = { checkedOn, how: followed?.how ?? null, followedOn: followed?.on ?? null };
  return {
    item: { matterId, no, kind, organ, number, cause, party, content, paper, servedOn, lastDay, ...told, ...done },
    place: writeCursor([day, matterId, String(no)]),
  };
}

function linesOf(row: Row): readonly OrderLine[] {
  switch (row.kind) {
    case 'ordinary-penalty':
      return ofOrdinary(row.state);
    case 'summary-penalty':
      return ofSummary(row.state);
    case 'correction-order':
      return ofOrder(row.state);
  }
}

type Order = {
  /** The day that it goes by. */
  readonly day: string;
  readonly order: (day: string, id: string, no: string) => string;
  /** What comes behind the place of a cursor: its day, case and number. */
  readonly after: (at: (i: 0 | 1 | 2, type: string) => string) => string;
};
/** What was not served has no last day, and stands last either way. */
const LATEST_DAY = `coalesce(nullif(o.last_day, 'infinity'), '-infinity')`;
/** Ids of matters are made in the order of time, so that their order is that of the opening. */
const ORDERS: Readonly<Record<'newest' | 'lastDay' | '-lastDay', Order>> = {
  newest: {
    day: 'o.last_day',
    order: (_, id, no) => `${id} desc, ${no}`,
    after: (at) => `o.matter_id <= ${at(1, 'uuid')} and (o.matter_id < ${at(1, 'uuid')} or o.no > ${at(2, 'int')})`,
  },
  lastDay: {
    day: 'o.last_day',
    order: (day, id, no) => `${day}, ${id}, ${no}`,
    after: (at) => `(o.last_day, o.matter_id, o.no) > (${at(0, 'date')}, ${at(1, 'uuid')}, ${at(2, 'int')})`,
  },
  '-lastDay': {
    day: LATEST_DAY,
    order: (day, id, no) => `${day} desc, ${id} desc, ${no} desc`,
    after: (at) => `(${LATEST_DAY}, o.matter_id, o.no) < (${at(0, 'date')}, ${at(1, 'uuid')}, ${at(2, 'int')})`,
  },
};

/** What the case of an order is called by, for the rows of a page. */
const CASE = 'where k.city = x.city and k.cohort = x.cohort and k.matter_id = x."matterId"';
const CASES = `
  select k.number, k.cause, k.party_name from ordinary_penalty k ${CASE}
  union all
  select k.number, k.conduct, k.party_name from summary_penalty k ${CASE}
  union all
  select k.number, k.cause, k.party_name from correction_order k ${CASE}`;

function source(session: Session, filter: CorrectionsExport, today: LocalDate) {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const parts = ['o.label < 4', visible(session, 'o', 'matter_id')];
  if (filter.organisation !== undefined) parts.push(`o.organ_id = ${bind(filter.organisation)}`);
  if (filter.kind !== undefined) parts.push(`o.kind = ${bind(filter.kind)}`);
  if (filter.from !== undefined) parts.push(`o.last_day >= ${bind(filter.from)}::date and o.last_day < 'infinity'`);
  if (filter.through !== undefined) parts.push(`o.last_day <= ${bind(filter.through)}::date`);
  if (filter.state === 'due') parts.push(`o.standing = 'open' and o.last_day < ${bind(today)}::date`);
  else if (filter.state === 'within') parts.push(`o.standing = 'open' and o.last_day >= ${bind(today)}::date`);
  else if (filter.state !== undefined) parts.push(`o.standing = ${bind(filter.state)}`);
  const words = filter.q?.trim() ?? '';
  if (words !== '') parts.push(`position(lower(${bind(words)}) in o.searched) > 0`);
  return { from: `from correction_line o where ${parts.join(' and ')}`, values, bind };
}
