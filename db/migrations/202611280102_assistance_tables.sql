-- Room assistance: requests of a case to another organ for help or for facts (处罚法 26). Whom they are about stands in party alone.
create table assistance (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  way text not null check (way in ('assist', 'inquire')),
  subject text not null,
  number text,
  issuer_id uuid not null,
  addressee_id uuid,
  outside text,
  case_id uuid not null,
  signed_on date,
  served_on date,
  received_on date,
  agreed_on date,
  answered_on date,
  outcome text check (outcome in ('given', 'refused')),
  coordination_on date,
  reminders int not null check (reminders >= 0),
  ended_on date,
  primary key (city, cohort, matter_id),
  check ((addressee_id is null) <> (outside is null)),
  check (served_on is null or number is not null),
  check ((answered_on is null) = (outcome is null))
);
create index assistance_issuer on assistance (issuer_id, signed_on desc, matter_id);
create index assistance_addressee on assistance (addressee_id, received_on desc, matter_id);
create index assistance_case on assistance (case_id);
select secure_child_of_matter('assistance');

-- A request that negotiation has not settled comes to the bureau as a clue (细则 6).
alter table case_supervision drop constraint case_supervision_source_check;
alter table case_supervision add constraint case_supervision_source_check check (
  source in ('finding','own','check','file-review','filing','complaint','hotline','enterprise','review','media','partner','petition','coordination'));
