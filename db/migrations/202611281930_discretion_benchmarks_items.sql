-- Room discretion-benchmarks. A benchmark may be made for one item (权责事项编码); it stands in its content, here as codes are
-- compared (normaliseCode). The 罚则 beside it, so that who asks for names alone reads no whole benchmark.
alter table benchmark_version
  add column item_code text generated always as
    (nullif(regexp_replace(upper(content ->> 'itemCode'), '[[:space:]‐–—''-]', '', 'g'), '')) stored,
  add column penalty text generated always as (content ->> 'penalty') stored;
create index benchmark_version_item on benchmark_version (maker_id, item_code) where upper_inf(known) and item_code is not null;

-- Which cases a benchmark touches: those that it names, those of its item, and those punished under its 罚则, whatever they are called.
alter table case_cause drop constraint case_cause_register_check;
alter table case_cause add constraint case_cause_register_check check (register in ('organ','certificate','list','law','calendar','profile',
  'delegation','rule','lenient','benchmark','benchmark-item','benchmark-under','record'));
create or replace function note_benchmark_cause() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_cause (city, register, keys, from_on, until_on, act_id)
    select f.city, k.register, array_agg(distinct k.key), nullif(min(coalesce(lower(f.valid), '-infinity')), '-infinity'),
      nullif(max(coalesce(upper(f.valid), 'infinity')), 'infinity'), case tg_op when 'INSERT' then f.act_id end
    from fresh f cross join lateral (values ('benchmark', f.violation), ('benchmark-item', f.item_code), ('benchmark-under', f.penalty))
      as k (register, key)
    where k.key is not null group by f.city, k.register, case tg_op when 'INSERT' then f.act_id end;
  return null;
end $$;
