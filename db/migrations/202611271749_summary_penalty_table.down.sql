drop table if exists summary_penalty;
