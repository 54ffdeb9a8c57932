-- Room major-penalty-filings: the ledger of major penalties that have to be filed (应备未备台账) reads these columns; the
-- truth stands in the acts.
create table major_penalty_filing (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  decision_id uuid not null,
  organ_id uuid not null,
  bureau_id uuid,
  reviewer_id uuid,
  upper_id uuid,
  number text not null,
  party_name text not null,
  decided_on date not null,
  reasons text[] not null,
  fine_fen bigint,
  confiscated_fen bigint,
  stated_on date,
  overdue_on date,
  filed_on date,
  late boolean not null,
  demands int not null check (demands >= 0),
  received_on date,
  result text check (result in ('advise','order')),
  opinion_number text,
  receipt_on date,
  ended_on date,
  primary key (city, cohort, matter_id),
  check (received_on is null or filed_on is not null),
  check (not late or (filed_on is not null and overdue_on is not null))
);
create index major_penalty_filing_decision on major_penalty_filing (decision_id);
create index major_penalty_filing_organ on major_penalty_filing (organ_id, decided_on);
select secure_child_of_matter('major_penalty_filing');
