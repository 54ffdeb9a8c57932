delete from list_change where list = 'legal-review';
alter table list_change drop constraint list_change_list_check;
alter table list_change add constraint list_change_list_check check (list in ('power','inspection','spot-check','key-matter','no-penalty',
  'lighter','mitigated','no-coercion','empowerment','post-duty','internal-system','inspection-plan'));
delete from list_entry_record where list = 'legal-review';
alter table list_entry_record drop constraint list_entry_record_list_check;
alter table list_entry_record add constraint list_entry_record_list_check check (list in ('power','inspection','spot-check','key-matter',
  'no-penalty','lighter','mitigated','no-coercion','empowerment','post-duty','internal-system','inspection-plan','normative-document'));
