-- ordinary-penalty: cases of one party that several organs have filed are looked at once by F03, which was not asked before.
set local role app_system;
insert into case_wake (city, matter_id, wake_on, whole)
  select o.city, o.matter_id, o.filed_on, true from ordinary_penalty o
  where o.filed_on is not null and o.party_mark is not null
    and exists (select 1 from ordinary_penalty p where p.party_mark = o.party_mark and p.city = o.city and p.organ_id <> o.organ_id
      union all select 1 from summary_penalty p where p.party_mark = o.party_mark and p.city = o.city and p.organ_id <> o.organ_id)
  on conflict do nothing;
reset role;
