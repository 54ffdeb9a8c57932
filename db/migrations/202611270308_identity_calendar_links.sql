-- identity: addresses by which a calendar program reads the clocks that a post may see. Only the digest of the secret is
-- kept; an account has at most one open link per post, and whoever holds the address needs no session.

create table calendar_link (
  id uuid primary key,
  account_id uuid not null references account,
  post_id uuid not null references post,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz,
  last_read_at timestamptz
);
create unique index calendar_link_open on calendar_link (account_id, post_id) where revoked_at is null;
alter table calendar_link enable row level security;
alter table calendar_link force row level security;
create policy identity_all on calendar_link to app_identity using (true) with check (true);
grant select, insert, update on calendar_link to app_identity;

-- The post behind an open link, as of today; nothing once the link is revoked, the account disabled or the post ended.
create function calendar_by_link(hash bytea, today date)
returns table (
  id uuid, account_id uuid, post_id uuid, name text, officer_id uuid,
  role text, label_max int, organisation_id uuid, city int,
  region_lo int, region_hi int, line_lo int, line_hi int
) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select l.id, l.account_id, l.post_id, a.name, a.officer_id,
      p.role, p.label_max::int, o.id, o.city,
      o.reach_region_lo, o.reach_region_hi, o.reach_line_lo, o.reach_line_hi
    from calendar_link l
    join account a on a.id = l.account_id and a.status = 'active'
    join post p on p.id = l.post_id and p.account_id = l.account_id and p.held @> today
    join organisation o on o.id = p.organisation_id
    where l.token_hash = hash and l.revoked_at is null;
end $$;
revoke execute on function calendar_by_link(bytea, date) from public;
grant create on schema public to app_identity;
alter function calendar_by_link(bytea, date) owner to app_identity;
revoke create on schema public from app_identity;
do $$ begin
  execute format('grant execute on function calendar_by_link(bytea, date) to %I', current_user);
end $$;
