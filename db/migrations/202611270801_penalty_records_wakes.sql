-- Room penalty-records: when time alone changes what a rule says of a stored decision (E01, P01, B01: a period ends and
-- its day is still empty), the record is judged again by the platform. Rows are only added and, once judged, deleted.
create table penalty_wake (
  id bigint generated always as identity primary key,
  city int not null,
  matter_id uuid not null,
  -- The day after the last day of the period.
  wake_on date not null
);
create index penalty_wake_due on penalty_wake (city, wake_on);
grant insert on penalty_wake to app_rt;
grant select, insert, update, delete on penalty_wake to app_system;

-- Records that were taken in before this step may have outlived their periods unseen: each is looked at once.
insert into penalty_wake (city, matter_id, wake_on)
  select p.city, p.matter_id, p.decided_on
  from penalty_record p join matter m on m.city = p.city and m.cohort = p.cohort and m.id = p.matter_id
  where p.counted and m.state #> '{row,source,columns}' ?| array['servedOn', 'publishedOn', 'recordFiledOn'];
