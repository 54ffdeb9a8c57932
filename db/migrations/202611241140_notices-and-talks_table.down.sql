drop table notice_and_talk;
