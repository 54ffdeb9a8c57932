drop table if exists party;
