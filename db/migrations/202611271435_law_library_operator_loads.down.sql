drop table law_operator_change, law_operator_load;
