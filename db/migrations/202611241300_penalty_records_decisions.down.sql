drop table if exists penalty_organ_name, penalty_party, penalty_record cascade;
