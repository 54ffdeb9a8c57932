drop table case_supervision;
