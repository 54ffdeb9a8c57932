import { type LocalDate, localDate } from '#law';
import { type Queryable, rows } from '#platform/db';
import type { PenaltyExtension } from './model.ts';
import { countOnDay, newDay, type UnitDay } from './rules/counters.ts';

export type DayOfUnit = { readonly organId: string; readonly day: LocalDate };

const ENTRIES_AT_ONCE = 50_000;

/** A day that waits to be counted, with all entries of the queue that name it. */
export type DueDay = DayOfUnit & { readonly ids: readonly string[] };

/** The days that have waited longest. The queue is read in its own order and never joined with itself. */
export async function dueDays(client: Queryable, city: number): Promise<readonly DueDay[]> {
  return rows<DueDay>(
    client,
    `select mark as "organId", from_on as day, array_agg(id::text) as ids
     from (select id, mark, from_on from penalty_due where city = $1 and reach = 'unit' order by id limit ${ENTRIES_AT_ONCE}) d
     group by mark, from_on order by min(id)`,
    [city],
  );
}

/** Takes days out of the queue and names those that nobody has taken meanwhile; they come back when the transaction fails. */
export async function takeDays(client: Queryable, days: readonly DueDay[]): Promise<readonly DayOfUnit[]> {
  return rows<DayOfUnit>(
    client,
    `with taken as (delete from penalty_due where id = any($1::bigint[]) returning mark, from_on)
     select distinct mark as "organId", from_on as day from taken`,
    [days.flatMap((d) => d.ids)],
  );
}

type Row = DayOfUnit & {
  readonly fineFen: number | null;
  readonly confiscatedFen: number | null;
  readonly conduct: string | null;
  readonly itemCode: string | null;
  readonly handler: string | null;
  readonly officers: PenaltyExtension['officers'];
};

/** Counts the days anew from their records. */
export async function recountDays(client: Queryable, city: number, days: readonly DayOfUnit[]): Promise<void> {
  const marks = [city, days.map((d) => d.organId), days.map((d) => d.day)];
  const found = await rows<Row>(
    client,
    `select p.organ_id as "organId", p.decided_on as day, p.fine_fen as "fineFen", p.confiscated_fen as "confiscatedFen", p.conduct,
       p.item_code as "itemCode", p.handler, m.state -> 'row' -> 'extension' -> 'officers' as officers
     from unnest($2::uuid[], $3::date[]) as w(organ_id, day)
     join penalty_record p on p.city = $1 and p.organ_id = w.organ_id and p.decided_on = w.day and p.counted and p.label < 4
     join matter m on m.city = p.city and m.cohort = p.cohort and m.id = p.matter_id`,
    marks,
  );
  const counted = new Map<string, { organId: string; day: UnitDay }>();
  for (const { organId, day, itemCode, handler, officers, ...row } of found) {
    const key = `${organId} ${day}`;
    const ofDay = counted.get(key) ?? { organId, day: newDay(day) };
    counted.set(key, ofDay);
    countOnDay(ofDay.day, { ...row, extension: { itemCode, handler, officers } });
  }
  await client.query(
    `delete from penalty_day d using unnest($2::uuid[], $3::date[]) as w(organ_id, day)
     where d.city = $1 and d.organ_id = w.organ_id and d.day = w.day`,
    marks,
  );
  await insertDays(client, city, [...counted.values()]);
}

async function insertDays(client: Queryable, city: number, days: readonly { organId: string; day: UnitDay }[]): Promise<void> {
  const list = days.map(({ organId, day }) => ({
    ...{ organ_id: organId, day: day.day, cases: day.cases, income_fen: day.incomeFen },
    ...{ officers: Object.fromEntries(day.officers), items: Object.fromEntries(day.items) },
  }));
  await client.query(
    `insert into penalty_day (city, organ_id, day, cases, income_fen, officers, items)
     select $1, organ_id, day, cases, income_fen, officers, items
     from json_to_recordset($2::json) as x(organ_id uuid, day date, cases int, income_fen bigint, officers jsonb, items jsonb)`,
    [city, JSON.stringify(list)],
  );
}

export type CountedDay = { readonly organId: string; readonly unit: string; readonly day: UnitDay };
type StoredDay = DayOfUnit & {
  readonly unit: string | null;
  readonly cases: number;
  readonly incomeFen: number;
  readonly officers: Record<string, number>;
  readonly items: Record<string, number>;
};

/** What units decided in a year and the year before. `organIds` null: every unit of the city. */
export async function daysOfYears(
  client: Queryable,
  city: number,
  year: number,
  organIds: readonly string[] | null,
): Promise<readonly CountedDay[]> {
  const found = await rows<StoredDay>(
    client,
    `select d.organ_id as "organId", d.day, d.cases, d.income_fen as "incomeFen", d.officers, d.items,
       (select r.name from organisation_today r where r.organisation_id = d.organ_id) as unit
     from penalty_day d where d.city = $1 and d.day between $2 and $3 and ($4::uuid[] is null or d.organ_id = any($4))`,
    [city, `${year - 1}-01-01`, `${year}-12-31`, organIds],
  );
  return found.map(({ organId, unit, day, cases, incomeFen, officers, items }) => ({
    organId,
    unit: unit ?? '',
    day: { day, cases, incomeFen, officers: new Map(Object.entries(officers)), items: new Map(Object.entries(items)) },
  }));
}

/** How far the data of a city reach back in each year. */
export async function earliestDays(client: Queryable, city: number): Promise<readonly LocalDate[]> {
  const found = await rows<{ day: LocalDate }>(
    client,
    `select min(day) as day from penalty_day where city = $1 group by extract(year from day) order by 1`,
    [city],
  );
  return found.map(({ day }) => localDate(day));
}

/** Cities where a group or a day waits, where time has changed an answer, and those whose units have not been judged as a whole today. */
export async function citiesToWatch(
  client: Queryable,
  today: LocalDate,
): Promise<readonly { readonly city: number; readonly waits: boolean; readonly isNewDay: boolean; readonly wakes: boolean }[]> {
  return rows(
    client,
    `select c.city, exists (select 1 from penalty_due d where d.city = c.city) as waits,
       exists (select 1 from penalty_wake p where p.city = c.city and p.wake_on <= $1) as wakes,
       coalesce(w.units_on < $1, true) and exists (select 1 from penalty_day d where d.city = c.city) as "isNewDay"
     from (select distinct city from organisation) c left join penalty_watch w on w.city = c.city order by c.city`,
    [today],
  );
}

export async function noteUnitsJudged(client: Queryable, city: number, today: LocalDate): Promise<void> {
  await client.query(
    `insert into penalty_watch (city, units_on) values ($1, $2) on conflict (city) do update set units_on = greatest(penalty_watch.units_on, $2)`,
    [city, today],
  );
}
