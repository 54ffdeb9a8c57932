drop table handling_mode_record;
drop table handling_mode;
