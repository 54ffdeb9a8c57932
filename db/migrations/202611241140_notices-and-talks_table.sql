-- Room notices-and-talks: the ledger of circulars and call-ins reads these columns; the truth stands in the acts.
create table notice_and_talk (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  type text not null check (type in ('circular','talk')),
  subject text not null,
  number text,
  issuer_id uuid not null,
  unit_ids uuid[] not null,
  publish boolean not null,
  signed_on date,
  served_on date,
  held_on date,
  commitments int not null check (commitments >= 0),
  commitments_open int not null check (commitments_open between 0 and commitments),
  ended_on date,
  primary key (city, cohort, matter_id),
  -- A call-in names one unit and is never public.
  check (type = 'circular' or (cardinality(unit_ids) = 1 and not publish)),
  check (served_on is null or number is not null)
);
create index notice_and_talk_issuer on notice_and_talk (issuer_id, signed_on desc, matter_id);
create index notice_and_talk_units on notice_and_talk using gin (unit_ids);
select secure_child_of_matter('notice_and_talk');
