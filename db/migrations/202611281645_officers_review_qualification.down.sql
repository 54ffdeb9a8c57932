alter table certificate_record drop column review_since;
alter table certificate_record drop column legal_qual_no;
