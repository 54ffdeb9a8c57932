-- Platform: parties typed in forms (personal data live once, here). One encrypted row a party, under a key outside the
-- database; acts, states and typed columns refer to it by id and hold its name as it may be shown. Deleting a row erases
-- the party and leaves every chain whole, for the acts commit to references only.
create table party (
  city int not null,
  cohort int not null,
  id uuid not null,
  matter_id uuid not null,
  recorded_at timestamptz not null,
  sealed bytea not null,
  primary key (city, cohort, id)
);
create index party_matter on party (matter_id);
alter table party enable row level security;
alter table party force row level security;
-- Read in whole by the handling organ alone, whatever else may see the matter.
create policy of_home on party for select to app_rt using (
  exists (select 1 from matter m where m.city = party.city and m.cohort = party.cohort and m.id = party.matter_id
          and m.home_id = (select app_uuid('app.organisation')))
);
create policy typed on party for insert to app_rt with check (true);
create policy all_system on party to app_system using (true);
grant select, insert on party to app_rt, app_system;
