drop function calendar_by_link(bytea, date);
drop table calendar_link;
