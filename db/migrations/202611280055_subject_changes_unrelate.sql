-- Room subject-changes: a relation of a unit is ended by an announcement (细则 2).
alter table subject_change drop constraint subject_change_change_check;
alter table subject_change add constraint subject_change_change_check
  check (change in ('establish','rename','move','merge','split','abolish','qualify','relate','unrelate'));
