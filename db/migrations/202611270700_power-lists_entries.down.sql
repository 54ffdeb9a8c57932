alter table register_load drop constraint register_load_register_check;
alter table register_load add constraint register_load_register_check check (register in ('organisations','certificates','laws'));
drop table list_entry_record;
