-- Room law-library: loads by the command line, and what they moved. The running server opens the matters of their impact; a
-- command that was cut off leaves its load open, and the next one goes on with it.
create table law_operator_load (
  id uuid primary key,
  begun_at timestamptz not null,
  finished_at timestamptz,
  listed_at timestamptz,
  check (listed_at is null or finished_at is not null)
);
create unique index law_operator_load_open on law_operator_load ((true)) where finished_at is null;
create index law_operator_load_unlisted on law_operator_load (finished_at) where listed_at is null;

create table law_operator_change (
  load_id uuid not null references law_operator_load,
  -- Without 中华人民共和国, as in law_text.
  name text not null,
  changed boolean not null,
  primary key (load_id, name)
);
grant select, insert, update on law_operator_load, law_operator_change to app_system;
