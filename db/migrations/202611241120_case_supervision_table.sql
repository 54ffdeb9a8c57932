-- Room case-supervision: the cases ledger reads these columns; the truth stands in the acts.
create table case_supervision (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  source text not null check (source in ('finding','own','check','file-review','filing','complaint','hotline','enterprise','review','media','partner','petition')),
  partner text check (partner in ('24(1)','24(2)','24(3)','24(4)','24(5)','24(6)','24(7)','24(8)')),
  subject text not null,
  unit_id uuid not null,
  head text not null check (head in ('8(1)','8(2)','8(3)','8(4)','8(5)','8(6)','8(7)','8(8)','8(9)','8(10)','8(11)','8(12)','8(13)','8(14)','8(15)')),
  organ_id uuid not null,
  petitioner_id uuid,
  reassigned_to uuid,
  number text,
  opened_on date not null,
  triaged_on date,
  filed_on date,
  concluded_on date,
  ended_on date,
  findings text[] not null,
  evidence int not null check (evidence >= 0),
  refusals int not null check (refusals >= 0),
  problems int not null check (problems >= 0),
  problems_unanswered int not null check (problems_unanswered between 0 and problems),
  documents int not null check (documents >= 0),
  primary key (city, cohort, matter_id),
  -- A case is filed with its number; a 司法所 is named exactly where it has asked.
  check ((filed_on is null) = (number is null)),
  check ((petitioner_id is null) = (source <> 'petition'))
);
create index case_supervision_unit on case_supervision (unit_id, opened_on desc, matter_id);
create index case_supervision_organ on case_supervision (organ_id, opened_on desc, matter_id);
create index case_supervision_number on case_supervision (number);
create index case_supervision_findings on case_supervision using gin (findings);
create index case_supervision_unanswered on case_supervision (organ_id) where problems_unanswered > 0;
select secure_child_of_matter('case_supervision');
