drop index list_entry_in_order;
create index list_entry_in_order on list_entry_record (city, list, code, id) where upper_inf(known);
alter table list_entry_record drop column level, drop column code_order, drop column list_order;
drop function natural_order(text);
