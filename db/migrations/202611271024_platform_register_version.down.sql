do $$
declare t text;
begin
  foreach t in array array['organisation', 'organisation_record', 'officer', 'certificate_record'] loop
    execute format('drop trigger note_register_change on %I', t);
    execute format('drop trigger renew_register_version on %I', t);
    execute format('drop trigger renew_register_version_whole on %I', t);
  end loop;
end $$;
drop function note_register_change(), renew_register_version();
drop table register_version;
