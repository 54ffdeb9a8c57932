import { type LocalDate, readClock, shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { containing } from '#platform/containing';
import { type Client, inTransaction, rows } from '#platform/db';
import { COUNT_LIMIT, readCursor, type Total, total, writeCursor } from '#platform/matters/cursor';
import { visible } from '#platform/matters/visible';
import { isUuid, type Session, sessionPreamble } from '#platform/session';
import { CLOCKS } from './clocks.ts';
import type { FilingCounts, FilingFilter, FilingItem, FilingsQuery, FilingView, State } from './contract.ts';
import { type MajorPenaltyFiling, STATUS_LABELS, type Status } from './model.ts';

type Reading = Pick<Platform, 'pool' | 'now'>;
export type FilingPage = { readonly items: readonly FilingItem[]; readonly cursor: string | null; readonly total: Total };

const NAME = (column: string): string => `(select r.name from organisation_today r where r.organisation_id = f.${column})`;
/** What nobody owes is never among what is owed, filed or not. */
const STATE = `case when f.voluntary and (f.filed_on is not null or f.ended_on is null) then 'voluntary' when f.filed_on is not null then case when f.late then 'late' else 'filed' end when f.stated_on is not null then 'stated'
  when f.ended_on is not null then 'lapsed' when f.overdue_on is not null then 'overdue' else 'due' end`;
/** The letter has gone out: before, nothing of an opinion is told, for the organ that it is about reads the ledger too. */
const IS_OUT = `'answering', 'answered', 'receipting', 'concluded'`;
const MATTER = 'join matter m on m.city = f.city and m.cohort = f.cohort and m.id = f.matter_id';
const SELECT = `f.matter_id as id, ${STATE} as state, m.status, f.number, f.party_name as "partyName", ${NAME('organ_id')} as "organName",
  ${NAME('reviewer_id')} as "reviewerName", ${NAME('upper_id')} as "upperName", f.decided_on as "decidedOn", f.reasons,
  c.due_on as "dueOn", coalesce(c.provisional, false) as provisional, c.stopped_on as "stoppedOn", f.filed_on as "filedOn", f.stated_on as "statedOn", f.demands,
  f.receipt_on as "receiptOn", case when m.status in (${IS_OUT}) then f.result end as result`;
const LATEST = 'order by f.decided_on desc, f.matter_id desc';
const CLOCK = `left join clock c on c.city = f.city and c.cohort = f.cohort and c.matter_id = f.matter_id and c.clock_id = 'KS-10'`;

type Line = Omit<FilingItem, 'statusName' | 'lamp' | 'daysLeft'> & { readonly status: Status; readonly stoppedOn: LocalDate | null };

/** Major penalties that have to be filed, in the reader's sight, the latest decided first; sealed ones are not listed. */
export function listFilings({ pool, now }: Reading, session: Session, query: FilingsQuery): Promise<FilingPage> {
  const { cursor, limit = 20, ...filter } = query;
  return inTransaction(pool, sessionPreamble(session, now()), async (client) => {
    const { where, values } = conditions(session, filter);
    const [counted] = await rows<{ n: number }>(
      client,
      `select count(*)::int as n from (select from major_penalty_filing f where ${where} limit ${COUNT_LIMIT + 1}) c`,
      values,
    );
    const page = await pageOf(client, where, values, cursor, limit, shanghaiDay(now()));
    return { ...page, total: total(counted?.n ?? 0) };
  });
}

/** One page of the same list without its total, for the export. */
export function nextFilings({ pool, now }: Reading, session: Session, filter: FilingFilter, cursor: string | undefined) {
  return inTransaction(pool, sessionPreamble(session, now()), (client) => {
    const { where, values } = conditions(session, filter);
    return pageOf(client, where, values, cursor, 1_000, shanghaiDay(now()));
  });
}

/** Of what the filters leave beside the state: how many stand in each, and how many have or had to be filed. */
export function countFilings({ pool, now }: Reading, session: Session, filter: FilingFilter): Promise<FilingCounts> {
  const { state: _, ...others } = filter;
  return inTransaction(pool, sessionPreamble(session, now()), async (client) => {
    const { where, values } = conditions(session, others);
    const found = await rows<{ state: State; n: number }>(
      client,
      `select ${STATE} as state, count(*)::int as n from major_penalty_filing f where ${where} group by 1`,
      values,
    );
    const of = (state: State): number => found.find((f) => f.state === state)?.n ?? 0;
    const counts = { due: of('due'), overdue: of('overdue'), filed: of('filed'), late: of('late'), stated: of('stated') };
    return { ...counts, voluntary: of('voluntary'), lapsed: of('lapsed'), owed: Object.values(counts).reduce((sum, n) => sum + n, 0) };
  });
}

/** null: there is none in the reader's sight. */
export function filingView({ pool, now }: Reading, session: Session, id: string): Promise<FilingView | null> {
  return inTransaction(pool, sessionPreamble(session, now()), async (client) => {
    const [found] = await rows<Line & { matter: MajorPenaltyFiling; hasPackage: boolean }>(
      client,
      `select ${SELECT}, m.state as matter,
         exists (select from document d where d.matter_id = f.matter_id and d.kind = 'DOC-28' and d.pdf_file is not null) as "hasPackage"
       from major_penalty_filing f ${MATTER} ${CLOCK} where f.matter_id = $1 and ${visible(session, 'f', 'matter_id')}`,
      [id],
    );
    if (found === undefined) return null;
    const { matter, hasPackage, ...line } = found;
    const { penalty, fineFen, confiscatedFen } = matter.decision;
    return {
      ...itemOf(line, shanghaiDay(now())),
      ...{ decisionId: matter.decisionId, penalty, fineFen, confiscatedFen, overdueOn: matter.overdueOn },
      ...{ receiptNumber: matter.receipt?.number ?? null, materials: matter.package?.materials ?? [], hasPackage },
    };
  });
}

async function pageOf(
  client: Client,
  where: string,
  values: readonly unknown[],
  cursor: string | undefined,
  limit: number,
  today: LocalDate,
): Promise<Omit<FilingPage, 'total'>> {
  const after = readCursor(cursor, 2);
  const place = after === null ? '' : ` and (f.decided_on, f.matter_id) < ($${values.length + 1}::date, $${values.length + 2}::uuid)`;
  const list = await rows<Line>(
    client,
    `select ${SELECT} from (select * from major_penalty_filing f where ${where}${place} ${LATEST} limit ${limit + 1}) f ${MATTER} ${CLOCK} ${LATEST}`,
    [...values, ...(after ?? [])],
  );
  const last = list.length > limit ? list[limit - 1] : undefined;
  const items = list.slice(0, limit).map((line) => itemOf(line, today));
  return { items, cursor: last === undefined ? null : writeCursor([last.decidedOn, last.id]) };
}

function itemOf({ status, stoppedOn, ...line }: Line, today: LocalDate): FilingItem {
  const ladder = CLOCKS[0]?.clock.ladder;
  const isRunning = ladder !== undefined && line.dueOn !== null && stoppedOn === null;
  const { decidedOn: startedOn, dueOn, provisional } = line;
  const reading = isRunning ? readClock({ startedOn, dueOn, provisional }, ladder, today, null) : null;
  return { ...line, statusName: STATUS_LABELS[status], lamp: reading?.lamp ?? null, daysLeft: reading?.daysLeft ?? null };
}

function conditions(session: Session, filter: FilingFilter): { readonly where: string; readonly values: readonly unknown[] } {
  const parts = [visible(session, 'f', 'matter_id'), 'f.label < 4'];
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  if (filter.organ !== undefined) parts.push(isUuid(filter.organ) ? `f.organ_id = ${bind(filter.organ)}` : 'false');
  if (filter.from !== undefined) parts.push(`f.decided_on >= ${bind(filter.from)}`);
  if (filter.until !== undefined) parts.push(`f.decided_on <= ${bind(filter.until)}`);
  if (filter.state !== undefined) parts.push(`${STATE} = ${bind(filter.state)}`);
  const words = filter.q?.trim() ?? '';
  if (words !== '') {
    const like = bind(containing(words));
    parts.push(`(f.number ilike ${like} or f.party_name ilike ${like} or ${NAME('organ_id')} ilike ${like})`);
  }
  return { where: parts.join(' and '), values };
}
