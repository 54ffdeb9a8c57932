drop trigger note_changed_delegation_duty on delegation;
drop trigger note_new_delegation_duty on delegation;
drop trigger note_changed_list_duty on list_entry_record;
drop trigger note_new_list_duty on list_entry_record;
drop function note_unit_duty();
drop table unit_duty_due;
drop table unit_duty_watch;
