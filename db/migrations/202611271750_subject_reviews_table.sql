-- Room subject-reviews: the ledger of periodic reviews of subjects (细则 8(4)); the truth stands in the acts.
create table subject_review (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  year int not null,
  bureau_id uuid not null,
  government_id uuid,
  units uuid[] not null check (cardinality(units) > 0),
  due_on date not null,
  reported int not null check (reported between 0 and cardinality(units)),
  kept int not null check (kept >= 0),
  changed int not null check (changed >= 0),
  cancelled int not null check (cancelled >= 0),
  number text,
  announced_on date,
  ended_on date,
  primary key (city, cohort, matter_id),
  check (kept + changed + cancelled <= cardinality(units)),
  check (announced_on is null or number is not null)
);
create index subject_review_bureau on subject_review (bureau_id, year);
select secure_child_of_matter('subject_review');
