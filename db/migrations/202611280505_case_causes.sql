-- Cases, performed here or told of, are judged again when what they were judged by changes, as stored decisions are. Whatever
-- decisions are judged again by is noted for cases in the same transaction, and so are the lists of leniency and the benchmarks,
-- of which only cases are asked. Rows are only added and, once judged by, deleted: nobody who writes a register waits.
create table case_cause (
  id bigint generated always as identity primary key,
  city int not null,
  register text not null check (register in ('organ','certificate','list','law','calendar','profile','delegation','rule','lenient','benchmark','record')),
  -- Ids of organs, numbers of certificates, names of laws, codes of items, names of violations, ids of cases; empty: whatever the register can touch.
  keys text[] not null,
  -- Days on which penalties were decided, half-open; null: without that bound.
  from_on date,
  until_on date,
  act_id uuid,
  at timestamptz not null default clock_timestamp(),
  -- Of the round that is under way.
  taken boolean not null default false
);
create index case_cause_city on case_cause (city, at);
grant select, insert, update, delete on case_cause to app_system;

-- How far the judging of a city's cases has come: one walk for all causes that were waiting.
create table case_round (
  city int primary key,
  after_cohort int not null default 0,
  after_id uuid not null default '00000000-0000-0000-0000-000000000000',
  error text,
  at timestamptz not null default clock_timestamp()
);
grant select, insert, update, delete on case_round to app_system;

create function note_case_causes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_cause (city, register, keys, from_on, until_on, act_id, at)
    select f.city, f.register, f.keys, f.from_on, f.until_on, f.act_id, f.at from fresh f where f.register not in ('record', 'late');
  return null;
end $$;
create trigger note_case_causes after insert on penalty_cause
  referencing new table as fresh for each statement execute function note_case_causes();

create function note_lenient_cause() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_cause (city, register, keys, from_on, until_on, act_id)
    select f.city, 'lenient', array_agg(distinct f.code), nullif(min(coalesce(lower(f.valid), '-infinity')), '-infinity'),
      nullif(max(coalesce(upper(f.valid), 'infinity')), 'infinity'), case tg_op when 'INSERT' then f.act_id end
    from fresh f where f.list in ('no-penalty', 'lighter', 'mitigated', 'no-coercion') and f.code is not null
    group by f.city, case tg_op when 'INSERT' then f.act_id end;
  return null;
end $$;
create trigger note_new_lenient after insert on list_entry_record
  referencing new table as fresh for each statement execute function note_lenient_cause();
create trigger note_changed_lenient after update on list_entry_record
  referencing new table as fresh for each statement execute function note_lenient_cause();

create function note_benchmark_cause() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_cause (city, register, keys, from_on, until_on, act_id)
    select f.city, 'benchmark', array_agg(distinct f.violation), nullif(min(coalesce(lower(f.valid), '-infinity')), '-infinity'),
      nullif(max(coalesce(upper(f.valid), 'infinity')), 'infinity'), case tg_op when 'INSERT' then f.act_id end
    from fresh f group by f.city, case tg_op when 'INSERT' then f.act_id end;
  return null;
end $$;
create trigger note_new_benchmark after insert on benchmark_version
  referencing new table as fresh for each statement execute function note_benchmark_cause();
create trigger note_changed_benchmark after update on benchmark_version
  referencing new table as fresh for each statement execute function note_benchmark_cause();
