drop table if exists alert_check;
