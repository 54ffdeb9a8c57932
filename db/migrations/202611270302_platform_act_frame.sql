-- Platform: what the chain of an act binds. Frame 1 left out who is said to have acted, from which account and source;
-- acts written from now on bear frame 2, which binds them as well. Earlier acts stay provable as they were written.
alter table act add column frame smallint not null default 1 check (frame in (1, 2));

-- What was said in an act is as lasting as the act. Erasure by law will come with its own procedure and role.
create trigger payload_stays before update or delete on act_payload for each row execute function refuse_change();
