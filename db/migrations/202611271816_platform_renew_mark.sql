-- Platform: registers, identities and what decisions are judged by each keep a mark that a change renews at its commit, once
-- for each transaction: two of them wait for each other's commit alone, never for each other's work. One function does it for
-- all; its arguments are the table of the mark and its column.
create function renew_mark() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  renewed text := format('app.%s_renewed', tg_argv[0]);
begin
  if current_setting(renewed, true) is distinct from 'yes' then
    execute format('insert into %1$I (%2$I) values (gen_random_uuid()) on conflict (single) do update set %2$I = excluded.%2$I',
      tg_argv[0], tg_argv[1]);
    perform set_config(renewed, 'yes', true);
  end if;
  return null;
end $$;
revoke execute on function renew_mark() from public;

do $$
declare
  t text;
  changed text;
begin
  foreach t in array array['organisation', 'organisation_record', 'officer', 'certificate_record'] loop
    execute format('drop trigger renew_register_version on %1$I; drop trigger renew_register_version_whole on %1$I', t);
    execute format($t$create constraint trigger renew_register_version after insert or update or delete on %I
      deferrable initially deferred for each row execute function renew_mark('register_version', 'version')$t$, t);
    execute format($t$create trigger renew_register_version_whole after truncate on %I
      for each statement execute function renew_mark('register_version', 'version')$t$, t);
  end loop;
  -- Of a secret only what is asked of a session: a sign-in writes its counters and changes nobody else's standing.
  for t, changed in values
    ('account', 'update of login, name, status, officer_id'),
    ('account_secret', 'update of password_provisional, totp_confirmed_at, password_set_at'),
    ('post', 'update')
  loop
    execute format('drop trigger renew_identity_version on %1$I; drop trigger renew_identity_version_whole on %1$I', t);
    execute format($t$create constraint trigger renew_identity_version after insert or delete or %s on %I
      deferrable initially deferred for each row execute function renew_mark('identity_version', 'version')$t$, changed, t);
    execute format($t$create trigger renew_identity_version_whole after truncate on %I
      for each statement execute function renew_mark('identity_version', 'version')$t$, t);
  end loop;
end $$;
drop trigger renew_penalty_mark on penalty_cause;
create constraint trigger renew_penalty_mark after insert on penalty_cause deferrable initially deferred
  for each row when (new.register not in ('record', 'late')) execute function renew_mark('penalty_cause_mark', 'mark');
drop function renew_register_version();
drop function renew_identity_version();
drop function renew_penalty_mark();
