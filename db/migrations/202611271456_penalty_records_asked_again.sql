-- Room penalty-records: stored decisions are judged again when the program brings other versions of its rules ('rule'), and
-- when registers have changed between the reading of a chunk of decisions and its storing ('late').
alter table penalty_cause drop constraint penalty_cause_register_check;
alter table penalty_cause add constraint penalty_cause_register_check
  check (register in ('organ','certificate','list','law','calendar','profile','record','delegation','rule','late'));

-- The rules by which stored decisions were last judged, or are being judged by the causes noted beside.
create table penalty_rule_version (
  rule text primary key,
  version int not null check (version > 0)
);
grant select, insert, update, delete on penalty_rule_version to app_system;

-- A mark that every change of what decisions are judged by renews as it is committed, once for each transaction. A chunk of
-- decisions reads it before the registers and holds it as it is stored: either the mark has moved and the chunk asks itself
-- again, or the change is committed after the chunk, and the round of the change finds it.
create table penalty_cause_mark (
  single boolean primary key default true check (single),
  mark uuid not null
);
insert into penalty_cause_mark (mark) values (gen_random_uuid());
grant select on penalty_cause_mark to app_rt, app_system;

create function renew_penalty_mark() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.penalty_mark_renewed', true) is distinct from 'yes' then
    insert into penalty_cause_mark (mark) values (gen_random_uuid()) on conflict (single) do update set mark = excluded.mark;
    perform set_config('app.penalty_mark_renewed', 'yes', true);
  end if;
  return null;
end $$;
revoke execute on function renew_penalty_mark() from public;
create constraint trigger renew_penalty_mark after insert on penalty_cause deferrable initially deferred
  for each row when (new.register not in ('record', 'late')) execute function renew_penalty_mark();

create function hold_penalty_mark() returns uuid language sql security definer set search_path = public, pg_temp as $$
  select mark from penalty_cause_mark for share
$$;
revoke execute on function hold_penalty_mark() from public;
grant execute on function hold_penalty_mark() to app_rt, app_system;
