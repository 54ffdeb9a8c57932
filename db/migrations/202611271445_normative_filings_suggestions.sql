-- Room normative-filings: how many suggestions to review a document have come, and how many wait for their answer.
alter table normative_filing
  add column suggestions int not null default 0 check (suggestions >= 0),
  add column open_suggestions int not null default 0 check (open_suggestions between 0 and suggestions);
