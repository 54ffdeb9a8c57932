alter table judgement reset (fillfactor);
drop index judgement_batch;
create index judgement_batch on judgement (batch_id, pattern) where batch_id is not null;
create index judgement_pattern_of on judgement (pattern);
