-- Room unfinished-effects: what the platform was to do after an act and has given up becomes a task of the house of the act.
-- When an item was given up stands with it: one whose last attempt ended with its server is found by it, too.
alter table outbox add column given_up_at timestamptz;
drop index outbox_due;
create index outbox_due on outbox (due_at, id) where done_at is null and given_up_at is null;

create table unfinished_effect (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null check (label < 4),
  owner_id uuid not null,
  cause_id uuid not null,
  outbox_id bigint not null,
  topic text not null,
  tries int not null check (tries >= 0),
  primary key (city, cohort, matter_id)
);
create unique index unfinished_effect_item on unfinished_effect (outbox_id);
create index unfinished_effect_owner on unfinished_effect (owner_id, matter_id);
select secure_child_of_matter('unfinished_effect');
