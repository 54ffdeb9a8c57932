-- Room summary-penalty: penalties decided on the spot (SM-E1). The typed columns serve lists, counts and rules; the truth
-- stands in the acts, and of a natural person only the short name stands here.
create table summary_penalty (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  organ_id uuid not null,
  party_name text not null,
  party_kind text not null check (party_kind in ('organisation','sole-trader','person')),
  party_uscc text,
  party_mark text,
  item_code text not null,
  conduct text not null,
  kinds text[] not null,
  fine_fen bigint check (fine_fen >= 0),
  number text,
  decided_on date,
  delivered_on date,
  reported_on date,
  settled_on date,
  ended_on date,
  primary key (city, cohort, matter_id)
);
create index summary_penalty_organ on summary_penalty (organ_id, decided_on desc, matter_id desc);
create index summary_penalty_party on summary_penalty (party_mark, decided_on) where party_mark is not null;
create index summary_penalty_number on summary_penalty (number) where number is not null;
select secure_child_of_matter('summary_penalty');
