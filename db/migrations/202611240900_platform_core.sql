-- Platform core: who there is (organisations, people, posts), what there is (matters, acts and what follows from them).
-- city = first four digits of GB/T 2260; cohort = year in which a matter was recorded as opened (readable from its
-- UUIDv7); both never change and stand in every primary key of a matter's tables.

create extension if not exists btree_gist;

-- ── Session values of row security ─────────────────────────────────────────────────────────────────────────────
-- Set per transaction by the platform; empty or missing values see nothing.
create function app_int(name text) returns int language sql stable as
  $$ select nullif(current_setting(name, true), '')::int $$;
create function app_uuid(name text) returns uuid language sql stable as
  $$ select nullif(current_setting(name, true), '')::uuid $$;

-- The background work of the platform itself (sweep, outbox, rendering) and nothing that answers a person.
do $$ begin
  if not exists (select from pg_roles where rolname = 'app_system') then
    create role app_system nologin nosuperuser nobypassrls;
  end if;
end $$;

-- ── Organisations and people ───────────────────────────────────────────────────────────────────────────────────
-- Today's place in the region tree and the line tree as sparse pre-order ranges (step 1,024).
create table organisation (
  id uuid primary key,
  city int not null,
  region_ord int not null unique,
  region_hi int not null check (region_hi >= region_ord),
  line_ord int not null unique,
  line_hi int not null check (line_hi >= line_ord),
  -- What a post here reaches: a bureau or government its whole region, others their own units.
  reach_region_lo int not null,
  reach_region_hi int not null,
  reach_line_lo int not null,
  reach_line_hi int not null
);

-- Register: two periods, valid [from, until) in days and known (recorded, superseded). Changed only by acts.
create table organisation_record (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  name text not null,
  short_name text not null,
  document_prefix text,
  kind text not null check (kind in ('government','bureau','department','subordinate','committee','vertical','authorised','delegate','township','stationed','justice-office','external')),
  tier text not null check (tier in ('city','banner','township')),
  lead_kind text not null check (lead_kind in ('local','vertical','dual')),
  lead_basis text,
  qualification text not null check (qualification in ('confirmed','suspended','cancelled')),
  uscc text,
  region_code text not null,
  domain text,
  superior_id uuid references organisation,
  line_superior_id uuid references organisation,
  bureau_id uuid references organisation,
  answers_through_id uuid references organisation,
  phone text,
  email text,
  demonstration boolean not null,
  act_id uuid not null,
  exclude using gist (organisation_id with =, valid with &&, known with &&)
);
create index organisation_record_current on organisation_record (organisation_id) where upper_inf(known);
create index organisation_record_uscc on organisation_record (uscc) where upper_inf(known);

create table officer (
  id uuid primary key,
  city int not null,
  organisation_id uuid not null references organisation,
  name text not null
);
create index officer_organisation on officer (organisation_id);

create table certificate_record (
  id uuid primary key,
  officer_id uuid not null references officer,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('enforcement','supervision')),
  number text not null,
  status text not null check (status in ('valid','suspended','revoked','cancelled','void')),
  domains text[] not null default '{}',
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  act_id uuid not null,
  exclude using gist (kind with =, number with =, valid with &&, known with &&)
);
create index certificate_record_officer on certificate_record (officer_id) where upper_inf(known);
create index certificate_record_number on certificate_record (number) where upper_inf(known);

-- Which law stood on which day; texts come with the law library.
create table law_record (
  id uuid primary key,
  name text not null,
  short_names text[] not null default '{}',
  level text not null,
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  replaced_by text,
  act_id uuid not null,
  exclude using gist (name with =, valid with &&, known with &&)
);

create table account (
  id uuid primary key,
  city int not null,
  login text not null unique,
  name text not null,
  officer_id uuid references officer,
  status text not null check (status in ('pending','active','disabled')),
  created_at timestamptz not null
);

create table post (
  id uuid primary key,
  account_id uuid not null references account,
  organisation_id uuid not null references organisation,
  role text not null,
  label_max smallint not null check (label_max between 0 and 3),
  held daterange not null
);
create index post_account on post (account_id);
create index post_organisation on post (organisation_id, role);

-- ── Law by date and place ──────────────────────────────────────────────────────────────────────────────────────
create table profile (
  id text not null,
  version int not null,
  city int not null,
  body jsonb not null,
  recorded_at timestamptz not null,
  primary key (id, version)
);
create index profile_city on profile (city, version desc);

create table calendar_year (year int primary key, source text not null, loaded_at timestamptz not null);
create table calendar_day (
  day date primary key,
  name text not null,
  off boolean not null
);

-- ── Matters and acts ───────────────────────────────────────────────────────────────────────────────────────────
create table matter (
  city int not null,
  cohort int not null,
  id uuid not null,
  kind text not null,
  status text not null,
  title text not null,
  state jsonb not null,
  seq int not null check (seq > 0),
  head bytea not null,
  last_step_on date not null,
  -- All participants, for whoever may read the matter; the table of the same name is only the index of visibility.
  participants jsonb not null,
  home_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null check (label between 1 and 4),
  opened_on date not null,
  closed_on date,
  wake_at timestamptz,
  profile_id text not null,
  profile_version int not null,
  recorded_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (city, cohort, id)
) partition by list (cohort);
create index matter_id on matter (id);
create index matter_list on matter (kind, changed_at desc, id desc);
create index matter_home on matter (home_id, kind, changed_at desc);
create index matter_wake on matter (wake_at) where wake_at is not null;

-- The acts are the truth: never changed, never deleted. Payload and salt stand apart so that erasure leaves the chain whole.
create table act (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  seq int not null check (seq > 0),
  id uuid not null,
  type text not null,
  version smallint not null,
  mode text not null check (mode in ('performed','reported','system')),
  legal_date date not null,
  legal_time text,
  recorded_at timestamptz not null,
  post_id uuid,
  account_id uuid,
  organisation_id uuid,
  actor jsonb not null,
  source text,
  cause_id uuid,
  facts_used uuid[] not null,
  commit bytea not null,
  prev bytea not null,
  hash bytea not null,
  primary key (city, cohort, matter_id, seq)
) partition by list (cohort);
create index act_id on act (id);

create table act_payload (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  seq int not null,
  salt bytea not null,
  payload jsonb not null,
  primary key (city, cohort, matter_id, seq)
) partition by list (cohort);

-- One partition a cohort, made ahead by the platform at start; the default keeps an act from ever being refused.
create function ensure_cohort(y int) returns void language plpgsql security definer set search_path = public as $$
declare t text;
begin
  foreach t in array array['matter','act','act_payload'] loop
    if to_regclass(t || '_' || y) is null then
      execute format('create table %I partition of %I for values in (%s)', t || '_' || y, t, y);
    end if;
  end loop;
end $$;
create table matter_rest partition of matter default;
create table act_rest partition of act default;
create table act_payload_rest partition of act_payload default;
select ensure_cohort(2026), ensure_cohort(2027);

create table participant (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  organisation_id uuid not null,
  relation text not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  primary key (city, cohort, matter_id, organisation_id, relation)
);
create index participant_organisation on participant (organisation_id, matter_id);

create table access_grant (
  id uuid primary key,
  account_id uuid not null references account,
  matter_id uuid not null,
  basis text not null,
  held tstzrange not null,
  unique (account_id, matter_id, basis)
);
create index access_grant_account on access_grant (account_id, matter_id);

create table matter_link (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  other_id uuid not null,
  relation text not null check (relation in ('opened-from','follows','same-subject','merged-into')),
  seq int not null,
  primary key (city, cohort, matter_id, other_id, relation)
);
create index matter_link_other on matter_link (other_id);

create table clock (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  clock_id text not null,
  key text not null,
  bound_id uuid not null,
  started_on date not null,
  due_on date,
  provisional boolean not null,
  derivation jsonb not null,
  stopped_on date,
  -- Day on which it was first overdue; never cleared, a later correction only marks it.
  breached_on date,
  breach_corrected boolean not null default false,
  warned date[] not null default '{}',
  profile_id text not null,
  profile_version int not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  primary key (city, cohort, matter_id, clock_id, key)
);
create index clock_due on clock (due_on, matter_id) where stopped_on is null;
create index clock_bound on clock (bound_id, due_on);
create index clock_provisional on clock (matter_id) where provisional and stopped_on is null;

create table task (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  key text not null,
  opened_seq int not null,
  kind text not null,
  act text not null,
  title text not null,
  subject text not null,
  organisation_id uuid not null,
  roles text[] not null,
  post_id uuid,
  clock_id text,
  clock_key text,
  due_on date,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_seq int,
  closed_by uuid,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  primary key (city, cohort, matter_id, key, opened_seq)
);
create unique index task_open on task (city, cohort, matter_id, key) where closed_at is null;
create index task_todo on task (organisation_id, due_on, matter_id) where closed_at is null;
create index task_done on task (closed_by, closed_at desc) where closed_at is not null;

create table document (
  id uuid not null,
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  seq int not null,
  kind text not null,
  name text not null,
  template text not null,
  template_version int not null,
  facts jsonb not null,
  number text,
  issuer_id uuid not null,
  issued_on date not null,
  publicly_verifiable boolean not null,
  verify_code text unique,
  state text not null check (state in ('rendering','rendered','sealed','served','void')),
  pdf_file uuid,
  docx_file uuid,
  sealed_file uuid,
  -- An internal paper of the matter's home: other participants never see it.
  inside boolean not null default false,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  primary key (city, cohort, id)
);
create index document_id on document (id);
create index document_matter on document (matter_id, seq);
create index document_list on document (issued_on desc, id desc);
create index document_number on document (number);

create table blob (
  sha256 text primary key,
  sm3 text not null,
  size bigint not null,
  stored_at timestamptz not null
);

create table file (
  id uuid primary key,
  city int not null,
  -- null while pending; swept after 24 hours unless an act attaches it.
  cohort int,
  matter_id uuid,
  seq int,
  name text not null,
  media_type text not null,
  sha256 text not null references blob,
  size bigint not null,
  -- Internal to the matter's home: other participants never see it.
  inside boolean not null default false,
  uploaded_by uuid,
  uploaded_at timestamptz not null
);
create index file_matter on file (matter_id, seq);
create index file_pending on file (uploaded_at) where matter_id is null;

create table number_counter (
  city int not null,
  issuer_id uuid not null,
  series text not null,
  year int not null,
  last int not null,
  primary key (city, issuer_id, series, year)
);
create table number_register (
  city int not null,
  issuer_id uuid not null,
  series text not null,
  year int not null,
  serial int not null,
  text text not null,
  matter_id uuid not null,
  seq int not null,
  given_on date not null,
  voided_on date,
  void_reason text,
  primary key (city, issuer_id, series, year, serial)
);

create table outbox (
  id bigint generated always as identity primary key,
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  seq int not null,
  topic text not null,
  payload jsonb not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  error text,
  done_at timestamptz
);
create index outbox_due on outbox (due_at, id) where done_at is null;

-- Every act's entry for the public log, from the first act on.
create table log_outbox (
  id bigint generated always as identity primary key,
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  seq int not null,
  kind text not null,
  type text not null,
  label smallint not null,
  recorded_at timestamptz not null,
  hash bytea not null
);

create table notice (
  id uuid primary key,
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  organisation_id uuid not null,
  roles text[] not null,
  text text not null,
  at timestamptz not null,
  label smallint not null,
  dedupe text not null unique
);
create index notice_organisation on notice (organisation_id, at desc);

create table idempotency (
  caller uuid not null,
  key text not null,
  body_digest bytea not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (caller, key)
);
create index idempotency_at on idempotency (at);

-- Forms kept as typed; nobody's but the account's own.
create table draft (
  account_id uuid not null references account,
  subject text not null,
  body jsonb not null,
  saved_at timestamptz not null,
  primary key (account_id, subject)
);

-- ── Row security ───────────────────────────────────────────────────────────────────────────────────────────────
-- The second wall, the same three terms as in the queries: own range in one of the two trees, participant by exact
-- organisation, or a grant to the account; and always the label. 密封 is reached by a grant alone.
grant usage on schema public to app_rt, app_system;
grant select, insert, update, delete on all tables in schema public to app_rt, app_system;
grant usage, select on all sequences in schema public to app_rt, app_system;
revoke update, delete on act, act_payload, log_outbox from app_rt, app_system;
revoke delete on matter, clock, document, number_register, number_counter, organisation, organisation_record, officer,
  certificate_record, law_record, account, post, profile from app_rt, app_system;

alter table matter enable row level security;
alter table matter force row level security;
create policy seen on matter for select to app_rt using (
  (label <= (select app_int('app.label_max')) and (
    region_ord between (select app_int('app.region_lo')) and (select app_int('app.region_hi'))
    or line_ord between (select app_int('app.line_lo')) and (select app_int('app.line_hi'))
    or exists (select 1 from participant p where p.city = matter.city and p.cohort = matter.cohort and p.matter_id = matter.id
               and p.organisation_id = (select app_uuid('app.organisation')))))
  or exists (select 1 from access_grant g where g.matter_id = matter.id and g.account_id = (select app_uuid('app.account')) and g.held @> now())
);
-- Changing follows seeing; opening is the pipeline's alone, whose lifecycle says who may open what where.
create policy changed on matter for update to app_rt using (true) with check (true);
create policy opened on matter for insert to app_rt with check (true);
create policy all_system on matter to app_system using (true);

alter table participant enable row level security;
alter table participant force row level security;
create policy seen on participant to app_rt using (
  (label <= (select app_int('app.label_max')) and (
    organisation_id = (select app_uuid('app.organisation'))
    or region_ord between (select app_int('app.region_lo')) and (select app_int('app.region_hi'))
    or line_ord between (select app_int('app.line_lo')) and (select app_int('app.line_hi'))))
  or matter_id in (select g.matter_id from access_grant g where g.account_id = (select app_uuid('app.account')) and g.held @> now())
) with check (true);
create policy all_system on participant to app_system using (true);

alter table access_grant enable row level security;
alter table access_grant force row level security;
create policy own on access_grant to app_rt using (account_id = (select app_uuid('app.account'))) with check (true);
create policy all_system on access_grant to app_system using (true);

-- Acts, payloads, links, files and clocks' parents are read through their matter.
do $$
declare t text;
begin
  foreach t in array array['act','act_payload'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy through_matter on %I to app_rt using (exists (select 1 from matter m where m.city = %I.city and m.cohort = %I.cohort and m.id = %I.matter_id)) with check (true)', t, t, t, t);
    execute format('create policy all_system on %I to app_system using (true)', t);
  end loop;
  foreach t in array array['matter_link','number_register'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy through_matter on %I to app_rt using (exists (select 1 from matter m where m.id = %I.matter_id)) with check (true)', t, t);
    execute format('create policy all_system on %I to app_system using (true)', t);
  end loop;
end $$;

-- Children with lists of their own carry the matter's place and label; rooms call this for the typed table of a kind.
create function secure_child_of_matter(t text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', t);
  execute format('alter table %I force row level security', t);
  execute format($p$create policy seen on %1$I for select to app_rt using (
    (label <= (select app_int('app.label_max')) and (
      region_ord between (select app_int('app.region_lo')) and (select app_int('app.region_hi'))
      or line_ord between (select app_int('app.line_lo')) and (select app_int('app.line_hi'))
      or exists (select 1 from participant p where p.city = %1$I.city and p.cohort = %1$I.cohort and p.matter_id = %1$I.matter_id
                 and p.organisation_id = (select app_uuid('app.organisation')))))
    or exists (select 1 from access_grant g where g.matter_id = %1$I.matter_id and g.account_id = (select app_uuid('app.account')) and g.held @> now())
  )$p$, t);
  execute format('create policy changed on %I for update to app_rt using (true) with check (true)', t);
  execute format('create policy opened on %I for insert to app_rt with check (true)', t);
  execute format('create policy all_system on %I to app_system using (true)', t);
  execute format('grant select, insert, update on %I to app_rt, app_system', t);
end $$;
select secure_child_of_matter('clock'), secure_child_of_matter('task'), secure_child_of_matter('document');

-- Internal papers are for those whose own range covers the matter's home, never for participants as such.
create policy inside_only on document as restrictive for select to app_rt using (
  not inside
  or region_ord between (select app_int('app.region_lo')) and (select app_int('app.region_hi'))
  or line_ord between (select app_int('app.line_lo')) and (select app_int('app.line_hi'))
  or exists (select 1 from access_grant g where g.matter_id = document.matter_id and g.account_id = (select app_uuid('app.account')) and g.held @> now()));

alter table file enable row level security;
alter table file force row level security;
create policy inside_only on file as restrictive for select to app_rt using (
  not inside
  or exists (select 1 from matter m where m.id = file.matter_id and (
    m.region_ord between (select app_int('app.region_lo')) and (select app_int('app.region_hi'))
    or m.line_ord between (select app_int('app.line_lo')) and (select app_int('app.line_hi'))))
  or exists (select 1 from access_grant g where g.matter_id = file.matter_id and g.account_id = (select app_uuid('app.account')) and g.held @> now()));
create policy seen on file to app_rt using (
  (matter_id is null and uploaded_by = (select app_uuid('app.account')))
  or exists (select 1 from matter m where m.id = file.matter_id)
) with check (true);
create policy all_system on file to app_system using (true);

alter table notice enable row level security;
alter table notice force row level security;
create policy own on notice to app_rt using (
  organisation_id = (select app_uuid('app.organisation')) and label <= (select app_int('app.label_max'))
) with check (true);
create policy all_system on notice to app_system using (true);

alter table draft enable row level security;
alter table draft force row level security;
create policy own on draft to app_rt using (account_id = (select app_uuid('app.account')));
create policy all_system on draft to app_system using (true);

-- Never changed, never deleted, not even by the owner by mistake; erasure has its own procedure and role.
create function refuse_change() returns trigger language plpgsql as
  $$ begin raise exception 'acts are never changed or deleted'; end $$;
create trigger act_stays before update or delete on act for each row execute function refuse_change();
