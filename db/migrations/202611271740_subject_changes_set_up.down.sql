alter table subject_change drop constraint subject_change_unit_named;
alter table subject_change alter column unit_id set not null;
alter table subject_change drop constraint subject_change_change_check;
alter table subject_change add constraint subject_change_change_check
  check (change in ('rename','move','merge','split','abolish','qualify'));
