-- Room correction-ledger: one row for each order to correct (处罚法 28), over all kinds that give any. A page of the ledger sorted
-- every order in sight, since no index reaches into an array. The rows follow the columns of the cases as an index would, within
-- the statement that writes those and by whatever path: acts, `refold`, a unit moved in the trees. Nobody else writes them.
create table correction_line (
  city int not null,
  cohort int not null,
  matter_id uuid not null,
  no int not null,
  region_ord int not null,
  line_ord int not null,
  label smallint not null,
  kind text not null,
  organ_id uuid not null,
  standing text not null check (standing in ('unserved','open','corrected','disobeyed','followed','ended')),
  -- `infinity`: not served.
  last_day date not null,
  -- In small letters: party, number and matter of the case, words of the order. Nothing that the columns of the case do not show.
  searched text not null,
  primary key (city, cohort, matter_id, no)
);
select secure_child_of_matter('correction_line');
-- The rows follow the case that they are of, also where whoever acts does not see it any more.
create policy kept on correction_line to current_user using (true) with check (true);

create function keep_correction_lines() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare about text;
begin
  if tg_table_name = 'summary_penalty' then about := new.conduct; else about := new.cause; end if;
  delete from correction_line where city = new.city and cohort = new.cohort and matter_id = new.matter_id;
  insert into correction_line (city, cohort, matter_id, no, region_ord, line_ord, label, kind, organ_id, standing, last_day, searched)
    select new.city, new.cohort, new.matter_id, o.no, new.region_ord, new.line_ord, new.label, replace(tg_table_name, '_', '-'), new.organ_id,
      o.standing, o.last_day, lower(concat_ws(e'\n', new.party_name, new.number, about, o.words))
    from unnest(new.order_states, new.order_days, new.order_words) with ordinality as o(standing, last_day, words, no);
  return null;
end $$;

do $$
declare t text; about text;
begin
  foreach t in array array['ordinary_penalty', 'summary_penalty', 'correction_order'] loop
    about := case t when 'summary_penalty' then 'conduct' else 'cause' end;
    execute format($f$create trigger keep_new_correction_lines after insert on %I
      for each row when (new.order_states <> '{}') execute function keep_correction_lines()$f$, t);
    execute format($f$create trigger keep_correction_lines
      after update of order_states, order_days, order_words, region_ord, line_ord, label, organ_id, party_name, number, %2$I on %1$I
      for each row when (
        (old.order_states <> '{}' or new.order_states <> '{}') and
        (old.order_states, old.order_days, old.order_words, old.region_ord, old.line_ord, old.label, old.organ_id, old.party_name, old.number, old.%2$I)
        is distinct from
        (new.order_states, new.order_days, new.order_words, new.region_ord, new.line_ord, new.label, new.organ_id, new.party_name, new.number, new.%2$I))
      execute function keep_correction_lines()$f$, t, about);
  end loop;
end $$;

set local role app_system;
do $$
declare t text;
begin
  foreach t in array array['ordinary_penalty', 'summary_penalty', 'correction_order'] loop
    execute format($i$
      insert into correction_line (city, cohort, matter_id, no, region_ord, line_ord, label, kind, organ_id, standing, last_day, searched)
        select k.city, k.cohort, k.matter_id, o.no, k.region_ord, k.line_ord, k.label, %3$L, k.organ_id, o.standing, o.last_day,
          lower(concat_ws(e'\n', k.party_name, k.number, k.%2$I, o.words))
        from %1$I k cross join lateral unnest(k.order_states, k.order_days, k.order_words) with ordinality as o(standing, last_day, words, no)
        where k.order_states <> '{}'$i$, t, case t when 'summary_penalty' then 'conduct' else 'cause' end, replace(t, '_', '-'));
  end loop;
end $$;
reset role;
revoke insert, update on correction_line from app_rt, app_system, app_act;

create index correction_line_newest on correction_line (matter_id desc, no);
create index correction_line_last_day on correction_line (last_day, matter_id, no);
create index correction_line_latest_day on correction_line ((coalesce(nullif(last_day, 'infinity'), '-infinity')), matter_id, no);
drop index ordinary_penalty_orders;
drop index summary_penalty_orders;
drop index correction_order_orders;
