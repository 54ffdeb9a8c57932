-- Room major-penalty-filings: which decision of its case was filed; one made anew after another was revoked is filed on its own.
alter table major_penalty_filing add column decision_no integer not null default 1;
