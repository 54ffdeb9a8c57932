-- Room case-reports: what a unit's own system tells of its cases with its key. Numbers of that system lead to the case and to
-- the act that a step has become; what a case could not take is held as a matter, its content encrypted beside it.
create table case_report (
  city int not null,
  organisation_id uuid not null references organisation,
  kind text not null,
  case_ref text not null,
  matter_id uuid not null,
  primary key (organisation_id, kind, case_ref)
);
create unique index case_report_matter on case_report (matter_id);
create table case_report_step (
  city int not null,
  organisation_id uuid not null references organisation,
  kind text not null,
  case_ref text not null,
  step_ref text not null,
  -- Keyed: tells the same content from another without holding it.
  digest bytea not null,
  -- The act that it has become; null: not taken yet.
  seq int,
  held_id uuid,
  primary key (organisation_id, kind, case_ref, step_ref),
  check (seq is not null or held_id is not null)
);
-- A unit's numbers are its own affair.
do $$
declare t text;
begin
  foreach t in array array['case_report', 'case_report_step'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy own on %I to app_rt using (organisation_id = (select app_uuid('app.organisation')))
      with check (organisation_id = (select app_uuid('app.organisation')))$p$, t);
    execute format('create policy all_system on %I to app_system using (true)', t);
    execute format('grant select, insert, update on %I to app_rt, app_system', t);
  end loop;
end $$;

create table held_report (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  owner_id uuid not null,
  case_kind text not null,
  case_ref text not null,
  step_ref text not null,
  step_name text not null,
  case_id uuid,
  why text not null check (why in ('early','form','faulty','differs')),
  reason text not null,
  received_on date not null,
  is_late boolean not null,
  primary key (city, cohort, matter_id)
);
create index held_report_owner on held_report (owner_id, matter_id);
select secure_child_of_matter('held_report');

-- For the platform's own work alone: nobody reads it.
create table held_report_body (
  matter_id uuid primary key,
  city int not null,
  organisation_id uuid not null references organisation,
  kind text not null,
  case_ref text not null,
  sealed bytea not null
);
create index held_report_body_case on held_report_body (organisation_id, kind, case_ref);
alter table held_report_body enable row level security;
alter table held_report_body force row level security;
create policy all_system on held_report_body to app_system using (true);
grant select, insert, update on held_report_body to app_system;
