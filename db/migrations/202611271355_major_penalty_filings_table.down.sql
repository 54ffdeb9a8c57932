drop table major_penalty_filing;
