-- Room subject-changes: a unit is set up by the same announcement (细则 8(4)); until then there is no unit to name.
alter table subject_change drop constraint subject_change_change_check;
alter table subject_change add constraint subject_change_change_check
  check (change in ('establish','rename','move','merge','split','abolish','qualify'));
alter table subject_change alter column unit_id drop not null;
alter table subject_change add constraint subject_change_unit_named check ((change = 'establish') = (unit_id is null));
