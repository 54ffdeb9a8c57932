do $$
declare t text;
begin
  foreach t in array array['account', 'account_secret', 'post'] loop
    execute format('drop trigger renew_identity_version on %I', t);
    execute format('drop trigger renew_identity_version_whole on %I', t);
  end loop;
end $$;
drop function renew_identity_version();
drop table identity_version;
