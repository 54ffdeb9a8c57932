-- Room normative-filings. The ledger of filings and the rules about normative documents read these columns; the truth stands in the acts.
create table normative_filing (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  maker_id uuid not null,
  recipient_id uuid,
  bureau_id uuid not null,
  level text not null check (level in ('government', 'department')),
  is_trial boolean not null,
  is_entered boolean not null,
  title text not null,
  document_number text not null,
  first_published_on date not null,
  published_on date not null,
  effective_on date not null check (effective_on >= published_on),
  last_day date check (last_day >= effective_on),
  submitted_on date,
  is_late boolean not null,
  missing text[] not null,
  registered_on date,
  outcome text check (outcome in ('accept', 'correct')),
  grounds text[] not null,
  opinion_number text,
  filing_number text,
  filed_on date,
  catalogued_on date,
  ended_on date,
  primary key (city, cohort, matter_id),
  check (not is_late or submitted_on is not null)
);
create index normative_filing_maker on normative_filing (maker_id, first_published_on);
create index normative_filing_bureau on normative_filing (bureau_id, submitted_on);
select secure_child_of_matter('normative_filing');

-- The catalogue of filed documents is public (细则 18: the documents are; the files of a filing are not): everybody signed
-- in of the city reads it. Valid: the days on which a document counts; known: from its recording until recorded otherwise.
create table normative_document (
  id uuid primary key,
  city int not null,
  matter_id uuid not null,
  maker_id uuid not null references organisation,
  bureau_id uuid not null references organisation,
  label smallint not null,
  no int not null check (no > 0),
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  title text not null,
  document_number text not null,
  published_on date not null,
  filing_number text not null,
  filed_on date not null,
  last_day date,
  act_id uuid not null,
  exclude using gist (matter_id with =, valid with &&, known with &&)
);
create index normative_document_list on normative_document (city, published_on, id) where upper_inf(known);
create index normative_document_matter on normative_document (matter_id);

alter table normative_document enable row level security;
alter table normative_document force row level security;
create policy seen on normative_document for select to app_rt
  using (label <= 2 and city = (select o.city from organisation o where o.id = (select app_uuid('app.organisation'))));
-- By the acts of the maker, of the bureau that examines and of the government that decides; the acts say who may.
create policy made on normative_document for insert to app_rt
  with check (city = (select o.city from organisation o where o.id = (select app_uuid('app.organisation'))));
create policy superseded on normative_document for update to app_rt
  using (city = (select o.city from organisation o where o.id = (select app_uuid('app.organisation'))))
  with check (city = (select o.city from organisation o where o.id = (select app_uuid('app.organisation'))));
create policy all_system on normative_document to app_system using (true);
grant select, insert, update on normative_document to app_rt, app_system;
