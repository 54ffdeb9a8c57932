drop index case_wake_whole;
alter table case_wake drop column whole;
