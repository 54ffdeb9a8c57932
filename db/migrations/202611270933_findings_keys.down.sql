alter table finding
  drop constraint finding_pkey,
  drop constraint finding_matter_rule_fact,
  add primary key (city, cohort, id),
  add unique (city, cohort, matter_id, rule_id, fact);
create index finding_id on finding (id);
