-- Room officers: one register of certificates, fed by loads and by acts (adr/0012). An act's records are told apart, so
-- that no file undoes them unseen; 审核注册 and the photograph stand with what they are about.
alter table certificate_record add column registered_on date;
alter table certificate_record add column by_act boolean not null default false;
alter table officer add column photo_file uuid;
create index certificate_record_organisation on certificate_record (organisation_id, number) where upper_inf(known);
