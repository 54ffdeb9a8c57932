-- A step that its report's further steps follow at once is not judged by itself: the last one is, or what comes after them. Should
-- the program end in between, the case is judged by all rules as soon as it is woken.
alter table case_wake add column whole boolean not null default false;
-- However many steps leave it to the last, one note is enough.
create unique index case_wake_whole on case_wake (matter_id) where whole;
