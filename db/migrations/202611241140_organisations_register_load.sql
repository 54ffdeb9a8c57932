-- Room organisations: how registers come in. A unit or an officer is known again in the next file by the code of its source.
alter table organisation add column code text;
create unique index organisation_code on organisation (city, code) where code is not null;
alter table officer add column code text;
create unique index officer_code on officer (city, code) where code is not null;

create table register_load (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  register text not null check (register in ('organisations','certificates','laws')),
  source text not null,
  sha256 text not null,
  rows int not null check (rows >= 0),
  added int check (added >= 0),
  changed int check (changed >= 0),
  ended int check (ended >= 0),
  primary key (city, cohort, matter_id)
);
select secure_child_of_matter('register_load');
