-- Room power-lists: what normative documents a unit has published, whether it has filed them or not (B03: 应备未备, 细则 8(6), 18).
alter table list_entry_record drop constraint list_entry_record_list_check;
alter table list_entry_record add constraint list_entry_record_list_check check (list in ('power','inspection','spot-check','key-matter',
  'no-penalty','lighter','mitigated','no-coercion','empowerment','post-duty','internal-system','inspection-plan','normative-document'));
alter table list_entry_record add constraint list_entry_record_published_check check (list <> 'normative-document' or published_on is not null);
-- Filings are matched with what was published by number, and counted by unit once a day.
create index normative_filing_number on normative_filing (maker_id, document_number_key(document_number));
