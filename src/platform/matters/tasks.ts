import { type Lamp, LEADER_ROLES, type LocalDate, readClock, shanghaiDay } from '#law';
import type { Platform } from '../acts/perform.ts';
import { type Client, inTransaction, PLAN_ONCE, rows } from '../db.ts';
import { type Session, sessionPreamble } from '../session.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { quotedInTask, quotedNumber } from './quoted-number.ts';
import { visible } from './visible.ts';

export type Box = 'todo' | 'done' | 'started' | 'copied';
export type TaskItem = {
  readonly matterId: string;
  readonly key: string;
  readonly kind: string;
  readonly kindName: string;
  readonly title: string;
  readonly subject: string;
  readonly act: string;
  readonly number: string | null;
  readonly dueOn: LocalDate | null;
  readonly lamp: Lamp | null;
  readonly daysLeft: number | null;
  readonly at: string;
};

/**
 * Tasks of a post: those given to it by name, those of its organisation for its role or for the person who holds it, and, for
 * leaders, those whose post nobody holds today. No open matter is ever in nobody's list.
 */
export function mine(session: Session, today: string): { sql: string; values: unknown[] } {
  const leader = LEADER_ROLES.includes(session.role);
  return {
    sql: `t.organisation_id = $1 and (t.post_id = $2 or (t.post_id is null and (t.roles @> array[$3::text] or t.officers @> array[$5::uuid]
      ${leader ? `or not exists (select 1 from post vacant where vacant.organisation_id = t.organisation_id and vacant.role = any(t.roles) and vacant.held @> $4::date)` : 'or $4::date is null'})))`,
    values: [session.organisationId, session.postId, session.role, today, session.officerId],
  };
}

type TaskRow = {
  matter_id: string;
  key: string;
  kind: string;
  title: string;
  subject: string;
  act: string;
  number: string | null;
  due_on: LocalDate | null;
  clock_id: string | null;
  started_on: LocalDate | null;
  provisional: boolean | null;
  at: string;
};

const TASK_COLUMNS = `t.matter_id, t.key, t.kind, t.title, t.subject, t.act, t.due_on, t.clock_id, c.started_on, c.provisional,
  ${quotedInTask('t')} as number`;
const TASK_FROM = `from task t left join clock c on c.city = t.city and c.cohort = t.cohort and c.matter_id = t.matter_id and c.clock_id = t.clock_id and c.key = t.clock_key`;

export async function listTasks(
  platform: Platform,
  session: Session,
  box: Box,
  cursorText: string | undefined,
  limit = 20,
  only?: 'undated',
): Promise<{ items: TaskItem[]; cursor: string | null }> {
  const today = shanghaiDay(platform.now());
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()) + (box === 'todo' ? PLAN_ONCE : ''), async (client) => {
    const list = await read(client, session, { box, today, after: readCursor(cursorText, 3), limit: limit + 1, only });
    const shown = list.slice(0, limit);
    const last = list.length > limit ? shown.at(-1) : undefined;
    const cursor =
      last === undefined ? null : writeCursor([box === 'todo' ? (last.due_on ?? '9999-12-31') : last.at, last.matter_id, last.key]);
    return { items: shown.map((row) => taskItem(platform, row, today)), cursor };
  });
}

type Place = readonly string[] | null;

/** What is read of a box; `only`: of the things to do those without a period, which come last. */
type Wanted = {
  readonly box: Box;
  readonly today: LocalDate;
  readonly after: Place;
  readonly limit: number;
  readonly only: 'undated' | undefined;
};

/** One matter may hold several tasks of one day: the key belongs to the place in the list, or a page's end would hide one. */
function read(client: Client, session: Session, wanted: Wanted): Promise<TaskRow[]> {
  const { after, limit } = wanted;
  switch (wanted.box) {
    case 'todo':
      return readTodo(client, session, wanted);
    case 'done':
      return readDone(client, session, after, limit);
    case 'started':
      return readStarted(client, session, after, limit);
    case 'copied':
      return readCopied(client, session, after, limit);
  }
}

async function readTodo(client: Client, session: Session, { today, after, limit, only }: Wanted): Promise<TaskRow[]> {
  const { sql, values } = mine(session, today);
  const beyond = after === null ? '' : `and (coalesce(t.due_on, '9999-12-31'), t.matter_id, t.key) > ($6::date, $7::uuid, $8::text)`;
  const undated = only === undefined ? '' : 'and t.due_on is null';
  const leads = LEADER_ROLES.includes(session.role) ? ' of a leader' : '';
  const found = await client.query<TaskRow>({
    name: `tasks to do${leads}${after === null ? '' : ' beyond'}${only === undefined ? '' : ' undated'} ${limit}`,
    text: `select ${TASK_COLUMNS}, t.opened_at as at ${TASK_FROM} where t.closed_at is null and ${sql} ${undated} ${beyond}
     order by coalesce(t.due_on, '9999-12-31'), t.matter_id, t.key limit ${limit}`,
    values: [...values, ...(after ?? [])],
  });
  return found.rows;
}

function readDone(client: Client, session: Session, after: Place, limit: number): Promise<TaskRow[]> {
  const beyond = after === null ? '' : 'and (t.closed_at, t.matter_id, t.key) < ($2::timestamptz, $3::uuid, $4::text)';
  return rows<TaskRow>(
    client,
    `select ${TASK_COLUMNS}, t.closed_at as at ${TASK_FROM} where t.closed_at is not null and t.closed_by = $1 ${beyond}
     order by t.closed_at desc, t.matter_id desc, t.key desc limit ${limit}`,
    [session.postId, ...(after ?? [])],
  );
}

/** A matter that is listed as such, not for a task of it. */
const matterColumns = (
  session: Session,
): string => `m.id as matter_id, '' as key, m.kind, '' as title, m.title as subject, '' as act, null::date as due_on, null as clock_id,
  null::date as started_on, null::boolean as provisional,
  ${quotedNumber(session, 'm')} as number, a.recorded_at as at`;
const MATTER_FROM = 'from act a join matter m on m.city = a.city and m.cohort = a.cohort and m.id = a.matter_id';

function readStarted(client: Client, session: Session, after: Place, limit: number): Promise<TaskRow[]> {
  const beyond = after === null ? '' : 'and (a.recorded_at, a.matter_id) < ($2::timestamptz, $3::uuid) and $4::text is not null';
  return rows<TaskRow>(
    client,
    `select ${matterColumns(session)} ${MATTER_FROM} where a.seq = 1 and a.post_id = $1 and ${visible(session, 'm', 'id')} ${beyond}
     order by a.recorded_at desc, a.matter_id desc limit ${limit}`,
    [session.postId, ...(after ?? [])],
  );
}

/** 抄送: what the own organisation was sent for its knowledge, newest matter first. */
function readCopied(client: Client, session: Session, after: Place, limit: number): Promise<TaskRow[]> {
  const beyond = after === null ? '' : 'and (a.recorded_at, a.matter_id) < ($2::timestamptz, $3::uuid) and $4::text is not null';
  return rows<TaskRow>(
    client,
    `select ${matterColumns(session)} from participant p join act a on a.city = p.city and a.cohort = p.cohort and a.matter_id = p.matter_id and a.seq = 1
     join matter m on m.city = a.city and m.cohort = a.cohort and m.id = a.matter_id
     where p.organisation_id = $1 and p.relation = 'copied' and ${visible(session, 'm', 'id')} ${beyond}
     order by a.recorded_at desc, a.matter_id desc limit ${limit}`,
    [session.organisationId, ...(after ?? [])],
  );
}

function taskItem(platform: Platform, row: TaskRow, today: LocalDate): TaskItem {
  const kind = platform.kinds.get(row.kind);
  const ladder = kind?.clocks.find((b) => b.clock.id === row.clock_id)?.clock.ladder ?? { kind: 'days-before' as const, days: [] };
  const reading =
    row.started_on === null
      ? null
      : readClock({ startedOn: row.started_on, dueOn: row.due_on, provisional: row.provisional === true }, ladder, today, null);
  return {
    matterId: row.matter_id,
    key: row.key,
    kind: row.kind,
    kindName: kind?.name ?? row.kind,
    title: row.title,
    subject: row.subject,
    act: row.act,
    number: row.number,
    dueOn: row.due_on,
    lamp: reading?.lamp ?? null,
    daysLeft: reading?.daysLeft ?? null,
    at: row.at,
  };
}
