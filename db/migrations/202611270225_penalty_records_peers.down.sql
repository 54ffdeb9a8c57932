alter table finding drop column others;
drop table penalty_watch;
drop table penalty_day;
drop trigger note_groups_of_changed on penalty_record;
drop trigger note_groups_of_new on penalty_record;
drop function note_changed_penalty_groups();
drop function note_new_penalty_groups();
drop table penalty_due;
