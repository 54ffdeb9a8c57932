-- identity: how a person proves who they are, which sessions are open, and what administrators have asked of each other.
-- Only app_identity reads these tables; it has no right on any business table, and no business role has one here.
do $$
begin
  if not exists (select from pg_roles where rolname = 'app_identity') then
    begin
      create role app_identity nologin nosuperuser nobypassrls;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception '登录账号无权创建角色 app_identity，请由数据库管理员执行：create role app_identity nologin; grant app_identity to %;', current_user;
    end;
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    begin
      execute format('grant app_identity to %I', current_user);
    exception when insufficient_privilege then
      if not pg_has_role(current_user, 'app_identity', 'member') then
        raise exception '登录账号不能切换为 app_identity，请由数据库管理员执行：grant app_identity to %;', current_user;
      end if;
    end;
  end if;
end
$$;

create table account_secret (
  account_id uuid primary key references account,
  password_hash text not null,
  password_set_at timestamptz not null,
  -- Set by somebody else (opening code): must be replaced before anything else.
  password_provisional boolean not null,
  password_usable_until timestamptz,
  password_history text[] not null default '{}',
  totp_secret bytea,
  totp_pending bytea,
  totp_confirmed_at timestamptz,
  -- Time step of the last code that opened something; no code opens twice.
  totp_last_step bigint,
  recovery_codes text[] not null default '{}',
  failures int not null default 0,
  locked_until timestamptz,
  last_sign_in_at timestamptz,
  -- One person, one account: keyed digest of the identity number, never the number.
  person_mark bytea unique,
  demonstration boolean not null default false
);

create unique index account_officer on account (officer_id) where officer_id is not null and status <> 'disabled';

-- Back-off per network address; IPv6 by /64.
create table sign_in_source (
  source text primary key,
  failures int not null,
  last_failure_at timestamptz not null
);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  account_id uuid not null references account,
  post_id uuid not null references post,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  step_up_at timestamptz,
  source text not null,
  agent text not null,
  ended_at timestamptz,
  ended_because text check (ended_because in ('signed-out','replaced','too-many','ended-by-self','ended-by-admin','disabled','post-ended','secret-changed','expired')),
  check ((ended_at is null) = (ended_because is null))
);
create index session_open on session (account_id, created_at) where ended_at is null;
create index session_account on session (account_id, created_at desc);

create table machine_key (
  id uuid primary key,
  name text not null,
  key_hash bytea not null unique,
  account_id uuid not null references account,
  post_id uuid not null references post,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at),
  revoked_at timestamptz,
  last_used_at timestamptz
);

-- What the system administrator asks and the security administrator decides; nothing of it is effective before.
create table change_request (
  id uuid primary key,
  kind text not null check (kind in ('account-create','account-enable','account-reset','post-grant','matter-grant','machine-key')),
  account_id uuid not null references account,
  body jsonb not null,
  -- First half of a code that only the person concerned will hold whole; sealed.
  half bytea,
  reason text not null check (length(reason) between 1 and 500),
  requested_by uuid not null references account,
  requested_at timestamptz not null,
  state text not null check (state in ('pending','approved','refused','withdrawn')),
  decided_by uuid references account,
  decided_at timestamptz,
  decision_reason text,
  -- Nobody approves what they asked for themselves; only withdrawing is one's own.
  check (decided_by is null or state = 'withdrawn' or decided_by <> requested_by),
  check ((state = 'pending') = (decided_at is null))
);
create index change_request_list on change_request (state, requested_at desc);
create index change_request_account on change_request (account_id);

-- 三员 exclude each other and every business role, for one person at one time.
create function administrators_exclusive() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  administrative constant text[] := array['system-admin','security-admin','audit-admin'];
begin
  perform 1 from account where id = new.account_id for update;
  if exists (
    select from post p
    where p.account_id = new.account_id and p.id <> new.id and p.held && new.held and p.role <> new.role
      and (p.role = any (administrative) or new.role = any (administrative))
  ) then
    raise exception '系统管理员、安全管理员、审计管理员互斥，且不得兼任业务岗位' using errcode = '23P01', constraint = 'administrators_exclusive';
  end if;
  return new;
end $$;
create trigger administrators_exclusive before insert or update on post for each row execute function administrators_exclusive();

-- ── Rights ─────────────────────────────────────────────────────────────────────────────────────────────────────
grant usage on schema public to app_identity;
grant select, insert, update on account, post, account_secret, sign_in_source, session, machine_key, change_request to app_identity;
grant delete on sign_in_source to app_identity;
grant select on organisation, organisation_record, officer, certificate_record to app_identity;
grant select, insert, update on access_grant to app_identity;
create policy by_identity on access_grant to app_identity using (true);
-- Accounts and posts change by request and approval alone.
revoke insert, update on account, post from app_rt;

-- The session behind a token, with everything a request may rely on, in one statement: the login itself reads nothing.
create function session_by_token(hash bytea, today date)
returns table (
  id uuid, account_id uuid, post_id uuid, seen_at timestamptz, expires_at timestamptz, step_up_at timestamptz, created_at timestamptz,
  login text, name text, status text, officer_id uuid,
  is_set_up boolean, password_set_at timestamptz,
  role text, label_max int, organisation_id uuid, city int,
  region_lo int, region_hi int, line_lo int, line_hi int
) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select s.id, s.account_id, s.post_id, s.seen_at, s.expires_at, s.step_up_at, s.created_at,
      a.login, a.name, a.status, a.officer_id,
      not c.password_provisional and c.totp_confirmed_at is not null, c.password_set_at,
      p.role, p.label_max::int, o.id, o.city,
      o.reach_region_lo, o.reach_region_hi, o.reach_line_lo, o.reach_line_hi
    from session s
    join account a on a.id = s.account_id
    join account_secret c on c.account_id = s.account_id
    left join post p on p.id = s.post_id and p.held @> today
    left join organisation o on o.id = p.organisation_id
    where s.token_hash = hash and s.ended_at is null;
end $$;

create function machine_by_key(hash bytea, today date, at timestamptz)
returns table (
  id uuid, scopes text[], account_id uuid, post_id uuid, name text, officer_id uuid,
  role text, label_max int, organisation_id uuid, city int,
  region_lo int, region_hi int, line_lo int, line_hi int
) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select k.id, k.scopes, k.account_id, k.post_id, a.name, a.officer_id,
      p.role, p.label_max::int, o.id, o.city,
      o.reach_region_lo, o.reach_region_hi, o.reach_line_lo, o.reach_line_hi
    from machine_key k
    join account a on a.id = k.account_id and a.status = 'active'
    join post p on p.id = k.post_id and p.held @> today and p.role = 'machine'
    join organisation o on o.id = p.organisation_id
    where k.key_hash = hash and k.revoked_at is null and k.expires_at > at;
end $$;
revoke execute on function session_by_token(bytea, date), machine_by_key(bytea, date, timestamptz), administrators_exclusive() from public;
grant create on schema public to app_identity;
alter function session_by_token(bytea, date) owner to app_identity;
alter function machine_by_key(bytea, date, timestamptz) owner to app_identity;
revoke create on schema public from app_identity;
do $$ begin
  -- The login asks without changing its role; a superuser needs no grant.
  execute format('grant execute on function session_by_token(bytea, date), machine_by_key(bytea, date, timestamptz) to %I', current_user);
end $$;
