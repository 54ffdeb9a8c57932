do $$
declare t text;
begin
  foreach t in array array['organisation', 'organisation_record', 'officer', 'certificate_record'] loop
    execute format('drop trigger renew_register_version on %1$I; drop trigger renew_register_version_whole on %1$I', t);
    execute format($t$create constraint trigger renew_register_version after insert or update or delete on %I
      deferrable initially deferred for each row execute function renew_mark('register_version', 'version')$t$, t);
    execute format($t$create trigger renew_register_version_whole after truncate on %I
      for each statement execute function renew_mark('register_version', 'version')$t$, t);
  end loop;
end $$;
drop function renew_register_version();
drop function note_register_key(uuid);
drop function registers_changed_since(uuid);
drop table register_change;
