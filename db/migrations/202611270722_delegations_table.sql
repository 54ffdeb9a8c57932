-- Room delegations: the ledger of delegations and whoever asks whether an item was delegated on a day read these columns;
-- the truth stands in the acts.
create table delegation (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  delegator_id uuid not null,
  delegate_id uuid not null,
  bureau_id uuid not null,
  number text,
  items text[] not null,
  term_from date not null,
  term_to date not null check (term_to >= term_from),
  countersigned_on date,
  filed_on date,
  accepted_on date,
  published_delegator_on date,
  published_delegate_on date,
  checks int not null check (checks >= 0),
  checked_since date,
  ended_on date,
  primary key (city, cohort, matter_id),
  check (countersigned_on is null or number is not null),
  check (accepted_on is null or filed_on is not null)
);
create index delegation_delegate on delegation (delegate_id, term_to) where countersigned_on is not null;
create index delegation_delegator on delegation (delegator_id, term_to);
select secure_child_of_matter('delegation');
