drop function let_blob_go(text, timestamptz);
drop table departed_blob;
drop index import_job_bytes, file_bytes;
grant update on blob to app_rt, app_system;
grant delete on file, blob to app_rt;
