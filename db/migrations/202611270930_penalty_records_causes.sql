-- Room penalty-records: stored decisions are judged again when what they were judged by changes. Whatever writes a register,
-- by whatever path, notes in the same transaction what of it has changed; the background judges the decisions that it can
-- touch. Rows are only added and, once judged by, deleted: nobody who writes a register waits for that work.
create table penalty_cause (
  id bigint generated always as identity primary key,
  city int not null,
  register text not null check (register in ('organ','certificate','list','law','calendar','profile','record')),
  -- Ids of organs, numbers of certificates, names of laws, ids of decisions; empty: every decision.
  keys text[] not null,
  -- Days of decision, half-open; null: without that bound.
  from_on date,
  until_on date,
  -- The act of the load or change, where the register says it.
  act_id uuid,
  at timestamptz not null default clock_timestamp(),
  -- Of the round that is under way.
  taken boolean not null default false
);
create index penalty_cause_city on penalty_cause (city, at);
grant insert on penalty_cause to app_rt;
grant select, insert, update, delete on penalty_cause to app_system;

-- How far the judging of a city has come: one walk through its decisions for all causes that were waiting.
create table penalty_round (
  city int primary key,
  after_cohort int not null default 0,
  after_id uuid not null default '00000000-0000-0000-0000-000000000000',
  -- Decisions that the walk passes; counted when it sets out.
  total int,
  seen int not null default 0,
  judged int not null default 0,
  error text,
  at timestamptz not null default clock_timestamp()
);
grant select, insert, update, delete on penalty_round to app_system;

create function note_organ_cause() returns trigger language plpgsql as $$
begin
  insert into penalty_cause (city, register, keys, from_on, until_on, act_id)
    select o.city, 'organ', array[f.organisation_id::text], nullif(min(coalesce(lower(f.valid), '-infinity')), '-infinity'),
      nullif(max(coalesce(upper(f.valid), 'infinity')), 'infinity'), case tg_op when 'INSERT' then (array_agg(f.act_id))[1] end
    from fresh f join organisation o on o.id = f.organisation_id group by o.city, f.organisation_id;
  return null;
end $$;
create trigger note_new_organ after insert on organisation_record
  referencing new table as fresh for each statement execute function note_organ_cause();
create trigger note_changed_organ after update on organisation_record
  referencing new table as fresh for each statement execute function note_organ_cause();

-- A number that is seen for the first time answers otherwise on every day, so days do not bound it.
create function note_certificate_cause() returns trigger language plpgsql as $$
begin
  insert into penalty_cause (city, register, keys, act_id)
    select o.city, 'certificate', array_agg(distinct f.number), case tg_op when 'INSERT' then f.act_id end
    from fresh f join officer o on o.id = f.officer_id group by o.city, case tg_op when 'INSERT' then f.act_id end;
  return null;
end $$;
create trigger note_new_certificate after insert on certificate_record
  referencing new table as fresh for each statement execute function note_certificate_cause();
create trigger note_changed_certificate after update on certificate_record
  referencing new table as fresh for each statement execute function note_certificate_cause();

-- One line more says of every item of its organ whether it stood on a list of those days.
create function note_list_cause() returns trigger language plpgsql as $$
begin
  insert into penalty_cause (city, register, keys, from_on, until_on, act_id)
    select f.city, 'list', array[f.organisation_id::text], nullif(min(coalesce(lower(f.valid), '-infinity')), '-infinity'),
      nullif(max(coalesce(upper(f.valid), 'infinity')), 'infinity'), case tg_op when 'INSERT' then (array_agg(f.act_id))[1] end
    from fresh f where f.list = 'power' group by f.city, f.organisation_id;
  return null;
end $$;
create trigger note_new_list after insert on list_entry_record
  referencing new table as fresh for each statement execute function note_list_cause();
create trigger note_changed_list after update on list_entry_record
  referencing new table as fresh for each statement execute function note_list_cause();

-- Laws are those of every city.
create function note_law_cause(names text[], act uuid) returns void language sql as $$
  insert into penalty_cause (city, register, keys, act_id)
    select c.city, 'law', names, act from (select distinct city from organisation) c where names is not null;
$$;

-- With the first text rules ask texts instead of the register alone: whatever cites a law may be answered otherwise.
create function note_text_cause() returns trigger language plpgsql as $$
begin
  if exists (select from law_text t where not exists (select from fresh f where f.id = t.id)) then
    perform note_law_cause((select array_agg(distinct name) from fresh), null);
  elsif exists (select from fresh) then
    perform note_law_cause('{}', null);
  end if;
  return null;
end $$;
create trigger note_new_text after insert on law_text
  referencing new table as fresh for each statement execute function note_text_cause();
create trigger note_changed_text after update on law_text
  referencing new table as fresh for each statement execute function note_text_cause();

create function note_registered_law_cause() returns trigger language plpgsql as $$
begin
  perform note_law_cause(array_agg(distinct n.name), case tg_op when 'INSERT' then f.act_id end)
    from fresh f cross join lateral unnest(array_append(f.short_names, f.name)) as n(name)
    group by case tg_op when 'INSERT' then f.act_id end;
  return null;
end $$;
create trigger note_new_registered_law after insert on law_record
  referencing new table as fresh for each statement execute function note_registered_law_cause();
create trigger note_changed_registered_law after update on law_record
  referencing new table as fresh for each statement execute function note_registered_law_cause();

create function note_settlement_cause() returns trigger language plpgsql as $$
begin
  perform note_law_cause((select array_agg(distinct law) from fresh), null);
  return null;
end $$;
create trigger note_settlement after insert on law_settlement
  referencing new table as fresh for each statement execute function note_settlement_cause();

-- The holidays of a year move the ends of periods that began in it or in the year before.
create function note_calendar_cause() returns trigger language plpgsql as $$
begin
  insert into penalty_cause (city, register, keys, from_on)
    select c.city, 'calendar', '{}', make_date(min(f.year) - 1, 1, 1)
    from fresh f cross join (select distinct city from organisation) c group by c.city;
  return null;
end $$;
create trigger note_calendar after insert on calendar_year
  referencing new table as fresh for each statement execute function note_calendar_cause();

create function note_profile_cause() returns trigger language plpgsql as $$
begin
  insert into penalty_cause (city, register, keys) select distinct city, 'profile', '{}'::text[] from fresh;
  return null;
end $$;
create trigger note_profile after insert on profile
  referencing new table as fresh for each statement execute function note_profile_cause();
