-- Room major-penalty-filings: the ledger is read the latest decided first, of all organs or of one.
create index major_penalty_filing_list on major_penalty_filing (decided_on desc, matter_id desc);
create index major_penalty_filing_of_organ on major_penalty_filing (organ_id, decided_on desc, matter_id desc);
drop index major_penalty_filing_organ;
