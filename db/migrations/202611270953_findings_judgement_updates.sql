-- findings: the pattern of a judgement changes whenever a group is judged again, hundreds of thousands of rows in one load.
-- Nothing is looked up by pattern, so no index holds it and a change finds room beside its row: no index is written then.
drop index judgement_pattern_of;
drop index judgement_batch;
create index judgement_batch on judgement (batch_id) where batch_id is not null;
alter table judgement set (fillfactor = 60);
