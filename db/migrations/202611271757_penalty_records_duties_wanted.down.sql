drop function has_filing_to_settle(uuid);
drop index penalty_filing_duty_matter;
