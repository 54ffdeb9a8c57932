-- Platform: an upload that nothing takes up is cleared after 24 hours, row and bytes. Only the platform itself deletes;
-- what refers to bytes does so by a foreign key to blob, and so keeps them.
revoke delete on file, blob from app_rt;
revoke update on blob from app_rt, app_system;

create index file_bytes on file (sha256);
create index import_job_bytes on import_job (sha256) where sha256 is not null;

-- Bytes whose row is gone and which still lie in the store: whoever is killed in between leaves it to the next.
create table departed_blob (
  sha256 text primary key,
  since timestamptz not null
);
grant select, insert, delete on departed_blob to app_system;

-- Lets bytes go unless anything refers to them. The lock is the one under which an upload of the same bytes is stored.
create function let_blob_go(digest text, at timestamptz) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('blob'), hashtext(digest));
  delete from blob where sha256 = digest;
  if found then
    insert into departed_blob (sha256, since) values (digest, at) on conflict do nothing;
  end if;
exception when foreign_key_violation then null;
end $$;
revoke execute on function let_blob_go(text, timestamptz) from public;
grant execute on function let_blob_go(text, timestamptz) to app_system;
