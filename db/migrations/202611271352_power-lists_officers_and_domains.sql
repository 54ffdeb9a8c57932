-- Room power-lists: what a line may also say. 岗位职责分解 (细则 8(3)) names the post, the officer and the certificate that
-- answer for an item; each unit's internal systems (细则 25) and yearly inspection plans are lists like the others; an item
-- names its field of enforcement (rule S10), an empowerment the day on which the province evaluated it (处罚法 24).
alter table list_entry_record
  add column domain text,
  add column evaluated_on date,
  add column post text,
  add column officer text,
  add column certificate text;
alter table list_entry_record drop constraint list_entry_record_list_check;
alter table list_entry_record add constraint list_entry_record_list_check check (list in ('power','inspection','spot-check','key-matter',
  'no-penalty','lighter','mitigated','no-coercion','empowerment','post-duty','internal-system','inspection-plan'));
alter table list_entry_record add check (list <> 'post-duty' or (post is not null and officer is not null and certificate is not null));

-- Rules S03 and S07: decisions are judged again when a deed of delegation or a list of empowerments changes.
alter table penalty_cause drop constraint penalty_cause_register_check;
alter table penalty_cause add constraint penalty_cause_register_check
  check (register in ('organ','certificate','list','law','calendar','profile','record','delegation'));

create or replace function note_list_cause() returns trigger language plpgsql as $$
begin
  insert into penalty_cause (city, register, keys, from_on, until_on, act_id)
    select f.city, 'list', array[f.organisation_id::text], nullif(min(coalesce(lower(f.valid), '-infinity')), '-infinity'),
      nullif(max(coalesce(upper(f.valid), 'infinity')), 'infinity'), case tg_op when 'INSERT' then (array_agg(f.act_id))[1] end
    from fresh f where f.list in ('power', 'empowerment') group by f.city, f.organisation_id;
  return null;
end $$;

grant insert on penalty_cause to app_act;

-- A deed that nobody has countersigned says nothing yet; any later change of it can touch what was done on any day.
create function note_delegation_cause() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into penalty_cause (city, register, keys)
      select f.city, 'delegation', array_agg(distinct f.delegator_id::text) from fresh f where f.countersigned_on is not null group by f.city;
  else
    insert into penalty_cause (city, register, keys)
      select f.city, 'delegation', array_agg(distinct f.delegator_id::text)
      from fresh f join was w on w.city = f.city and w.cohort = f.cohort and w.matter_id = f.matter_id
      where (f.delegate_id, f.items, f.term_from, f.term_to, f.countersigned_on, f.ended_on)
        is distinct from (w.delegate_id, w.items, w.term_from, w.term_to, w.countersigned_on, w.ended_on)
      group by f.city;
  end if;
  return null;
end $$;
create trigger note_new_delegation after insert on delegation
  referencing new table as fresh for each statement execute function note_delegation_cause();
create trigger note_changed_delegation after update on delegation
  referencing old table as was new table as fresh for each statement execute function note_delegation_cause();
