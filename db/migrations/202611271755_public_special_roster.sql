-- public portal: the roster of special supervisors who serve on a day (细则 17; supervision.md SM-C15: public roster). Name,
-- area and term alone; by page, with the number of all.
create function public_special_roster(on_day date, from_row int, row_count int)
returns table (holder text, area text, term_from date, term_to date, is_demonstration boolean, total bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.holder, s.area, s.term_from, s.term_to, coalesce(r.demonstration, false), count(*) over ()
  from special_supervisor s
  join matter m on m.city = s.city and m.cohort = s.cohort and m.id = s.matter_id
  left join lateral (select demonstration from organisation_record r where r.organisation_id = s.bureau_id and upper_inf(r.known)
    order by r.valid desc limit 1) r on true
  where s.handed_on is not null and s.label <= 2 and m.label <= 2 and on_day between s.term_from and s.term_to
    and (s.stopped_on is null or s.stopped_on > on_day)
  order by s.area, s.term_from, s.matter_id offset from_row limit row_count
$$;
revoke execute on function public_special_roster(date, int, int) from public;
-- Before it changes hands: a login that inherits nothing may grant no longer afterwards.
grant execute on function public_special_roster(date, int, int) to app_public;
grant create on schema public to app_system;
alter function public_special_roster(date, int, int) owner to app_system;
revoke create on schema public from app_system;
