alter table handling_mode drop constraint handling_mode_case_kind_check;
alter table handling_mode add constraint handling_mode_case_kind_check check (case_kind in ('ordinary-penalty', 'summary-penalty'));
drop table correction_order;
