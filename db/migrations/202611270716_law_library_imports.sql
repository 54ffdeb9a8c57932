-- Room law-library: loads of texts as acts, read in the background, and what a change of law touches.
create table law_import (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  manager_id uuid not null,
  source text not null,
  added int not null,
  changed int not null,
  primary key (city, cohort, matter_id)
);
select secure_child_of_matter('law_import');

create table law_change (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  owner_id uuid not null,
  laws text not null,
  items int not null check (items > 0),
  primary key (city, cohort, matter_id)
);
create index law_change_owner on law_change (owner_id, matter_id);
select secure_child_of_matter('law_change');

-- How far a load has come; one worker at a time, under a lease.
create table law_import_job (
  matter_id uuid primary key,
  city int not null,
  passed int not null default 0,
  done boolean not null default false,
  lease_until timestamptz,
  attempts int not null default 0
);
create index law_import_job_open on law_import_job (matter_id) where not done;

-- The report of a load, file by file; problems by line as they were read.
create table law_import_file (
  matter_id uuid not null references law_import_job,
  n int not null,
  source text not null,
  name text,
  result text not null check (result in ('added','changed','unchanged','refused')),
  reason text,
  articles int not null,
  problems jsonb not null,
  primary key (matter_id, n),
  check ((result = 'refused') = (reason is not null))
);

-- Contradictions between texts, as a person has decided them; the act says who and why.
create table law_settlement (
  matter_id uuid not null,
  no int not null check (no > 0),
  primary key (matter_id, no),
  law text not null,
  edition text,
  what text not null,
  says text not null,
  starts_on date
);

grant select on law_import_job, law_import_file, law_settlement to app_rt;
grant select, insert, update on law_import_job, law_import_file, law_settlement to app_system;
