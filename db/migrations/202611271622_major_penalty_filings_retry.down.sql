alter table penalty_filing_duty drop column retry_at;
