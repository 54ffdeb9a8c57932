do $$
declare
  mark record;
  t text;
  changed text;
begin
  for mark in select * from (values
    ('renew_register_version', 'register_version', 'version', 'registers_renewed'),
    ('renew_identity_version', 'identity_version', 'version', 'identities_renewed'),
    ('renew_penalty_mark', 'penalty_cause_mark', 'mark', 'penalty_mark_renewed')) as m (f, of_table, of_column, setting)
  loop
    execute format($f$create function %1$I() returns trigger language plpgsql security definer set search_path = public, pg_temp as $b$
      begin
        if current_setting('app.%4$s', true) is distinct from 'yes' then
          insert into %2$I (%3$I) values (gen_random_uuid()) on conflict (single) do update set %3$I = excluded.%3$I;
          perform set_config('app.%4$s', 'yes', true);
        end if;
        return null;
      end $b$ $f$, mark.f, mark.of_table, mark.of_column, mark.setting);
    execute format('revoke execute on function %I() from public', mark.f);
  end loop;
  foreach t in array array['organisation', 'organisation_record', 'officer', 'certificate_record'] loop
    execute format('drop trigger renew_register_version on %1$I; drop trigger renew_register_version_whole on %1$I', t);
    execute format('create constraint trigger renew_register_version after insert or update or delete on %I
      deferrable initially deferred for each row execute function renew_register_version()', t);
    execute format('create trigger renew_register_version_whole after truncate on %I
      for each statement execute function renew_register_version()', t);
  end loop;
  for t, changed in values
    ('account', 'update of login, name, status, officer_id'),
    ('account_secret', 'update of password_provisional, totp_confirmed_at, password_set_at'),
    ('post', 'update')
  loop
    execute format('drop trigger renew_identity_version on %1$I; drop trigger renew_identity_version_whole on %1$I', t);
    execute format('create constraint trigger renew_identity_version after insert or delete or %s on %I
      deferrable initially deferred for each row execute function renew_identity_version()', changed, t);
    execute format('create trigger renew_identity_version_whole after truncate on %I
      for each statement execute function renew_identity_version()', t);
  end loop;
end $$;
drop trigger renew_penalty_mark on penalty_cause;
create constraint trigger renew_penalty_mark after insert on penalty_cause deferrable initially deferred
  for each row when (new.register not in ('record', 'late')) execute function renew_penalty_mark();
drop function renew_mark();
