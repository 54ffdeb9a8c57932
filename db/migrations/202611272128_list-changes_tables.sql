-- Room list-changes. The ledger of changes of lists, one row for each, seen as its matter is; nothing of the lines stands here.
create table list_change (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  unit_id uuid not null,
  list text not null check (list in ('power','inspection','spot-check','key-matter','no-penalty','lighter','mitigated','no-coercion',
    'empowerment','post-duty','internal-system','inspection-plan')),
  digest text not null,
  added int not null check (added >= 0),
  changed int not null check (changed >= 0),
  ended int not null check (ended >= 0),
  backdated int not null check (backdated >= 0),
  published_on date,
  ended_on date,
  primary key (city, cohort, matter_id)
);
create index list_change_unit on list_change (unit_id, list, matter_id);
select secure_child_of_matter('list_change');

-- What was proposed, word for word, by its digest: the acts carry the digest. Before its publication the unit alone reads it,
-- also where the range of another covers the unit; published, everybody signed in of the city. Never changed, save that a
-- publication marks it.
create table list_change_text (
  organisation_id uuid not null references organisation,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  city int not null,
  lines jsonb not null check (jsonb_typeof(lines) = 'array'),
  kept_at timestamptz not null,
  matter_id uuid,
  list text,
  published_on date,
  differences jsonb,
  primary key (organisation_id, sha256),
  check ((published_on is null) = (matter_id is null) and (published_on is null) = (list is null) and (published_on is null) = (differences is null))
);
create unique index list_change_text_published on list_change_text (matter_id) where matter_id is not null;
alter table list_change_text enable row level security;
alter table list_change_text force row level security;
create policy own on list_change_text for select to app_rt using (organisation_id = (select app_uuid('app.organisation')));
create policy published on list_change_text for select to app_rt
  using (published_on is not null and city = (select o.city from organisation o where o.id = (select app_uuid('app.organisation'))));
create policy kept on list_change_text for insert to app_rt
  with check (organisation_id = (select app_uuid('app.organisation')) and published_on is null);
create policy marked on list_change_text for update to app_rt
  using (organisation_id = (select app_uuid('app.organisation')) and published_on is null)
  with check (organisation_id = (select app_uuid('app.organisation')) and published_on is not null);
create policy all_system on list_change_text to app_system using (true);
grant select, insert on list_change_text to app_rt, app_system;
grant update (matter_id, list, published_on, differences) on list_change_text to app_rt, app_system;

-- Lines of lists are read by everybody, written by loads and, each unit its own, by the publication of a change. A trigger
-- holds that, not row security: under it the planner may not look at the statistics of the days of lines, and a page of a
-- long list took ten times as long.
create function own_list_alone() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.organisation_id is distinct from app_uuid('app.organisation') then
    raise exception 'a unit writes lines of its own lists alone' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger own_list_alone before insert or update on list_entry_record for each row when (current_user = 'app_rt')
  execute function own_list_alone();
grant insert on list_entry_record to app_rt;
grant update (known) on list_entry_record to app_rt;
