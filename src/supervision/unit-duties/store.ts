import { LENIENT_LISTS, type LocalDate } from '#law';
import type { EndedCited } from '#law/rules/index';
import { type Queryable, rows } from '#platform/db';
import { guidanceStanding } from '#registers/guidance';
import { LIST_LABELS } from '#registers/power-lists';
import { guidanceBy, lineBy } from './guided.ts';
import type { CountedList, UnitRow } from './model.ts';

type Cited = Omit<EndedCited, 'in'> & { readonly list: string; readonly name: string };
type Row = Omit<UnitRow, 'lists' | 'guides' | 'line' | 'citesEnded'> & {
  readonly lists: readonly Omit<CountedList, 'label'>[];
  readonly cited: readonly Cited[];
};

/** Every unit of a city whose qualification is confirmed on the day, with what the registers say of its duties. */
export async function unitsOn(client: Queryable, city: number, on: LocalDate): Promise<readonly UnitRow[]> {
  const found = await rows<Row>(client, UNITS, [city, on, LENIENT_LISTS]);
  const standing = await guidanceStanding(client, city, on);
  const [guides, lines] = [guidanceBy(standing), lineBy(standing)];
  return found.map(({ cited, ...unit }) => ({
    ...unit,
    lists: unit.lists.map((list) => ({ ...list, label: labelOf(list.list) })),
    citesEnded: cited.map(({ list, name, ...ended }) => ({ in: `${labelOf(list)}“${name}”`, ...ended })),
    guides: guides === null ? null : (guides.get(unit.id) ?? []),
    line: lines.get(unit.id) ?? null,
  }));
}

function labelOf(list: string): string {
  if (list === 'benchmark') return '裁量权基准';
  return list in LIST_LABELS ? LIST_LABELS[list as keyof typeof LIST_LABELS] : list;
}

const UNITS = `
with entry as (
  select e.organisation_id, e.list, e.code, e.power_kind, e.name, e.published_on, e.published_at, e.evaluated_on, lower(e.valid) as since, e.valid @> $2::date as today
  from list_entry_record e where e.city = $1 and upper_inf(e.known)),
counted as (
  select organisation_id, jsonb_agg(jsonb_build_object('list', list, 'entries', entries, 'published', published, 'unpublishedFrom', unpublished_from)) as lists
  from (select organisation_id, list, count(*) as entries, count(published_on) as published, min(since) filter (where published_on is null) as unpublished_from
    from entry where today group by organisation_id, list) l group by organisation_id),
said as (
  select organisation_id, array_agg(distinct power_kind) filter (where list = 'power' and today and power_kind is not null) as powers,
    case when bool_or(list = 'internal-system')
      then coalesce(array_agg(distinct code) filter (where list = 'internal-system' and today), '{}') end as systems,
    jsonb_agg(jsonb_build_object('code', code, 'publishedOn', published_on, 'publishedAt', published_at)) filter (where list = 'inspection-plan') as plans
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
  group by d.delegator_id),
filed as (
  select f.organ_id, count(*) filter (where f.stated_on is not null)::int as stated,
    jsonb_agg(jsonb_build_object('number', f.number, 'decidedOn', f.decided_on, 'reviewer', v.name, 'upper', coalesce(u.name, ''), 'receiptOn', f.receipt_on)
      order by f.number) filter (where f.filed_on is not null) as penalties
  from major_penalty_filing f
  left join organisation_record v on v.organisation_id = f.reviewer_id and v.valid @> $2::date and upper_inf(v.known)
  left join organisation_record u on u.organisation_id = f.upper_id and u.valid @> $2::date and upper_inf(u.known)
  where f.city = $1 and f.label < 4 and f.upper_id is not null and f.receipt_on is null and (f.filed_on is not null or f.stated_on is not null)
  group by f.organ_id),
made as (
  select d.maker_id, jsonb_agg(d.made order by d.number) as documents from (
    select n.maker_id, n.document_number as number, jsonb_build_object('title', n.title, 'number', n.document_number, 'publishedOn', n.first_published_on,
      'effectiveOn', case when m.status <> 'demanded' then n.effective_on end, 'lastDay', n.last_day, 'isTrial', n.is_trial, 'isEntered', n.is_entered, 'submittedOn', n.submitted_on) as made
    from normative_filing n join matter m on m.city = n.city and m.cohort = n.cohort and m.id = n.matter_id
    where n.city = $1 and n.label < 4 and n.ended_on is null and n.first_published_on <= $2
    union all
    select e.organisation_id, e.code, jsonb_build_object('title', e.name, 'number', e.code, 'publishedOn', e.published_on, 'effectiveOn', null,
      'lastDay', null, 'isTrial', false, 'isEntered', false, 'submittedOn', null)
    from entry e where e.list = 'normative-document' and e.today and e.published_on <= $2 and not exists (
      select from normative_filing n join matter m on m.city = n.city and m.cohort = n.cohort and m.id = n.matter_id
      where n.city = $1 and n.maker_id = e.organisation_id and document_number_key(n.document_number) = document_number_key(e.code)
        and m.status <> 'withdrawn')) d
  group by d.maker_id),
ended as (
  select document_number as number, max(title) as title, max(upper(valid)) as ended_on from normative_document
  where city = $1 and upper_inf(known) and label <= 2 and document_number like '%号%' group by document_number
  having bool_and(not upper_inf(valid)) and max(upper(valid)) <= $2),
cites as (
  select c.organisation_id, jsonb_agg(jsonb_build_object('list', c.list, 'name', c.name, 'title', d.title, 'number', d.number, 'endedOn', d.ended_on)
    order by c.list, c.name) as cited
  from ended d join (
    select organisation_id, list, name, basis from list_entry_record
    where city = $1 and upper_inf(known) and valid @> $2::date and basis like '%号%'
    union all
    select maker_id, 'benchmark', violation, content::text from benchmark_version
    where city = $1 and upper_inf(known) and valid @> $2::date and content::text like '%号%') c on strpos(c.basis, d.number) > 0
  group by c.organisation_id),
round as (
  select s.bureau_id, max((m.state ->> 'openedOn')::date) as opened_on
  from subject_review s join matter m on m.city = s.city and m.cohort = s.cohort and m.id = s.matter_id
  where s.city = $1 and s.label < 4 and m.status <> 'withdrawn' group by s.bureau_id),
bureau as (
  select r.organisation_id, greatest(min(lower(r.valid)), min(lower(r.known) at time zone 'Asia/Shanghai')::date, p.since) as since
  from organisation_record r join (select organisation_id, min(lower(held)) as since from post group by organisation_id) p
    on p.organisation_id = r.organisation_id
  where r.kind = 'bureau' group by r.organisation_id, p.since)
select o.id, r.kind, r.tier, coalesce(c.lists, '[]') as lists,
  exists (select from entry where list = any($3::text[])) as "lenientKept", coalesce(s.powers, '{}') as powers, s.systems,
  coalesce(s.plans, '[]') as plans, coalesce(g.empowered, '[]') as empowered, coalesce(d.deeds, '[]') as deeds,
  coalesce(f.penalties, '[]') as "filedPenalties", coalesce(f.stated, 0) as "statedFilings", coalesce(n.documents, '[]') as "madeDocuments",
  coalesce(t.cited, '[]') as cited,
  case when r.kind = 'bureau' then jsonb_build_object('since', b.since, 'lastOpenedOn', v.opened_on) end as rounds
from organisation o
join organisation_record r on r.organisation_id = o.id and r.valid @> $2::date and upper_inf(r.known) and r.qualification = 'confirmed' and r.kind <> 'external'
left join counted c on c.organisation_id = o.id
left join said s on s.organisation_id = o.id
left join given g on g.bureau_id = o.id
left join deed d on d.delegator_id = o.id
left join filed f on f.organ_id = o.id
left join made n on n.maker_id = o.id
left join cites t on t.organisation_id = o.id
left join bureau b on b.organisation_id = o.id
left join round v on v.bureau_id = o.id
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
