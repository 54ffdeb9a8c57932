-- Room power-lists: lists are read as a clerk reads them: list by list as they stand in the 细则, the city's lines before those
-- of banners and townships, then by number, 9 before 10.
create function natural_order(code text) returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select string_agg(case when part[1] ~ '^\d' then lpad(part[1], greatest(12, length(part[1])), '0') else part[1] end, '' order by at)
  from regexp_matches(code, '(\d+|\D+)', 'g') with ordinality found (part, at)
$$;
alter table list_entry_record
  add column list_order smallint not null generated always as (coalesce(array_position(array['power','inspection','spot-check','key-matter','no-penalty',
    'lighter','mitigated','no-coercion','empowerment','post-duty','internal-system','inspection-plan',
    'normative-document'], list), 99)) stored,
  add column code_order text collate "C" not null generated always as (natural_order(code)) stored,
  -- Of the unit as it was when the line was loaded: an order to read in, never a fact.
  add column level smallint not null default 4 check (level between 1 and 4);
-- Nothing that decisions are judged by changes here.
alter table list_entry_record disable trigger user;
update list_entry_record e set level = case t.tier when 'city' then 1 when 'banner' then 2 when 'township' then 3 else 4 end
  from organisation_today t where t.organisation_id = e.organisation_id;
alter table list_entry_record enable trigger user;
drop index list_entry_in_order;
create index list_entry_in_order on list_entry_record (city, list_order, level, code_order, id) where upper_inf(known);
