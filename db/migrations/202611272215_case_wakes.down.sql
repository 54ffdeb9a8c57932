drop table case_wake;
