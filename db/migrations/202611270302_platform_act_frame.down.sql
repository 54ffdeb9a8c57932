drop trigger payload_stays on act_payload;
alter table act drop column frame;
