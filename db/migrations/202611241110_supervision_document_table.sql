-- Room supervision-document: the documents ledger and 问题整改台账 read these columns; the truth stands in the acts.
create table supervision_document (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  type text not null check (type in ('notice','opinion','decision','inquiry','notification')),
  subject text not null,
  number text,
  issuer_id uuid not null,
  addressee_id uuid not null,
  concerned_id uuid,
  bureau_id uuid,
  case_id uuid,
  corrects_id uuid,
  signed_on date,
  served_on date,
  received_on date,
  reported_on date,
  problems int not null check (problems > 0),
  problems_done int not null check (problems_done between 0 and problems),
  problems_cleared int not null check (problems_cleared between 0 and problems),
  returned boolean not null,
  reminders int not null check (reminders >= 0),
  lapsed_on date,
  measure text check (measure in ('perform','correct','circular','discipline','revoke','change','confirm-unlawful','confirm-void')),
  decision_number text,
  ended_on date,
  primary key (city, cohort, matter_id),
  -- What was served had been signed and numbered, what was received had been served.
  check (served_on is null or number is not null),
  check (received_on is null or served_on is not null)
);
create index supervision_document_issuer on supervision_document (issuer_id, signed_on desc, matter_id);
create index supervision_document_addressee on supervision_document (addressee_id, received_on desc, matter_id);
create index supervision_document_number on supervision_document (number);
create index supervision_document_case on supervision_document (case_id) where case_id is not null;
create index supervision_document_lapsed on supervision_document (lapsed_on) where lapsed_on is not null and ended_on is null;
select secure_child_of_matter('supervision_document');
