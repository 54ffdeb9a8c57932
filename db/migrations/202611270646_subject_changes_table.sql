-- Room subject-changes: the ledger of changes of subjects and the page of a unit read these columns; the truth stands in
-- the acts, the result in organisation_record.
create table subject_change (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  change text not null check (change in ('rename','move','merge','split','abolish','qualify')),
  unit_id uuid not null,
  bureau_id uuid not null,
  applicant_id uuid not null,
  government_id uuid,
  successor_id uuid,
  effective_on date not null,
  number text,
  announced_on date,
  passed int check (passed >= 0),
  ended_on date,
  primary key (city, cohort, matter_id),
  check (change not in ('merge','abolish') or successor_id is not null),
  check (announced_on is null or number is not null)
);
create index subject_change_unit on subject_change (unit_id, effective_on desc, matter_id);
create index subject_change_successor on subject_change (successor_id, matter_id) where successor_id is not null;
select secure_child_of_matter('subject_change');
