drop index ordinary_penalty_clue;
alter table summary_penalty drop column facts;
alter table ordinary_penalty drop column clue_ref, drop column facts;
