-- Room major-penalty-filings: a duty whose filing could not be opened stays, and is tried again from this moment on (细则 18).
alter table penalty_filing_duty add column retry_at timestamptz;
