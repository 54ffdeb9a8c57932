-- public portal: benchmarks in force (处罚法 34) and deeds of delegation in force that a side has published (处罚法 20), on a day;
-- what the law wants published and nothing of how it was made. By page, with the number of all that answer.
create function public_benchmarks(asked text, on_day date, from_row int, row_count int)
returns table (violation text, maker text, document_number text, published_on date, place text, valid_from date, last_day date,
  content jsonb, is_demonstration boolean, total bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.violation, r.name, v.document_number, v.published_on, v.place, lower(v.valid), upper(v.valid) - 1, v.content,
    coalesce(r.demonstration, false), count(*) over ()
  from benchmark_version v
  left join lateral (select name, demonstration from organisation_record r where r.organisation_id = v.maker_id and upper_inf(r.known)
    order by r.valid desc limit 1) r on true
  where upper_inf(v.known) and v.valid @> on_day and not exists (select from matter m where m.id = v.matter_id and m.label > 2)
    and (asked = '' or strpos(v.violation, asked) > 0 or strpos(coalesce(r.name, ''), asked) > 0 or strpos(v.document_number, asked) > 0
      or strpos(v.content ->> 'penalty', asked) > 0)
  order by v.violation collate "C", v.id offset from_row limit row_count
$$;
create function public_delegations(asked text, on_day date, from_row int, row_count int)
returns table (delegator text, delegate text, document_number text, items text, powers text, term_from date, term_to date,
  filed_on date, published_delegator_on date, published_delegate_on date, is_demonstration boolean, total bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.name, b.name, d.number, (select string_agg(i ->> 'name', '；') from jsonb_array_elements(m.state #> '{deed,items}') i),
    m.state #>> '{deed,powers}', d.term_from, d.term_to, d.accepted_on, d.published_delegator_on, d.published_delegate_on,
    coalesce(a.demonstration or b.demonstration, false), count(*) over ()
  from delegation d
  join matter m on m.city = d.city and m.cohort = d.cohort and m.id = d.matter_id
  left join lateral (select name, demonstration from organisation_record r where r.organisation_id = d.delegator_id and upper_inf(r.known)
    order by r.valid desc limit 1) a on true
  left join lateral (select name, demonstration from organisation_record r where r.organisation_id = d.delegate_id and upper_inf(r.known)
    order by r.valid desc limit 1) b on true
  where d.label <= 2 and m.label <= 2 and d.countersigned_on <= on_day and on_day between d.term_from and d.term_to
    and (d.ended_on is null or d.ended_on > on_day) and (d.published_delegator_on is not null or d.published_delegate_on is not null)
    and (asked = '' or strpos(coalesce(a.name, ''), asked) > 0 or strpos(coalesce(b.name, ''), asked) > 0 or strpos(coalesce(d.number, ''), asked) > 0
      or strpos((m.state #> '{deed,items}')::text, asked) > 0)
  order by d.term_from desc, d.matter_id offset from_row limit row_count
$$;
revoke execute on function public_benchmarks(text, date, int, int), public_delegations(text, date, int, int) from public;
-- Before they change hands: a login that inherits nothing may grant no longer afterwards.
grant execute on function public_benchmarks(text, date, int, int), public_delegations(text, date, int, int) to app_public;
grant create on schema public to app_system;
alter function public_benchmarks(text, date, int, int) owner to app_system;
alter function public_delegations(text, date, int, int) owner to app_system;
revoke create on schema public from app_system;
