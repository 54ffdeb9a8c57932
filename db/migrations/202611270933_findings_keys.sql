-- findings: both keys begin with the column that tells rows apart. With city and cohort in front of each, a table that had
-- not been analysed yet was read through all findings of the city for every single matter: a first load crawled until the
-- database analysed by itself. No key offers such a prefix any more, so no state of the statistics can lead there.
alter table finding
  drop constraint finding_pkey,
  drop constraint finding_city_cohort_matter_id_rule_id_fact_key,
  add primary key (id, city, cohort),
  add constraint finding_matter_rule_fact unique (matter_id, rule_id, fact, city, cohort);
drop index finding_id;
