-- When time alone changes what a rule says of a case decided here or told of with a key (E01, P01, B01: a period ends and
-- its day is still empty), the platform judges it again. Rows are only added and, once judged, deleted.
create table case_wake (
  id bigint generated always as identity primary key,
  city int not null,
  matter_id uuid not null,
  -- The day after the last day of the period.
  wake_on date not null
);
create index case_wake_due on case_wake (wake_on, id);
grant insert on case_wake to app_rt;
grant select, insert, update, delete on case_wake to app_system;

-- Cases decided before this step are looked at once.
set local role app_system;
insert into case_wake (city, matter_id, wake_on)
  select city, matter_id, decided_on from ordinary_penalty where decided_on is not null
  union all select city, matter_id, decided_on from summary_penalty where decided_on is not null;
reset role;
