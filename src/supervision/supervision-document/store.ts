import { type Json, type LocalDate, readClock, shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { containing } from '#platform/containing';
import { inTransaction, rows } from '#platform/db';
import { COUNT_LIMIT, readCursor, type Total, total, writeCursor } from '#platform/matters/cursor';
import { visible } from '#platform/matters/visible';
import { isUuid, type Session, sessionPreamble } from '#platform/session';
import { KS_01 } from './clocks.ts';
import type { InboxItem, ProblemLine, ProblemQuery } from './contract.ts';
import { type HandlingResult, RESULT_LABELS } from './model.ts';

type Row = {
  matter_id: string;
  no: number;
  number: string;
  issuer: string | null;
  addressee: string | null;
  problem: {
    facts: string;
    norm: string;
    demand: string;
    handling: { result: HandlingResult; on: LocalDate | null } | null;
    check: { passed: boolean; on: LocalDate } | null;
    clearedOn: LocalDate | null;
  };
  served_on: LocalDate;
  received_on: LocalDate | null;
  reported_on: LocalDate | null;
  lapsed_on: LocalDate | null;
  due_on: LocalDate | null;
  started_on: LocalDate | null;
  stopped_on: LocalDate | null;
  provisional: boolean | null;
};

const NAME = (id: string): string => `(select r.name from organisation_today r where r.organisation_id = ${id})`;
const FROM = `from supervision_document d
  join matter m on m.city = d.city and m.cohort = d.cohort and m.id = d.matter_id
  left join clock c on c.city = d.city and c.cohort = d.cohort and c.matter_id = d.matter_id and c.clock_id = 'KS-01' and c.key = ''
  cross join lateral jsonb_array_elements(m.state -> 'draft' -> 'problems') with ordinality p(problem, ord)`;

/** Problems of served documents in the reader's sight, newest service first; each line lives on its own until 销号. */
export async function listProblems(
  platform: Platform,
  session: Session,
  query: ProblemQuery,
): Promise<{ items: ProblemLine[]; cursor: string | null; total: Total }> {
  const limit = Math.min(Math.max(query.limit ?? 20, 1), 200);
  const today = shanghaiDay(platform.now());
  const { where, values } = conditions(session, query, today);
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const counted = await rows<{ n: number }>(
      client,
      `select count(*)::int as n from (select 1 ${FROM} where ${where} limit ${COUNT_LIMIT + 1}) x`,
      values,
    );
    const cursor = readCursor(query.cursor, 3);
    const n = values.length;
    const after = cursor === null ? '' : ` and (d.served_on, d.matter_id, -p.ord) < ($${n + 1}::date, $${n + 2}::uuid, -$${n + 3}::int)`;
    const list = await rows<Row>(
      client,
      `select d.matter_id, p.ord::int as no, d.number, ${NAME('d.issuer_id')} as issuer, ${NAME('d.addressee_id')} as addressee, p.problem, d.served_on, d.received_on, d.reported_on,
         d.lapsed_on, c.due_on, c.started_on, c.stopped_on, c.provisional
       ${FROM} where ${where}${after} order by d.served_on desc, d.matter_id desc, p.ord limit ${limit + 1}`,
      [...values, ...(cursor ?? [])],
    );
    const items = list.slice(0, limit).map((row) => line(row, today));
    const last = list.length > limit ? list[limit - 1] : undefined;
    return {
      items,
      cursor: last === undefined ? null : writeCursor([last.served_on, last.matter_id, String(last.no)]),
      total: total(counted[0]?.n ?? 0),
    };
  });
}

function conditions(session: Session, query: ProblemQuery, today: LocalDate): { where: string; values: Json[] } {
  const values: Json[] = [];
  const bind = (value: Json): string => `$${values.push(value)}`;
  const parts = ['d.served_on is not null', visible(session, 'd', 'matter_id')];
  if (query.organisation !== undefined && isUuid(query.organisation)) {
    const id = bind(query.organisation);
    parts.push(`(d.addressee_id = ${id} or d.issuer_id = ${id})`);
  }
  if (query.state === 'open') parts.push(`p.problem ->> 'clearedOn' is null`);
  if (query.state === 'cleared') parts.push(`p.problem ->> 'clearedOn' is not null`);
  if (query.state === 'overdue') parts.push(`p.problem ->> 'clearedOn' is null and c.due_on < ${bind(today)}::date and not c.provisional`);
  if (query.q !== undefined && query.q.trim() !== '') {
    const like = bind(containing(query.q.trim()));
    parts.push(`(d.number ilike ${like} or p.problem ->> 'facts' ilike ${like} or ${NAME('d.addressee_id')} ilike ${like})`);
  }
  return { where: parts.join(' and '), values };
}

function line(row: Row, today: LocalDate): ProblemLine {
  const { problem } = row;
  const reading =
    row.started_on === null
      ? null
      : readClock(
          { startedOn: row.started_on, dueOn: row.due_on, provisional: row.provisional === true },
          KS_01.ladder,
          today,
          problem.clearedOn ?? row.stopped_on,
        );
  const reported = row.reported_on !== null && problem.handling !== null;
  return {
    matterId: row.matter_id,
    no: row.no,
    number: row.number,
    issuerName: row.issuer ?? '',
    addresseeName: row.addressee ?? '',
    facts: problem.facts,
    norm: problem.norm,
    demand: problem.demand,
    servedOn: row.served_on,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    lamp: reading?.lamp ?? null,
    daysLeft: reading?.daysLeft ?? null,
    handling:
      reported && problem.handling !== null
        ? `${RESULT_LABELS[problem.handling.result]}${problem.handling.on === null ? '' : `（${problem.handling.on}）`}`
        : null,
    checkedOn: problem.check?.on ?? null,
    passed: problem.check?.passed ?? null,
    clearedOn: problem.clearedOn,
    lapsedOn: row.lapsed_on,
  };
}

/** 收文: documents addressed to the reader's own organisation; what is not yet signed for stands first, then by due date. */
export async function listInbox(
  platform: Platform,
  session: Session,
  query: { cursor?: string; open?: boolean },
): Promise<{ items: InboxItem[]; cursor: string | null; total: Total }> {
  const today = shanghaiDay(platform.now());
  const statuses = platform.kinds.get('supervision-document')?.statuses ?? {};
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const cursor = readCursor(query.cursor, 2);
    const found = await rows<{
      matter_id: string;
      number: string;
      subject: string;
      issuer: string | null;
      status: string;
      served_on: LocalDate;
      received_on: LocalDate | null;
      due_on: LocalDate | null;
      started_on: LocalDate | null;
      stopped_on: LocalDate | null;
      provisional: boolean | null;
      problems: number;
      place: string;
    }>(
      client,
      `select * from (
         select d.matter_id, d.number, d.subject, ${NAME('d.issuer_id')} as issuer, m.status, d.served_on, d.received_on, c.due_on, c.started_on, c.stopped_on, c.provisional, d.problems,
           case when m.closed_on is not null then '2' when d.received_on is null then '0' else '1' || coalesce(c.due_on::text, '9999') end as place
         from supervision_document d join matter m on m.city = d.city and m.cohort = d.cohort and m.id = d.matter_id
         left join clock c on c.city = d.city and c.cohort = d.cohort and c.matter_id = d.matter_id and c.clock_id = 'KS-01' and c.key = ''
         where d.addressee_id = $1 and d.served_on is not null and ${visible(session, 'd', 'matter_id')} ${query.open === true ? 'and m.closed_on is null' : ''}
       ) x where $2::text is null or (x.place, x.matter_id) > ($2, $3::uuid) order by x.place, x.matter_id limit 51`,
      [session.organisationId, cursor?.[0] ?? null, cursor?.[1] ?? null],
    );
    const open = query.open === true ? 'and m.closed_on is null' : '';
    const counted = await rows<{ n: number }>(
      client,
      `select count(*)::int as n from (select 1 from supervision_document d join matter m on m.city = d.city and m.cohort = d.cohort and m.id = d.matter_id
       where d.addressee_id = $1 and d.served_on is not null and ${visible(session, 'd', 'matter_id')} ${open} limit ${COUNT_LIMIT + 1}) x`,
      [session.organisationId],
    );
    const last = found.length > 50 ? found[49] : undefined;
    const items = found.slice(0, 50).map((row) => {
      const reading =
        row.started_on === null
          ? null
          : readClock(
              { startedOn: row.started_on, dueOn: row.due_on, provisional: row.provisional === true },
              KS_01.ladder,
              today,
              row.stopped_on,
            );
      return {
        matterId: row.matter_id,
        number: row.number,
        subject: row.subject,
        issuerName: row.issuer ?? '',
        status: row.status,
        statusName: statuses[row.status] ?? row.status,
        servedOn: row.served_on,
        receivedOn: row.received_on,
        dueOn: row.due_on,
        lamp: reading?.lamp ?? null,
        daysLeft: reading?.daysLeft ?? null,
        problems: row.problems,
      };
    });
    return { items, cursor: last === undefined ? null : writeCursor([last.place, last.matter_id]), total: total(counted[0]?.n ?? 0) };
  });
}
