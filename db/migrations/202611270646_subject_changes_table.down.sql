drop table subject_change;
