drop table penalty_filing_duty;
