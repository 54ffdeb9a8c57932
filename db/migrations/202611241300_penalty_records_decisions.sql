-- Room penalty-records: reported decisions on administrative penalties. The typed columns serve lists, counts and rules; the
-- truth stands in the acts. Nothing here tells who a natural person is: names are shortened, numbers of identity are kept
-- encrypted in penalty_party, and comparing goes over keyed marks that a copy of the database cannot reverse.
create table penalty_record (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  organ_id uuid not null,
  organ_name text not null,
  number text not null,
  -- 文号 as compared across sources.
  number_key text not null,
  decision_year int not null,
  -- 0; another number where a person has said that two decisions bear the same 文号.
  key_serial int not null check (key_serial >= 0),
  decided_on date not null,
  party_name text not null,
  party_kind text check (party_kind in ('organisation','sole-trader','person')),
  party_uscc text,
  party_mark text,
  likeness text,
  conduct text,
  kinds text[] not null,
  fine_fen bigint check (fine_fen >= 0),
  confiscated_fen bigint check (confiscated_fen >= 0),
  procedure text check (procedure in ('summary','ordinary','fast')),
  item_code text,
  handler text,
  file_kind text not null check (file_kind in ('publicity','credit-export')),
  content_mark text not null,
  -- Mark of what another source tells of the same decision.
  other_mark text,
  -- Counted and compared; false once merged into another record.
  counted boolean not null,
  updates int not null check (updates >= 0),
  primary key (city, cohort, matter_id)
);
-- The same organ, number and year is one decision until a person says otherwise.
create unique index penalty_record_key on penalty_record (city, organ_id, number_key, decision_year, key_serial);
create index penalty_record_list on penalty_record (decided_on desc, matter_id desc);
create index penalty_record_organ on penalty_record (organ_id, decided_on desc, matter_id desc);
create index penalty_record_number on penalty_record (number_key);
create index penalty_record_uscc on penalty_record (party_uscc) where party_uscc is not null;
create index penalty_record_party on penalty_record (party_mark, decided_on) where party_mark is not null and counted;
create index penalty_record_like on penalty_record (likeness, decided_on) where likeness is not null and counted;
select secure_child_of_matter('penalty_record');

-- Who a natural person is: one row, encrypted with a key outside the database; acts refer to it by id.
create table penalty_party (
  id uuid primary key,
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  sealed bytea not null
);
create index penalty_party_matter on penalty_party (matter_id);
alter table penalty_party enable row level security;
alter table penalty_party force row level security;
create policy through_matter on penalty_party to app_rt using (
  exists (select 1 from matter m where m.city = penalty_party.city and m.cohort = penalty_party.cohort and m.id = penalty_party.matter_id)
) with check (true);
create policy all_system on penalty_party to app_system using (true);
grant select, insert on penalty_party to app_rt, app_system;

-- What a source calls an organ that no register knows by that name, as a person of the source has said once.
create table penalty_organ_name (
  city int not null,
  source_id uuid not null references organisation,
  name text not null,
  organ_id uuid not null references organisation,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (city, source_id, name)
);
grant select, insert, update on penalty_organ_name to app_rt, app_system;
