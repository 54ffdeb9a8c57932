drop table unfinished_effect;
drop index outbox_due;
create index outbox_due on outbox (due_at, id) where done_at is null;
alter table outbox drop column given_up_at;
