import type { LocalDate } from '#law';
import { type Queryable, rows } from '#platform/db';
import { LENIENT_LISTS, LIST_LABELS } from '#registers/power-lists';
import type { CountedList, UnitRow } from './model.ts';

type Row = Omit<UnitRow, 'lists'> & { readonly lists: readonly Omit<CountedList, 'label'>[] };

/** Every unit of a city whose qualification is confirmed on the day, with what the registers say of its duties, in one query. */
export async function unitsOn(client: Queryable, city: number, on: LocalDate): Promise<readonly UnitRow[]> {
  const found = await rows<Row>(client, UNITS, [city, on, LENIENT_LISTS]);
  return found.map((unit) => ({ ...unit, lists: unit.lists.map((list) => ({ ...list, label: labelOf(list.list) })) }));
}

function labelOf(list: string): string {
  return list in LIST_LABELS ? LIST_LABELS[list as keyof typeof LIST_LABELS] : list;
}

const UNITS = `
with entry as (
  select e.organisation_id, e.list, e.code, e.power_kind, e.published_on, e.evaluated_on, lower(e.valid) as since, e.valid @> $2::date as today
  from list_entry_record e where e.city = $1 and upper_inf(e.known)),
counted as (
  select organisation_id, jsonb_agg(jsonb_build_object('list', list, 'entries', entries, 'published', published, 'unpublishedFrom', unpublished_from)) as lists
  from (select organisation_id, list, count(*) as entries, count(published_on) as published, min(since) filter (where published_on is null) as unpublished_from
    from entry where today group by organisation_id, list) l group by organisation_id),
said as (
  select organisation_id, array_agg(distinct power_kind) filter (where list = 'power' and today and power_kind is not null) as powers,
    array_agg(distinct code) filter (where list = 'internal-system' and today) as systems,
    jsonb_agg(jsonb_build_object('code', code, 'publishedOn', published_on)) filter (where list = 'inspection-plan') as plans
  from entry where list in ('power', 'internal-system', 'inspection-plan') group by organisation_id),
given as (
  select r.bureau_id, jsonb_agg(jsonb_build_object('township', r.name, 'since', g.since, 'evaluated', g.evaluated) order by r.name) as empowered
  from (select distinct on (organisation_id) organisation_id, coalesce(evaluated_on, since) as since, evaluated_on is not null as evaluated
    from entry where list = 'empowerment' and today order by organisation_id, coalesce(evaluated_on, since), evaluated_on nulls first) g
  join organisation_record r on r.organisation_id = g.organisation_id and r.valid @> $2::date and upper_inf(r.known) group by r.bureau_id),
deed as (
  select d.delegator_id, jsonb_agg(jsonb_build_object('number', d.number, 'delegate', coalesce(t.name, ''), 'byDelegatorOn', d.published_delegator_on,
    'byDelegateOn', d.published_delegate_on, 'filedOn', d.filed_on) order by d.number) as deeds
  from delegation d left join organisation_record t on t.organisation_id = d.delegate_id and t.valid @> $2::date and upper_inf(t.known)
  where d.city = $1 and d.label < 4 and d.countersigned_on <= $2 and d.term_from <= $2 and d.term_to >= $2 and (d.ended_on is null or d.ended_on > $2)
  group by d.delegator_id)
select o.id, r.kind, r.tier, coalesce(c.lists, '[]') as lists,
  exists (select from entry where list = any($3::text[])) as "lenientKept", coalesce(s.powers, '{}') as powers, coalesce(s.systems, '{}') as systems,
  coalesce(s.plans, '[]') as plans, coalesce(g.empowered, '[]') as empowered, coalesce(d.deeds, '[]') as deeds
from organisation o
join organisation_record r on r.organisation_id = o.id and r.valid @> $2::date and upper_inf(r.known) and r.qualification = 'confirmed' and r.kind <> 'external'
left join counted c on c.organisation_id = o.id
left join said s on s.organisation_id = o.id
left join given g on g.bureau_id = o.id
left join deed d on d.delegator_id = o.id
where o.city = $1 order by o.id`;

export type FormerYear = { readonly id: string; readonly year: number };

/** Units about which these rules still doubt something under an earlier year. */
export async function doubtedBefore(
  client: Queryable,
  city: number,
  year: number,
  rules: readonly string[],
): Promise<readonly FormerYear[]> {
  return rows<FormerYear>(
    client,
    `select distinct matter_id as id, cohort as year from finding
     where city = $1 and cohort < $2 and cohort >= $2 - 5 and stands and rule_id = any($3::text[]) and matter_id = organisation_id`,
    [city, year, rules],
  );
}

/** Cities whose units have not been judged today, or whose lists or deeds have changed since. */
export async function citiesDue(client: Queryable, today: LocalDate): Promise<readonly number[]> {
  const found = await rows<{ city: number }>(
    client,
    `select c.city from (select distinct city from organisation) c left join unit_duty_watch w on w.city = c.city
     where coalesce(w.judged_on < $1, true) or exists (select from unit_duty_due d where d.city = c.city) order by c.city`,
    [today],
  );
  return found.map((c) => c.city);
}

/** Takes up what has changed before reading it: what changes meanwhile is noted anew. */
export async function takeDue(client: Queryable, city: number, today: LocalDate): Promise<void> {
  await client.query('delete from unit_duty_due where city = $1', [city]);
  await client.query(
    `insert into unit_duty_watch (city, judged_on) values ($1, $2) on conflict (city) do update set judged_on = greatest(unit_duty_watch.judged_on, $2)`,
    [city, today],
  );
}
