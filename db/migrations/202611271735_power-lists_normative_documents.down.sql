drop index normative_filing_number;
alter table list_entry_record drop constraint list_entry_record_published_check;
delete from list_entry_record where list = 'normative-document';
alter table list_entry_record drop constraint list_entry_record_list_check;
alter table list_entry_record add constraint list_entry_record_list_check check (list in ('power','inspection','spot-check','key-matter',
  'no-penalty','lighter','mitigated','no-coercion','empowerment','post-duty','internal-system','inspection-plan'));
