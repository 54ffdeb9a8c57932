import { LABEL_LABELS, type Lamp, type LocalDate, type MatterKind, readClock, shanghaiDay } from '#law';
import { tableOf } from '../acts/kinds.ts';
import type { Platform } from '../acts/perform.ts';
import { containing } from '../containing.ts';
import { inTransaction, rows } from '../db.ts';
import { isUuid, type Session, sessionPreamble } from '../session.ts';
import { COUNT_LIMIT, readCursor, type Total, total, writeCursor } from './cursor.ts';
import { quotedNumber } from './quoted-number.ts';
import { ownClock, toldClock, toldPaper, visible } from './visible.ts';

export type MatterQuery = {
  /** Exports leave sealed matters out, for those too who may open them, even out of their own ledger: what is taken away spreads. */
  readonly withoutSealed?: boolean;
  readonly kind?: string;
  readonly status?: string;
  readonly q?: string;
  readonly organisation?: string;
  /** A part of the name of an officer who handles it: finds nothing in kinds that keep none. */
  readonly handler?: string;
  readonly open?: boolean;
  readonly lamp?: 'overdue' | 'soon' | 'none';
  readonly sort?: 'changed' | 'due';
  readonly cursor?: string;
  readonly limit?: number;
};
export type MatterItem = {
  readonly id: string;
  readonly kind: string;
  readonly kindName: string;
  readonly title: string;
  readonly status: string;
  readonly statusName: string;
  readonly number: string | null;
  readonly homeName: string;
  /** Whom the matter is about or goes to; null in lists of several kinds. */
  readonly addressees: string | null;
  /** Names of the officers who handle it; null in lists of several kinds, and for whoever reads as a party. */
  readonly handlers: string | null;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly changedAt: string;
  readonly dueOn: LocalDate | null;
  readonly lamp: Lamp | null;
  readonly daysLeft: number | null;
  readonly label: string;
};
/** Without a total where the list is of sealed matters: they are counted nowhere. */
export type Page<T> = { readonly items: readonly T[]; readonly cursor: string | null; readonly total?: Total };

type ListRow = {
  id: string;
  kind: string;
  title: string;
  status: string;
  number: string | null;
  home: string | null;
  addressees: string | null;
  handlers: string | null;
  opened_on: LocalDate;
  closed_on: LocalDate | null;
  changed_at: string;
  label: 1 | 2 | 3 | 4;
  due_on: LocalDate | null;
  due_started: LocalDate | null;
  due_provisional: boolean | null;
  due_clock: string | null;
};

/** Matters in the reader's sight, newest change first or nearest due date first, by cursor. */
export async function listMatters(platform: Platform, session: Session, query: MatterQuery): Promise<Page<MatterItem>> {
  const limit = Math.min(Math.max(query.limit ?? 20, 1), 200);
  const today = shanghaiDay(platform.now());
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const { where, values } = conditions(platform, session, query, today);
    const after = afterCursor(query, values);
    const order = query.sort === 'due' ? `coalesce(d.due_on, '9999-12-31') asc, m.id asc` : 'm.changed_at desc, m.id desc';
    const list = await rows<ListRow>(
      client,
      `${selectOf(platform, session, query.kind)} where ${where}${after} order by ${order} limit ${limit + 1}`,
      values,
    );
    const counted = isSealedLedger(platform, query)
      ? null
      : await rows<{ n: number }>(
          client,
          `select count(*)::int as n from (select 1 from matter m ${query.lamp === undefined ? '' : dueOf(platform, session)} where ${where} limit ${COUNT_LIMIT + 1}) c`,
          values.slice(0, values.length - (after === '' ? 0 : 2)),
        );
    const items = list.slice(0, limit).map((row) => item(platform, row, today));
    const last = list.length > limit ? list[limit - 1] : undefined;
    const cursor =
      last === undefined ? null : writeCursor(query.sort === 'due' ? [last.due_on ?? '9999-12-31', last.id] : [last.changed_at, last.id]);
    return { items, cursor, ...(counted === null ? {} : { total: total(counted[0]?.n ?? 0) }) };
  });
}

const dueOf = (
  platform: Platform,
  session: Session,
): string => `left join lateral (select c.due_on, c.started_on, c.provisional, c.clock_id from clock c
  where c.city = m.city and c.cohort = m.cohort and c.matter_id = m.id and c.stopped_on is null and ${toldClock(session, platform.kinds, 'c')} and ${ownClock(platform.kinds, 'c')}
  order by c.due_on nulls last limit 1) d on true`;
const selectOf = (
  platform: Platform,
  session: Session,
  kind: string | undefined,
): string => `select m.id, m.kind, m.title, m.status, m.opened_on, m.closed_on, m.changed_at, m.label,
  (select r.name from organisation_today r where r.organisation_id = m.home_id) as home,
  ${quotedNumber(session, 'm')} as number,
  ${addresseesOf(session, platform.kinds.get(kind ?? ''))} as addressees,
  ${handlersOf(session, platform.kinds.get(kind ?? ''))} as handlers,
  d.due_on, d.started_on as due_started, d.provisional as due_provisional, d.clock_id as due_clock
  from matter m ${dueOf(platform, session)}`;

/**
 * Today's names of the organisations in the kind's own column, read for the rows of the page alone. Whoever reads only as
 * a party is told of no organisation that is not a party itself.
 */
function addresseesOf({ region, line }: Session, kind: MatterKind | undefined): string {
  if (kind?.directedTo === undefined) return 'null';
  const { column, many } = kind.directedTo;
  return `(select string_agg(r.name, '、' order by r.name) from ${tableOf(kind)} t
    join organisation_today r on r.organisation_id = ${many === true ? `any(t.${column})` : `t.${column}`}
    where t.city = m.city and t.cohort = m.cohort and t.matter_id = m.id
      and (m.region_ord between ${Math.trunc(region.lo)} and ${Math.trunc(region.hi)} or m.line_ord between ${Math.trunc(line.lo)} and ${Math.trunc(line.hi)}
        or exists (select 1 from jsonb_array_elements(m.participants) e where (e ->> 'organisationId')::uuid = r.organisation_id)))`;
}

/** Names of the officers in the kind's own column, for the house alone; read for the rows of the page. */
function handlersOf(session: Session, kind: MatterKind | undefined): string {
  if (kind?.handledBy === undefined) return 'null';
  return `(select string_agg(o.name, '、' order by o.name) from ${tableOf(kind)} t join officer o on o.id = any(t.${kind.handledBy})
    where t.city = m.city and t.cohort = m.cohort and t.matter_id = m.id and ${readAsHouse(session)})`;
}

/** The matter lies in the range of whoever reads it: other parties know of a matter, not what is in it. */
function readAsHouse({ organisationId, region, line }: Session): string {
  const n = (value: number): string => String(Math.trunc(value));
  return `(m.home_id = '${organisationId}'
    or m.region_ord between ${n(region.lo)} and ${n(region.hi)} or m.line_ord between ${n(line.lo)} and ${n(line.hi)})`;
}

function conditions(platform: Platform, session: Session, query: MatterQuery, today: LocalDate): { where: string; values: unknown[] } {
  const parts = [visible(session, 'm', 'id')];
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  if (!isSealedLedger(platform, query)) parts.push('m.label < 4');
  if (query.kind !== undefined) parts.push(`m.kind = ${bind(query.kind)}`);
  if (query.status !== undefined) parts.push(`m.status = ${bind(query.status)}`);
  if (query.open !== undefined) parts.push(query.open ? 'm.closed_on is null' : 'm.closed_on is not null');
  if (query.organisation !== undefined && isUuid(query.organisation)) {
    const id = bind(query.organisation);
    parts.push(
      `(m.home_id = ${id} or exists (select 1 from jsonb_array_elements(m.participants) e where (e ->> 'organisationId')::uuid = ${id}))`,
    );
  }
  if (query.handler !== undefined && query.handler.trim() !== '') {
    const named = `(select coalesce(array_agg(o.id), '{}') from officer o where o.name ilike ${bind(containing(query.handler.trim()))})`;
    parts.push(`(false ${handledBy(platform, session, query.kind, named)})`);
  }
  if (query.q !== undefined && query.q.trim() !== '') {
    const like = bind(containing(query.q.trim()));
    parts.push(`(m.title ilike ${like} or exists (select 1 from document x where x.matter_id = m.id and x.number ilike ${like} and ${toldPaper(session, 'x')})
      or exists (select 1 from organisation_record r where r.organisation_id = m.home_id and upper_inf(r.known) and r.name ilike ${like})
      ${wordsOf(platform, session, query.kind, like)})`);
  }
  if (query.lamp === 'overdue') parts.push(`d.due_on < ${bind(today)} and not d.provisional`);
  if (query.lamp === 'soon') parts.push(`d.due_on between ${bind(today)} and ${bind(today)}::date + 10`);
  if (query.lamp === 'none') parts.push('d.due_on is null');
  return { where: parts.join(' and '), values };
}

function handledBy({ kinds }: Platform, session: Session, only: string | undefined, officers: string): string {
  return [...kinds.values()]
    .flatMap((kind) =>
      kind.handledBy === undefined || (only !== undefined && only !== kind.kind) ? [] : [{ kind, column: kind.handledBy }],
    )
    .map(
      ({ kind, column }) => `or (m.kind = '${kind.kind}' and ${readAsHouse(session)}
        and exists (select 1 from ${tableOf(kind)} w where w.city = m.city and w.cohort = m.cohort and w.matter_id = m.id
          and w.${column} && ${officers}))`,
    )
    .join(' ');
}

/** What stands in a kind's own columns. */
function wordsOf({ kinds }: Platform, session: Session, only: string | undefined, like: string): string {
  return [...kinds.values()]
    .filter(({ kind, searchedIn = [] }) => searchedIn.length > 0 && (only === undefined || only === kind))
    .map(
      (kind) => `or (m.kind = '${kind.kind}' and ${readAsHouse(session)}
        and exists (select 1 from ${tableOf(kind)} w where w.city = m.city and w.cohort = m.cohort and w.matter_id = m.id
          and (${(kind.searchedIn ?? []).map((column) => `w.${column} ilike ${like}`).join(' or ')})))`,
    )
    .join(' ');
}

/**
 * A kind that names its readers has a ledger of its own for them, neither counted nor searched. In every other list
 * sealed matters are absent, for those too who may open them.
 */
function isSealedLedger(platform: Platform, query: MatterQuery): boolean {
  const isNamed = platform.kinds.get(query.kind ?? '')?.sealedTo !== undefined;
  return isNamed && query.withoutSealed !== true && (query.q ?? '').trim() === '';
}

function afterCursor(query: MatterQuery, values: unknown[]): string {
  const cursor = readCursor(query.cursor, 2);
  if (cursor === null) return '';
  const [a, b] = [`$${values.push(cursor[0])}`, `$${values.push(cursor[1])}`];
  return query.sort === 'due'
    ? ` and (coalesce(d.due_on, '9999-12-31'), m.id) > (${a}::date, ${b}::uuid)`
    : ` and (m.changed_at, m.id) < (${a}::timestamptz, ${b}::uuid)`;
}

function item(platform: Platform, row: ListRow, today: LocalDate): MatterItem {
  const kind = platform.kinds.get(row.kind);
  const ladder = kind?.clocks.find((b) => b.clock.id === row.due_clock)?.clock.ladder ?? { kind: 'days-before' as const, days: [] };
  const reading =
    row.due_started === null
      ? null
      : readClock({ startedOn: row.due_started, dueOn: row.due_on, provisional: row.due_provisional === true }, ladder, today, null);
  return {
    id: row.id,
    kind: row.kind,
    kindName: kind?.name ?? row.kind,
    title: row.title,
    status: row.status,
    statusName: kind?.statuses[row.status] ?? row.status,
    number: row.number,
    homeName: row.home ?? '',
    addressees: row.addressees,
    handlers: row.handlers,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    changedAt: row.changed_at,
    dueOn: row.due_on,
    lamp: reading?.lamp ?? null,
    daysLeft: reading?.daysLeft ?? null,
    label: LABEL_LABELS[row.label],
  };
}
