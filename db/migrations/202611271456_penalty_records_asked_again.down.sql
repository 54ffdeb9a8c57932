drop function hold_penalty_mark();
drop trigger renew_penalty_mark on penalty_cause;
drop function renew_penalty_mark();
drop table penalty_cause_mark;
drop table penalty_rule_version;
delete from penalty_cause where register in ('rule', 'late');
alter table penalty_cause drop constraint penalty_cause_register_check;
alter table penalty_cause add constraint penalty_cause_register_check
  check (register in ('organ','certificate','list','law','calendar','profile','record','delegation'));
