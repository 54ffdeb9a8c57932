-- findings: what the rules doubt (finding), how each doubt came and went (finding_event), and what every judged matter was
-- asked and could not be judged on (judgement). Rows copy the place and label of their matter.

-- One row for one doubt of one rule about one matter; the fold of its events.
create table finding (
  city int not null,
  cohort int not null,
  id uuid not null,
  matter_id uuid not null,
  rule_id text not null,
  -- Tells two doubts of one rule about one matter apart.
  fact text not null,
  rule_version int not null,
  -- The unit that is judged.
  organisation_id uuid not null,
  subject text not null,
  severity text not null check (severity in ('red','orange','yellow')),
  gravity smallint not null generated always as (case severity when 'red' then 3 when 'orange' then 2 else 1 end) stored,
  status text not null check (status in ('open','sent-down','answered','taken-up','established','excluded','cleared','cleared-unconfirmed')),
  tab text not null generated always as (case
    when status in ('sent-down','answered','taken-up') then 'checking'
    when status in ('cleared','cleared-unconfirmed') then 'cleared'
    else status end) stored,
  because text not null,
  facts jsonb not null,
  asks text not null,
  clears text not null,
  cites jsonb not null,
  grade text not null,
  -- Head of 细则 8 under which the doubt falls, as "8(7)".
  duty text,
  conduct text,
  -- The fact that has gone missing since: the doubt can neither be upheld nor dropped.
  missing text,
  -- Whether the rule, asked last, still doubts.
  stands boolean not null,
  check_id uuid,
  answer text check (answer in ('true','data-wrong','corrected')),
  taken_into uuid,
  problem_id text,
  exclusion text check (exclusion in ('false-alarm','data-error','corrected')),
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  settled_at timestamptz,
  seq int not null check (seq > 0),
  head bytea not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  primary key (city, cohort, id),
  unique (city, cohort, matter_id, rule_id, fact)
);
create index finding_id on finding (id);
create index finding_list on finding (tab, gravity desc, opened_at desc, id desc);
create index finding_unit on finding (organisation_id, rule_id, opened_at desc);
create index finding_rule on finding (rule_id, tab);
create index finding_taken on finding (taken_into) where taken_into is not null;
create index finding_check on finding (check_id) where check_id is not null;
select secure_child_of_matter('finding');
revoke delete on finding from app_rt, app_system;

-- Append-only, linked by hash per finding; body and salt may be erased, the chain stays whole.
create table finding_event (
  city int not null,
  cohort int not null,
  finding_id uuid not null,
  seq int not null check (seq > 0),
  type text not null check (type in ('opened','reopened','changed','rejudged','cleared','confirmed-cleared','sent-down','answered','returned','taken-up','established','excluded')),
  at timestamptz not null,
  actor jsonb,
  salt bytea,
  body jsonb,
  commit bytea not null,
  hash bytea not null,
  primary key (city, cohort, finding_id, seq)
);
alter table finding_event enable row level security;
alter table finding_event force row level security;
create policy through_finding on finding_event for select to app_rt using (
  exists (select 1 from finding f where f.city = finding_event.city and f.cohort = finding_event.cohort and f.id = finding_event.finding_id));
create policy appended on finding_event for insert to app_rt with check (true);
create policy all_system on finding_event to app_system using (true);
grant select, insert on finding_event to app_rt, app_system;
create function refuse_finding_event_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.salt is null and new.body is null
     and (new.city, new.cohort, new.finding_id, new.seq, new.type, new.at, new.commit, new.hash)
       = (old.city, old.cohort, old.finding_id, old.seq, old.type, old.at, old.commit, old.hash)
     and new.actor is not distinct from old.actor then
    return new;
  end if;
  raise exception 'events of findings are never changed or deleted';
end $$;
create trigger finding_event_stays before update or delete on finding_event for each row execute function refuse_finding_event_change();
create trigger finding_event_whole before truncate on finding_event for each statement execute function refuse_finding_event_change();

-- Which rules were asked, in which version, and what was missing. Records of one file mostly lack the same facts, so that
-- a few patterns serve a hundred thousand matters.
create table judgement_pattern (
  id text primary key,
  -- [["D12", 1], …]
  asked jsonb not null,
  -- [["S09", "缺执法人员及证号"], …]
  missing jsonb not null
);
grant select, insert on judgement_pattern to app_rt, app_system;

create table judgement (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  pattern text not null references judgement_pattern,
  organisation_id uuid not null,
  batch_id uuid,
  judged_at timestamptz not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  primary key (city, cohort, matter_id)
);
create index judgement_pattern_of on judgement (pattern);
create index judgement_batch on judgement (batch_id, pattern) where batch_id is not null;
select secure_child_of_matter('judgement');
