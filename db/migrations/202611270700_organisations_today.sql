-- Room organisations: which record of a unit stands today, for lists and names. A record of a later day (a rename announced
-- ahead) is not yet the unit's name, and a unit that is no more keeps its last one. The day is the one on which the record
-- was recorded; when a later day comes, the platform moves the pointer with the trees.
alter table organisation add column record_id uuid;

create function organisation_record_of_today() returns trigger language plpgsql as $$
begin
  update organisation set record_id = new.id
  where id = new.organisation_id and (record_id is null or new.valid @> (lower(new.known) at time zone 'Asia/Shanghai')::date);
  return null;
end $$;
create trigger organisation_record_of_today after insert on organisation_record
  for each row execute function organisation_record_of_today();

update organisation o set record_id = (
  select r.id from organisation_record r where r.organisation_id = o.id and upper_inf(r.known)
  order by r.valid @> (now() at time zone 'Asia/Shanghai')::date desc, lower(r.valid) desc limit 1);

create view organisation_today as
  select o.id as organisation_id, o.city, r.id as record_id, r.name, r.short_name, r.kind, r.tier, r.valid
  from organisation o join organisation_record r on r.id = o.record_id;
grant select on organisation_today to app_rt, app_system, app_identity;
