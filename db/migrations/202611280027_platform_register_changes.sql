-- Platform: beside the mark of the registers, which units and persons each of the last changes concerned. A server that has kept
-- facts under an earlier mark lets go of theirs alone. A mark is given under the lock of the one row of register_version, so
-- whoever sees one sees all before it, with what they changed.
create table register_change (
  nth bigint primary key,
  version uuid not null unique,
  -- null: more than are worth naming.
  keys uuid[]
);
insert into register_change (nth, version, keys) select 0, version, '{}' from register_version;

-- At the commit. The first change of a transaction renews the mark, the next ones add themselves; from a hundred on all count as changed.
create function note_register_key(key uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  noted text := nullif(current_setting('app.registers_noted', true), '');
  mark uuid;
  place bigint;
begin
  if noted = 'all' then return; end if;
  if noted is null then
    insert into register_version (version) values (gen_random_uuid()) on conflict (single) do update set version = excluded.version
      returning version into mark;
    insert into register_change (nth, version, keys) select coalesce(max(nth), 0) + 1, mark, '{}' from register_change returning nth into place;
    delete from register_change where nth <= place - 500;
    noted := '0';
  end if;
  if key is null or noted = '100' then
    update register_change c set keys = null from register_version v where c.version = v.version;
    perform set_config('app.registers_noted', 'all', true);
  else
    update register_change c set keys = c.keys || key from register_version v where c.version = v.version and key <> all (c.keys);
    perform set_config('app.registers_noted', (noted::int + 1)::text, true);
  end if;
end $$;

-- The argument names the column of the unit or person. Cheap where all count as changed: a load of a city comes here for every row.
create function renew_register_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was uuid;
begin
  if current_setting('app.registers_noted', true) = 'all' then return null; end if;
  if tg_level = 'STATEMENT' then
    perform note_register_key(null);
    return null;
  end if;
  if tg_op <> 'INSERT' then
    was := (to_jsonb(old) ->> tg_argv[0])::uuid;
    perform note_register_key(was);
  end if;
  if tg_op <> 'DELETE' and (to_jsonb(new) ->> tg_argv[0])::uuid is distinct from was then
    perform note_register_key((to_jsonb(new) ->> tg_argv[0])::uuid);
  end if;
  return null;
end $$;
revoke execute on function note_register_key(uuid), renew_register_version() from public;

-- Units and persons changed since the mark, as the asker's statement sees the registers; null: too many, or nobody knows.
create function registers_changed_since(mark uuid) returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  since bigint;
  found uuid[] := '{}';
  one uuid[];
begin
  select c.nth into since from register_change c where c.version = mark;
  if since is null then return null; end if;
  for one in select c.keys from register_change c where c.nth > since loop
    if one is null then return null; end if;
    found := found || one;
  end loop;
  return found;
end $$;
revoke execute on function registers_changed_since(uuid) from public;
grant execute on function registers_changed_since(uuid) to app_rt, app_act, app_system;

do $$
declare
  t text;
  key text;
begin
  for t, key in values ('organisation', 'id'), ('organisation_record', 'organisation_id'), ('officer', 'id'), ('certificate_record', 'officer_id') loop
    execute format('drop trigger renew_register_version on %1$I; drop trigger renew_register_version_whole on %1$I', t);
    execute format('create constraint trigger renew_register_version after insert or update or delete on %I
      deferrable initially deferred for each row execute function renew_register_version(%L)', t, key);
    execute format('create trigger renew_register_version_whole after truncate on %I
      for each statement execute function renew_register_version(%L)', t, key);
  end loop;
end $$;
