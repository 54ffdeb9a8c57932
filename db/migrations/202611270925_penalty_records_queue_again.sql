-- Room penalty-records: the steps 202611270225 and 202611270801 queued what had been taken in before them with the rights of
-- the login itself. Row security binds the owner too: a login that may become the platform's roles but does not inherit from
-- them saw no rows there, and those decisions were never compared. What was missed is queued here, as app_system, which sees
-- every row; where nothing was missed nothing is queued.
do $$
declare
  wakes_since constant timestamptz := (select timestamp::timestamptz from kysely_migration where name = '202611270801_penalty_records_wakes');
begin
  set local role app_system;
  -- A decision that counts always has a counter of its unit's day, or waits for one.
  with missed as materialized (
    select p.city, p.organ_id, p.decided_on, p.party_mark, p.likeness from penalty_record p
    where p.counted and p.label < 4
      and not exists (select from penalty_day d where d.city = p.city and d.organ_id = p.organ_id and d.day = p.decided_on)
      and not exists (select from penalty_due q where q.city = p.city and q.reach = 'unit' and q.mark = p.organ_id::text and q.from_on = p.decided_on)
  )
  insert into penalty_due (city, reach, mark, from_on, until_on)
    select city, 'party', party_mark, min(decided_on), max(decided_on) from missed where party_mark is not null group by city, party_mark
    union all
    select city, 'likeness', likeness, min(decided_on), max(decided_on) from missed where likeness is not null group by city, likeness
    union all
    select distinct city, 'unit', organ_id::text, decided_on, decided_on from missed;
  -- A decision that has been looked at leaves no trace once its days are filled: each older one is looked at once more.
  insert into penalty_wake (city, matter_id, wake_on)
    select p.city, p.matter_id, p.decided_on
    from penalty_record p join matter m on m.city = p.city and m.cohort = p.cohort and m.id = p.matter_id
    where p.counted and m.recorded_at <= wakes_since
      and m.state #> '{row,source,columns}' ?| array['servedOn', 'publishedOn', 'recordFiledOn']
      and not exists (select from penalty_wake w where w.city = p.city and w.matter_id = p.matter_id);
  reset role;
end $$;
