-- Room handling-modes: how a unit handles its cases of a kind (细则 3¶1), proposed by it and approved by the city's bureau.
create table handling_mode (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  unit_id uuid not null,
  bureau_id uuid not null,
  case_kind text not null check (case_kind in ('ordinary-penalty', 'summary-penalty')),
  mode text not null check (mode in ('platform', 'own-system', 'tables')),
  system text,
  from_on date not null,
  effective_on date,
  primary key (city, cohort, matter_id)
);
create index handling_mode_unit on handling_mode (unit_id, matter_id);
select secure_child_of_matter('handling_mode');

-- The register: one mode a day for a unit and kind; without an entry cases are handled on the platform.
create table handling_mode_record (
  id uuid primary key,
  city int not null,
  organisation_id uuid not null references organisation,
  case_kind text not null,
  mode text not null check (mode in ('platform', 'own-system', 'tables')),
  system text,
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  matter_id uuid not null,
  act_id uuid not null,
  exclude using gist (organisation_id with =, case_kind with =, valid with &&, known with &&)
);
create index handling_mode_record_of on handling_mode_record (organisation_id, case_kind) where upper_inf(known);
alter table handling_mode_record enable row level security;
alter table handling_mode_record force row level security;
create policy seen on handling_mode_record for select to app_rt
  using (city = (select o.city from organisation o where o.id = (select app_uuid('app.organisation'))));
-- Written behind an approval alone, by the bureau that the proposal names.
create policy approved on handling_mode_record for insert to app_rt with check (exists (
  select 1 from handling_mode h where h.unit_id = organisation_id and h.bureau_id = (select app_uuid('app.organisation'))));
create policy superseded on handling_mode_record for update to app_rt using (exists (
  select 1 from handling_mode h where h.unit_id = organisation_id and h.bureau_id = (select app_uuid('app.organisation')))) with check (true);
create policy all_system on handling_mode_record to app_system using (true);
grant select, insert, update on handling_mode_record to app_rt, app_system;
