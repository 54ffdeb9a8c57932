-- Platform: up to which moment a post has read its messages; what came later is counted on the bell.
create table notice_seen (
  post_id uuid primary key references post,
  account_id uuid not null references account,
  seen_at timestamptz not null
);
alter table notice_seen enable row level security;
alter table notice_seen force row level security;
create policy own on notice_seen to app_rt using (account_id = (select app_uuid('app.account'))) with check (account_id = (select app_uuid('app.account')));
create policy all_system on notice_seen to app_system using (true);
grant select, insert, update on notice_seen to app_rt, app_system;
