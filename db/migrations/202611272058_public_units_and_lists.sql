-- public portal: who enforces here on a day (处罚法 39: organs make known themselves) and what the published lists say (细则 8(3)(9)(10),
-- 19¶2; 处罚法 24). Columns are named one by one: no contact, no paper of a relation, no officer, no certificate. Lists that are the
-- organ's own (岗位职责分解, 内部监督制度) and lines without a day of publication are never told.
create function public_units(asked text, on_day date, from_row int, row_count int)
returns table (name text, kind text, tier text, superior text, bureau text, through text, domain text, qualification text,
  valid_from date, last_day date, is_demonstration boolean, total bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with on_that_day as (
    select o.region_ord, r.* from organisation_record r join organisation o on o.id = r.organisation_id
    where upper_inf(r.known) and r.valid @> on_day)
  select u.name, u.kind, u.tier, s.name, b.name, t.name, u.domain, u.qualification, lower(u.valid), upper(u.valid) - 1, u.demonstration,
    count(*) over ()
  from on_that_day u
  left join on_that_day s on s.organisation_id = u.superior_id
  left join on_that_day b on b.organisation_id = u.bureau_id
  left join on_that_day t on t.organisation_id = u.answers_through_id
  where u.kind <> 'external' and (asked = '' or strpos(u.name, asked) > 0 or strpos(u.short_name, asked) > 0 or strpos(coalesce(u.domain, ''), asked) > 0)
  order by u.region_ord, u.organisation_id offset from_row limit row_count
$$;
create function public_list_entries(asked_list text, asked text, on_day date, from_row int, row_count int)
returns table (code text, name text, unit text, power_kind text, basis text, duty text, accountability text, conditions text, measure text,
  decision text, domain text, evaluated_on date, published_on date, published_at text, valid_from date, last_day date,
  is_demonstration boolean, total bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.code, e.name, r.name, e.power_kind, e.basis, e.duty, e.accountability, e.conditions, e.measure, e.decision, e.domain, e.evaluated_on,
    e.published_on, e.published_at, lower(e.valid), upper(e.valid) - 1, coalesce(r.demonstration, false), count(*) over ()
  from list_entry_record e
  left join organisation_record r on r.organisation_id = e.organisation_id and upper_inf(r.known) and r.valid @> on_day
  where e.list = asked_list and upper_inf(e.known) and e.valid @> on_day and e.published_on is not null
    and e.list in ('power','inspection','spot-check','key-matter','no-penalty','lighter','mitigated','no-coercion','empowerment')
    and (asked = '' or strpos(e.name, asked) > 0 or strpos(coalesce(r.name, ''), asked) > 0 or strpos(e.code, asked) > 0 or strpos(e.basis, asked) > 0)
  order by e.level, e.code_order, e.id offset from_row limit row_count
$$;
revoke execute on function public_units(text, date, int, int), public_list_entries(text, text, date, int, int) from public;
-- Before they change hands: a login that inherits nothing may grant no longer afterwards.
grant execute on function public_units(text, date, int, int), public_list_entries(text, text, date, int, int) to app_public;
grant create on schema public to app_system;
alter function public_units(text, date, int, int) owner to app_system;
alter function public_list_entries(text, text, date, int, int) owner to app_system;
revoke create on schema public from app_system;
