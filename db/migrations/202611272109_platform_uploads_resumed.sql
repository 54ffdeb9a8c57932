-- Platform: an upload in parts, which goes on where it stopped. Nobody but the uploader knows of it until an act has
-- attached what it became.
create table upload (
  -- Becomes the id of the file.
  id uuid primary key,
  account_id uuid not null references account,
  city int not null,
  name text not null,
  media_type text not null,
  size bigint not null check (size > 0),
  -- What the uploader says of the bytes, if anything: compared at the end.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  -- By which the uploader's page knows the same file again.
  mark text not null default '',
  received bigint not null default 0 check (received between 0 and size),
  -- Of the bytes received so far, counted as they came in.
  received_sha256 text,
  started_at timestamptz not null,
  touched_at timestamptz not null
);
create index upload_account on upload (account_id);
create index upload_touched on upload (touched_at);
alter table upload enable row level security;
alter table upload force row level security;
grant select, insert, update, delete on upload to app_rt, app_system;
create policy own on upload to app_rt using (account_id = (select app_uuid('app.account')));
create policy all_system on upload to app_system using (true);
