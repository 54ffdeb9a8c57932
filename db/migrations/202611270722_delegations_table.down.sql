drop table delegation;
