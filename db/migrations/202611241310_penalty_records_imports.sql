-- Room penalty-records: loads of decisions (a file that a person brought, a batch that a machine sent) and what became of
-- each row. What stood in a row is kept encrypted: rows that were refused hold numbers of identity like any other.
create table import_job (
  id uuid primary key,
  city int not null,
  origin text not null check (origin in ('file','machine')),
  -- The unit that reports; its titles and names of organs are remembered.
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  post_id uuid not null references post,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  file_name text,
  file_size bigint,
  sha256 text references blob,
  file_kind text not null check (file_kind in ('publicity','credit-export')),
  exported_on date,
  sheet text,
  state text not null check (state in ('ready','blocked','queued','running','done','cancelled','failed')),
  -- rows → peers → units → done: what a running job is at.
  phase text not null check (phase in ('rows','peers','units','done')),
  -- As recognised: columns, unknown titles, missing columns, encoding, other sheets.
  head jsonb not null,
  -- Titles mapped by hand for this file.
  titles jsonb not null default '{}',
  -- Outcomes of the reader that are committed; a resumed job passes over as many.
  passed int not null default 0,
  line int not null default 0,
  progress real not null default 0,
  counts jsonb not null default '{}',
  not_judged jsonb not null default '[]',
  after text not null default '',
  busy_ms bigint not null default 0,
  error text,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  -- A worker that stops without a word loses its lease.
  lease_until timestamptz
);
create index import_job_list on import_job (organisation_id, created_at desc);
create index import_job_place on import_job (city, created_at desc);
create index import_job_due on import_job (created_at) where state in ('queued','running');
create index import_job_file on import_job (organisation_id, sha256) where sha256 is not null;
alter table import_job enable row level security;
alter table import_job force row level security;
create policy seen on import_job to app_rt using (
  label <= (select app_int('app.label_max')) and (
    organisation_id = (select app_uuid('app.organisation'))
    or region_ord between (select app_int('app.region_lo')) and (select app_int('app.region_hi'))
    or line_ord between (select app_int('app.line_lo')) and (select app_int('app.line_hi')))
) with check (true);
create policy all_system on import_job to app_system using (true);
grant select, insert, update on import_job to app_rt, app_system;

create table import_row (
  job_id uuid not null references import_job,
  n int not null,
  line int,
  what text not null check (what in ('loaded','same','other-source','duplicate','rejected','set-aside','unreadable')),
  matter_id uuid,
  -- Without the value of any cell.
  reason text,
  sealed bytea,
  decided text check (decided in ('same','update','separate')),
  decided_by uuid,
  decided_at timestamptz,
  primary key (job_id, n)
);
create index import_row_what on import_row (job_id, what, n);
create index import_row_matter on import_row (matter_id) where matter_id is not null;
alter table import_row enable row level security;
alter table import_row force row level security;
create policy through_job on import_row to app_rt using (exists (select 1 from import_job j where j.id = import_row.job_id)) with check (true);
create policy all_system on import_row to app_system using (true);
grant select, insert, update on import_row to app_rt, app_system;

-- Titles that a source writes and a person of it has mapped once.
create table import_title (
  city int not null,
  source_id uuid not null references organisation,
  title text not null,
  column_key text not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (city, source_id, title)
);
grant select, insert, update on import_title to app_rt, app_system;
