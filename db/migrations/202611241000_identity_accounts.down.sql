drop function machine_by_key(bytea, date, timestamptz), session_by_token(bytea, date);
drop trigger administrators_exclusive on post;
drop function administrators_exclusive();
drop policy by_identity on access_grant;
drop index account_officer;
drop table change_request, machine_key, session, sign_in_source, account_secret;
grant insert, update on account, post to app_rt;
revoke all on account, post, organisation, organisation_record, officer, certificate_record, access_grant from app_identity;
revoke usage on schema public from app_identity;
