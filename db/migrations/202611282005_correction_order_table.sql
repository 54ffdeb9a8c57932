-- Room correction-order: orders to correct that are given outside any case (处罚法 28, SM-E2). The typed columns serve lists,
-- counts and rules; the truth stands in the acts, and of a natural person only the short name stands here.
create table correction_order (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  organ_id uuid not null,
  source text not null,
  cause text not null,
  party_name text not null,
  party_kind text not null,
  party_uscc text,
  party_mark text,
  number text,
  opened_on date not null,
  signed_on date,
  served_on date,
  orders int not null check (orders >= 0),
  correct_by date,
  checked_on date,
  corrected boolean,
  followed text check (followed in ('again','filed','court','substitute','transferred','none','moot')),
  case_id uuid,
  revoked_on date,
  ended_on date,
  archived_on date,
  facts text not null,
  primary key (city, cohort, matter_id),
  check ((number is null) = (signed_on is null)),
  check (corrected is null or checked_on is not null)
);
create index correction_order_organ on correction_order (organ_id, opened_on desc, matter_id desc);
create index correction_order_party on correction_order (party_mark, opened_on) where party_mark is not null;
create index correction_order_case on correction_order (case_id) where case_id is not null;
select secure_child_of_matter('correction_order');

-- A unit may handle its orders in a system of its own, as it may its penalties.
alter table handling_mode drop constraint handling_mode_case_kind_check;
alter table handling_mode add constraint handling_mode_case_kind_check
  check (case_kind in ('ordinary-penalty', 'summary-penalty', 'correction-order'));
