drop trigger note_changed_delegation on delegation;
drop trigger note_new_delegation on delegation;
drop function note_delegation_cause();
revoke insert on penalty_cause from app_act;
create or replace function note_list_cause() returns trigger language plpgsql as $$
begin
  insert into penalty_cause (city, register, keys, from_on, until_on, act_id)
    select f.city, 'list', array[f.organisation_id::text], nullif(min(coalesce(lower(f.valid), '-infinity')), '-infinity'),
      nullif(max(coalesce(upper(f.valid), 'infinity')), 'infinity'), case tg_op when 'INSERT' then (array_agg(f.act_id))[1] end
    from fresh f where f.list = 'power' group by f.city, f.organisation_id;
  return null;
end $$;
delete from penalty_cause where register = 'delegation';
alter table penalty_cause drop constraint penalty_cause_register_check;
alter table penalty_cause add constraint penalty_cause_register_check
  check (register in ('organ','certificate','list','law','calendar','profile','record'));
delete from list_entry_record where list in ('post-duty','internal-system','inspection-plan');
alter table list_entry_record drop constraint list_entry_record_list_check;
alter table list_entry_record add constraint list_entry_record_list_check check (list in ('power','inspection','spot-check','key-matter',
  'no-penalty','lighter','mitigated','no-coercion','empowerment'));
alter table list_entry_record drop column domain, drop column evaluated_on, drop column post, drop column officer, drop column certificate;
