-- Room power-lists: one line of one list of one unit in one period. Changed only by loads (register-load); a line that is no
-- longer right is superseded, never changed.
create table list_entry_record (
  id uuid primary key,
  city int not null,
  list text not null check (list in ('power','inspection','spot-check','key-matter','no-penalty','lighter','mitigated','no-coercion','empowerment')),
  organisation_id uuid not null references organisation,
  code text not null check (code <> ''),
  name text not null check (name <> ''),
  power_kind text check (power_kind in ('licence','confirmation','adjudication','payment','reward','record','inspection','penalty','coercion','levy','other')),
  basis text not null,
  duty text,
  accountability text,
  conditions text,
  measure text,
  decision text,
  published_on date,
  published_at text,
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  act_id uuid not null,
  -- 细则 19¶2: a lenient line says when it holds.
  check (list not in ('no-penalty','lighter','mitigated','no-coercion') or conditions is not null),
  exclude using gist (organisation_id with =, list with =, code with =, valid with &&, known with &&)
);
-- Lists are read in the order of list and code; a unit's own list is the common question.
create index list_entry_in_order on list_entry_record (city, list, code, id) where upper_inf(known);
create index list_entry_of_unit on list_entry_record (organisation_id, list, code) where upper_inf(known);

alter table register_load drop constraint register_load_register_check;
alter table register_load add constraint register_load_register_check check (register in ('organisations','certificates','laws','lists'));

-- Lists are published: everybody signed in reads them, only the platform's own work writes them.
grant select on list_entry_record to app_rt;
grant select, insert, update on list_entry_record to app_system;
