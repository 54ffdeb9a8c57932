-- Room certificates: the ledger of affairs of certificates and the page of a certificate read these columns; the truth
-- stands in the acts, the result in certificate_record.
create table certificate_affair (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  affair text not null check (affair in ('issue','registration','exchange','loss','suspension','revocation','cancellation')),
  unit_id uuid not null,
  bureau_id uuid not null,
  forwarder_id uuid,
  certificate_kind text not null check (certificate_kind in ('enforcement','supervision')),
  certificate_number text,
  holder text not null,
  due_on date,
  filed_on date,
  declared_on date,
  forwarded_on date,
  answered_on date,
  effective_from date,
  new_number text,
  valid_through date,
  ended_on date,
  primary key (city, cohort, matter_id),
  check (affair = 'issue' or certificate_number is not null)
);
create index certificate_affair_number on certificate_affair (certificate_kind, certificate_number);
create index certificate_affair_unit on certificate_affair (unit_id, holder);
select secure_child_of_matter('certificate_affair');
