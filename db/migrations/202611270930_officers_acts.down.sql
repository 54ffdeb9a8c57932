drop index certificate_record_organisation;
alter table officer drop column photo_file;
alter table certificate_record drop column by_act;
alter table certificate_record drop column registered_on;
