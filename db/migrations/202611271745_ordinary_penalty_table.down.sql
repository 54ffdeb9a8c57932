drop table ordinary_penalty;
