revoke insert on list_entry_record from app_rt;
revoke update (known) on list_entry_record from app_rt;
drop trigger own_list_alone on list_entry_record;
drop function own_list_alone();
drop table list_change_text;
drop table list_change;
