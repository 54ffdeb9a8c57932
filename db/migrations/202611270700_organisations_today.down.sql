drop view organisation_today;
drop trigger organisation_record_of_today on organisation_record;
drop function organisation_record_of_today();
alter table organisation drop column record_id;
