-- Room online-watch: the ledger of 预警核查 reads these columns; the truth stands in the acts.
create table alert_check (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  unit_id uuid not null,
  issuer_id uuid not null,
  findings int not null check (findings > 0),
  sent_on date not null,
  answered_on date,
  overdue_on date,
  closed_on date,
  primary key (city, cohort, matter_id)
);
create index alert_check_unit on alert_check (unit_id, sent_on desc);
select secure_child_of_matter('alert_check');
