drop table notice_seen;
