-- Room penalty-records: rules over several records. Whatever changes a record, by whatever path, notes in the same
-- transaction which groups have to be judged again: fines of one party (D05), like cases (Q05), a unit's day (A01, A03).
-- Rows are only added and, once judged, deleted: two loads that touch one group never wait for each other.
create table penalty_due (
  id bigint generated always as identity primary key,
  city int not null,
  reach text not null check (reach in ('party','likeness','unit')),
  -- party_mark, likeness, or the organ's id.
  mark text not null,
  -- The days of the records that changed; for a unit one day.
  from_on date not null,
  until_on date not null,
  at timestamptz not null default clock_timestamp(),
  attempts int not null default 0,
  lease_until timestamptz
);
create index penalty_due_group on penalty_due (city, reach, mark);
create index penalty_due_at on penalty_due (city, at);
grant insert on penalty_due to app_rt;
grant select, insert, update, delete on penalty_due to app_system;

create function note_new_penalty_groups() returns trigger language plpgsql as $$
begin
  insert into penalty_due (city, reach, mark, from_on, until_on)
    select city, 'party', party_mark, min(decided_on), max(decided_on) from fresh where counted and party_mark is not null group by city, party_mark
    union all
    select city, 'likeness', likeness, min(decided_on), max(decided_on) from fresh where counted and likeness is not null group by city, likeness
    union all
    select distinct city, 'unit', organ_id::text, decided_on, decided_on from fresh where counted;
  return null;
end $$;
create trigger note_groups_of_new after insert on penalty_record
  referencing new table as fresh for each statement execute function note_new_penalty_groups();

-- A record belongs to the groups of what it said before as well. A mere move in the trees changes no group.
create function note_changed_penalty_groups() returns trigger language plpgsql as $$
begin
  with moved as (
    select o.city, o.cohort, o.matter_id from was o join fresh n using (city, cohort, matter_id)
    where (o.region_ord, o.line_ord) is distinct from (n.region_ord, n.line_ord)
      and to_jsonb(o) - 'region_ord' - 'line_ord' = to_jsonb(n) - 'region_ord' - 'line_ord'
  ), touched as (
    select r.city, r.party_mark, r.likeness, r.organ_id, r.decided_on
    from (select * from was union all select * from fresh) r
    where not exists (select 1 from moved m where m.city = r.city and m.cohort = r.cohort and m.matter_id = r.matter_id)
  )
  insert into penalty_due (city, reach, mark, from_on, until_on)
    select city, 'party', party_mark, min(decided_on), max(decided_on) from touched where party_mark is not null group by city, party_mark
    union all
    select city, 'likeness', likeness, min(decided_on), max(decided_on) from touched where likeness is not null group by city, likeness
    union all
    select distinct city, 'unit', organ_id::text, decided_on, decided_on from touched;
  return null;
end $$;
create trigger note_groups_of_changed after update on penalty_record
  referencing old table as was new table as fresh for each statement execute function note_changed_penalty_groups();

-- What a unit decided on one day: the counters from which its years are judged.
create table penalty_day (
  city int not null,
  organ_id uuid not null,
  day date not null,
  cases int not null check (cases > 0),
  income_fen bigint not null check (income_fen >= 0),
  -- {officer: cases}, {item: cases}
  officers jsonb not null,
  items jsonb not null,
  primary key (city, organ_id, day)
);
create index penalty_day_reach on penalty_day (city, day);
grant select, insert, update, delete on penalty_day to app_system;

-- When the units of a city were last judged as a whole: each night, because a month or a year has ended.
create table penalty_watch (
  city int primary key,
  units_on date not null
);
grant select, insert, update on penalty_watch to app_system;

-- What was taken in before this step has not been compared yet.
insert into penalty_due (city, reach, mark, from_on, until_on)
  select city, 'party', party_mark, min(decided_on), max(decided_on) from penalty_record where counted and party_mark is not null group by city, party_mark
  union all
  select city, 'likeness', likeness, min(decided_on), max(decided_on) from penalty_record where counted and likeness is not null group by city, likeness
  union all
  select distinct city, 'unit', organ_id::text, decided_on, decided_on from penalty_record where counted;

-- Matters on which a doubt rests besides its own: by id only, because each reader is told of those in own sight alone.
alter table finding add column others jsonb;
