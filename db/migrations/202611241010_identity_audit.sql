-- audit: who did or tried what. Rows are written in the transaction of what they record and never change; the chain is
-- put over them afterwards, so that no business transaction waits for another's log row.
create table audit_event (
  id uuid primary key,
  at timestamptz not null,
  account_id uuid,
  who text not null,
  organisation_id uuid,
  role text,
  source text,
  action text not null check (action ~ '^[a-z][a-z0-9.-]{1,60}$'),
  object_kind text,
  object_id text,
  result text not null check (result in ('ok','refused','failed')),
  detail jsonb not null
);
create index audit_event_at on audit_event (at desc, id desc);
create index audit_event_account on audit_event (account_id, at desc);
create index audit_event_object on audit_event (object_id) where object_id is not null;

create table audit_pending (
  event_id uuid primary key,
  n bigint generated always as identity
);
create index audit_pending_n on audit_pending (n);

create table audit_link (
  seq bigint primary key check (seq > 0),
  event_id uuid not null unique,
  prev bytea not null,
  hash bytea not null unique
);

create function audit_event_waits() returns trigger language plpgsql security definer set search_path = public, pg_temp as
  $$ begin insert into audit_pending (event_id) values (new.id); return null; end $$;
create trigger audit_event_waits after insert on audit_event for each row execute function audit_event_waits();

create function refuse_audit_change() returns trigger language plpgsql as
  $$ begin raise exception 'the audit trail is never changed or deleted'; end $$;
create trigger audit_event_stays before update or delete on audit_event for each row execute function refuse_audit_change();
create trigger audit_event_whole before truncate on audit_event for each statement execute function refuse_audit_change();
create trigger audit_link_stays before update or delete on audit_link for each row execute function refuse_audit_change();
create trigger audit_link_whole before truncate on audit_link for each statement execute function refuse_audit_change();

-- Everyone writes in their own name, nobody but the audit administrator's queries reads.
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy own on audit_event for insert to app_rt with check (account_id = (select app_uuid('app.account')));
create policy all_system on audit_event for insert to app_system with check (true);
create policy by_identity on audit_event to app_identity using (true) with check (true);

grant insert on audit_event to app_rt, app_system;
grant select, insert on audit_event, audit_link to app_identity;
grant select, delete on audit_pending to app_identity;
revoke execute on function audit_event_waits() from public;
