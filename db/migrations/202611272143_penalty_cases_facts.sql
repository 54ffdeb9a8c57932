-- Rooms ordinary-penalty and summary-penalty: what a case is about in the words of its handlers is searched within the
-- reader's range, and the number of a clue finds the case that was opened from it already.
alter table ordinary_penalty add column facts text not null default '', add column clue_ref text;
alter table summary_penalty add column facts text not null default '';
create index ordinary_penalty_clue on ordinary_penalty (organ_id, clue_ref) where clue_ref is not null;
set local role app_system;
update ordinary_penalty t set clue_ref = m.state ->> 'sourceRef',
  facts = concat_ws(E'\n', m.state ->> 'narrative', m.state ->> 'place',
    (select string_agg(f ->> 'fact', E'\n') from jsonb_array_elements(coalesce(m.state #> '{reports,-1,facts}', '[]')) f))
  from matter m where m.city = t.city and m.cohort = t.cohort and m.id = t.matter_id;
update summary_penalty t set facts = coalesce(m.state ->> 'facts', '')
  from matter m where m.city = t.city and m.cohort = t.cohort and m.id = t.matter_id;
reset role;
