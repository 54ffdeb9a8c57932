-- Room unit-duties: what units owe is judged once a day and after every change of lists or deeds. Whatever writes them notes
-- the city in the same transaction; the background takes the notes up before it reads.
create table unit_duty_watch (
  city int primary key,
  judged_on date not null
);
create table unit_duty_due (
  id bigint generated always as identity primary key,
  city int not null
);
create index unit_duty_due_city on unit_duty_due (city);
grant select, insert, update on unit_duty_watch to app_system;
grant select, insert, delete on unit_duty_due to app_system;
grant insert on unit_duty_due to app_rt, app_act;

create function note_unit_duty() returns trigger language plpgsql as $$
begin
  insert into unit_duty_due (city) select distinct city from fresh;
  return null;
end $$;
create trigger note_new_list_duty after insert on list_entry_record
  referencing new table as fresh for each statement execute function note_unit_duty();
create trigger note_changed_list_duty after update on list_entry_record
  referencing new table as fresh for each statement execute function note_unit_duty();
create trigger note_new_delegation_duty after insert on delegation
  referencing new table as fresh for each statement execute function note_unit_duty();
create trigger note_changed_delegation_duty after update on delegation
  referencing new table as fresh for each statement execute function note_unit_duty();
