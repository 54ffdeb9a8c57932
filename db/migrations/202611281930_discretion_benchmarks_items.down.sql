create or replace function note_benchmark_cause() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_cause (city, register, keys, from_on, until_on, act_id)
    select f.city, 'benchmark', array_agg(distinct f.violation), nullif(min(coalesce(lower(f.valid), '-infinity')), '-infinity'),
      nullif(max(coalesce(upper(f.valid), 'infinity')), 'infinity'), case tg_op when 'INSERT' then f.act_id end
    from fresh f group by f.city, case tg_op when 'INSERT' then f.act_id end;
  return null;
end $$;
delete from case_cause where register in ('benchmark-item', 'benchmark-under');
alter table case_cause drop constraint case_cause_register_check;
alter table case_cause add constraint case_cause_register_check check (register in ('organ','certificate','list','law','calendar','profile',
  'delegation','rule','lenient','benchmark','record'));
drop index benchmark_version_item;
alter table benchmark_version drop column item_code, drop column penalty;
