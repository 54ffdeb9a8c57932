create index major_penalty_filing_organ on major_penalty_filing (organ_id, decided_on);
drop index major_penalty_filing_of_organ;
drop index major_penalty_filing_list;
