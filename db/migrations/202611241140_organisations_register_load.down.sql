drop table register_load;
drop index officer_code, organisation_code;
alter table officer drop column code;
alter table organisation drop column code;
