-- Room discretion-benchmarks. The maker's own ledger: one row for each benchmark, seen as its matter is.
create table discretion_benchmark (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  maker_id uuid not null,
  violation text not null,
  versions int not null check (versions >= 0),
  document_number text,
  valid_from date,
  valid_until date,
  evaluated_on date,
  ended_on date,
  primary key (city, cohort, matter_id),
  check ((versions = 0) = (valid_from is null))
);
create index discretion_benchmark_maker on discretion_benchmark (maker_id, violation, matter_id);
select secure_child_of_matter('discretion_benchmark');

-- Published versions are public (处罚法 34): everybody signed in of the city reads them. Nothing of a draft stands here.
-- Valid: the days on which a version applies; known: from its recording until it is recorded otherwise.
create table benchmark_version (
  id uuid primary key,
  city int not null,
  matter_id uuid not null,
  maker_id uuid not null references organisation,
  violation text not null,
  no int not null check (no > 0),
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  content jsonb not null,
  document_number text not null,
  published_on date not null,
  place text not null,
  reported boolean not null,
  act_id uuid not null,
  exclude using gist (matter_id with =, valid with &&, known with &&)
);
create index benchmark_version_list on benchmark_version (city, violation collate "C", id) where upper_inf(known);
create index benchmark_version_maker on benchmark_version (maker_id, violation) where upper_inf(known);

alter table benchmark_version enable row level security;
alter table benchmark_version force row level security;
create policy seen on benchmark_version for select to app_rt
  using (city = (select o.city from organisation o where o.id = (select app_uuid('app.organisation'))));
create policy made on benchmark_version for insert to app_rt with check (maker_id = (select app_uuid('app.organisation')));
create policy superseded on benchmark_version for update to app_rt
  using (maker_id = (select app_uuid('app.organisation'))) with check (maker_id = (select app_uuid('app.organisation')));
create policy all_system on benchmark_version to app_system using (true);
grant select, insert, update on benchmark_version to app_rt, app_system;
