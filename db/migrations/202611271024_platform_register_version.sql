-- Platform: a mark that every change of the registers renews as it is committed. An act reads it beside its matter: facts of
-- the registers that a server has kept since it last read this same mark are those that stand now.
create table register_version (
  single boolean primary key default true check (single),
  version uuid not null
);
insert into register_version (version) values (gen_random_uuid());
grant select on register_version to app_rt, app_act, app_system;

-- In the transaction itself what is kept must not be used, nor what is read be kept, from its first change on.
create function note_register_change() returns trigger language plpgsql as $$
begin
  perform set_config('app.registers_changed', 'yes', true);
  return null;
end $$;

-- At the commit, and once for each transaction: two of them wait for each other's commit alone, never for each other's work.
create function renew_register_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.registers_renewed', true) is distinct from 'yes' then
    insert into register_version (version) values (gen_random_uuid()) on conflict (single) do update set version = excluded.version;
    perform set_config('app.registers_renewed', 'yes', true);
  end if;
  return null;
end $$;
revoke execute on function renew_register_version() from public;

do $$
declare t text;
begin
  foreach t in array array['organisation', 'organisation_record', 'officer', 'certificate_record'] loop
    execute format('create trigger note_register_change after insert or update or delete or truncate on %I
      for each statement execute function note_register_change()', t);
    execute format('create constraint trigger renew_register_version after insert or update or delete on %I
      deferrable initially deferred for each row execute function renew_register_version()', t);
    execute format('create trigger renew_register_version_whole after truncate on %I
      for each statement execute function renew_register_version()', t);
  end loop;
end $$;
