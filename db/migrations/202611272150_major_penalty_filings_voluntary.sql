-- Room major-penalty-filings: filed of the organ's own accord, though the decision does not reach the thresholds: owed by nobody.
alter table major_penalty_filing add column voluntary boolean not null default false;
