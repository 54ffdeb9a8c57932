import { addDays, type Citation, type DayKind, dayKind, formatCitation, type Lamp, type LocalDate, readClock, shanghaiDay } from '#law';
import type { Platform } from '../acts/perform.ts';
import { type Client, inTransaction, rows } from '../db.ts';
import { isUuid, type Session, sessionPreamble } from '../session.ts';
import { toldClock, visible } from './visible.ts';

export type ClockItem = {
  readonly matterId: string;
  readonly kind: string;
  readonly title: string;
  readonly clockId: string;
  readonly name: string;
  readonly dueOn: LocalDate;
  readonly lamp: Lamp;
  readonly daysLeft: number | null;
  readonly boundName: string;
  /** Who is waited for, where another than whoever is bound: the one that is late. */
  readonly waitsForName: string | null;
  readonly article: string | null;
};

/** Clocks that end between two days, in the reader's sight; at most 2,000, the rest is said by `more`. */
export async function listClocks(
  platform: Platform,
  session: Session,
  from: LocalDate,
  to: LocalDate,
  filter: { organisation?: string; kind?: string; sealed?: false },
): Promise<{ items: ClockItem[]; more: boolean }> {
  const today = shanghaiDay(platform.now());
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const values: unknown[] = [from, to];
    const unit = filter.organisation !== undefined && isUuid(filter.organisation) ? filter.organisation : null;
    const bound = unit === null ? '' : ` and ${concerns(platform, values.push(unit))}`;
    const kindIs = filter.kind === undefined ? '' : ` and m.kind = $${values.push(filter.kind)}`;
    const open = filter.sealed === false ? ' and c.label < 4' : '';
    const list = await rows<ClockRow>(
      client,
      `select c.city, c.cohort, c.matter_id, m.kind, m.title, c.clock_id, c.due_on, c.started_on, c.provisional, c.derivation -> 'cite' as cite,
         (select r.short_name from organisation_today r where r.organisation_id = c.bound_id) as bound
       from clock c join matter m on m.city = c.city and m.cohort = c.cohort and m.id = c.matter_id
       where c.stopped_on is null and c.due_on between $1 and $2 and ${visible(session, 'c', 'matter_id')} and ${toldClock(session, platform.kinds, 'c')}${bound}${kindIs}${open} order by c.due_on, c.matter_id limit 2001`,
      values,
    );
    const shown = list.slice(0, 2000);
    const waitedFor = await waitedForIn(client, platform, shown);
    return { items: shown.map((row) => clockItem(platform, row, waitedFor, today)), more: list.length > 2000 };
  });
}

/** A clock concerns whoever is bound by it, and whoever is waited for, as the calendar names them. `at`: the parameter of the unit. */
function concerns(platform: Platform, at: number): string {
  const awaited = [...platform.kinds.values()].flatMap(({ kind, clocks }) =>
    clocks.flatMap(({ clock, waitsFor }) => (waitsFor === undefined ? [] : [`('${kind}', '${clock.id}', '${waitsFor}')`])),
  );
  const waitedFor =
    awaited.length === 0
      ? ''
      : ` or exists (select 1 from participant w where w.city = c.city and w.cohort = c.cohort and w.matter_id = c.matter_id
           and w.organisation_id = $${at} and (m.kind, c.clock_id, w.relation) in (${awaited.join(', ')}))`;
  return `(c.bound_id = $${at}${waitedFor})`;
}

type ClockRow = {
  city: number;
  cohort: number;
  matter_id: string;
  kind: string;
  title: string;
  clock_id: string;
  due_on: LocalDate;
  started_on: LocalDate;
  provisional: boolean;
  bound: string | null;
  cite: Citation | null;
};

function bindingOf(platform: Platform, row: ClockRow) {
  return platform.kinds.get(row.kind)?.clocks.find((b) => b.clock.id === row.clock_id);
}

/** Short names of the parties waited for, by matter and relation. */
async function waitedForIn(client: Client, platform: Platform, list: readonly ClockRow[]): Promise<ReadonlyMap<string, string>> {
  const waiting = list.filter((row) => bindingOf(platform, row)?.waitsFor !== undefined);
  if (waiting.length === 0) return new Map();
  const found = await rows<{ matter_id: string; relation: string; name: string }>(
    client,
    `select p.matter_id, p.relation, r.short_name as name from unnest($1::int[], $2::int[], $3::uuid[]) as w(city, cohort, matter_id)
       join participant p on p.city = w.city and p.cohort = w.cohort and p.matter_id = w.matter_id
       join organisation_today r on r.organisation_id = p.organisation_id`,
    [waiting.map((row) => row.city), waiting.map((row) => row.cohort), waiting.map((row) => row.matter_id)],
  );
  return new Map(found.map((p) => [`${p.matter_id} ${p.relation}`, p.name]));
}

function clockItem(platform: Platform, row: ClockRow, waitedFor: ReadonlyMap<string, string>, today: LocalDate): ClockItem {
  const binding = bindingOf(platform, row);
  const clock = binding?.clock;
  const reading = readClock(
    { startedOn: row.started_on, dueOn: row.due_on, provisional: row.provisional },
    clock?.ladder ?? { kind: 'days-before', days: [] },
    today,
    null,
  );
  return {
    matterId: row.matter_id,
    kind: row.kind,
    title: row.title,
    clockId: row.clock_id,
    name: clock?.name ?? row.clock_id,
    dueOn: row.due_on,
    lamp: reading.lamp,
    daysLeft: reading.daysLeft,
    boundName: row.bound ?? '',
    waitsForName: binding?.outsider ?? waitedFor.get(`${row.matter_id} ${binding?.waitsFor ?? ''}`) ?? null,
    article: row.cite === null ? null : formatCitation(row.cite),
  };
}

export type CalendarDay = { readonly day: LocalDate; readonly kind: DayKind | null; readonly name: string | null };

/** The kind of each day by the loaded notices; null where the year's notice is not loaded. At most 400 days. */
export function calendarDays(platform: Platform, from: LocalDate, to: LocalDate): CalendarDay[] {
  const { calendar } = platform.law();
  const days: CalendarDay[] = [];
  for (let day = from; day <= to && days.length < 400; day = addDays(day, 1)) {
    days.push({ day, kind: dayKind(calendar, day), name: calendar.notice.get(day)?.name ?? null });
  }
  return days;
}
