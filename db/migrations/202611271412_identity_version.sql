-- Identity: a mark that every change of accounts, posts and set-up secrets renews as it is committed. An act's transaction
-- compares it, the mark of the registers and the row of its session with what was read a moment ago: if all three stand,
-- who asks and how far the post reaches stand as well, and the whole need not be asked again.
create table identity_version (
  single boolean primary key default true check (single),
  version uuid not null
);
insert into identity_version (version) values (gen_random_uuid());

-- At the commit, and once for each transaction: two of them wait for each other's commit alone, never for each other's work.
create function renew_identity_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('app.identities_renewed', true) is distinct from 'yes' then
    insert into identity_version (version) values (gen_random_uuid()) on conflict (single) do update set version = excluded.version;
    perform set_config('app.identities_renewed', 'yes', true);
  end if;
  return null;
end $$;
revoke execute on function renew_identity_version() from public;

do $$
declare
  t text;
  changed text;
begin
  -- Of a secret only what is asked of a session: a sign-in writes its counters and changes nobody else's standing.
  for t, changed in values
    ('account', 'update of login, name, status, officer_id'),
    ('account_secret', 'update of password_provisional, totp_confirmed_at, password_set_at'),
    ('post', 'update')
  loop
    execute format('create constraint trigger renew_identity_version after insert or delete or %s on %I
      deferrable initially deferred for each row execute function renew_identity_version()', changed, t);
    execute format('create trigger renew_identity_version_whole after truncate on %I
      for each statement execute function renew_identity_version()', t);
  end loop;
end $$;
