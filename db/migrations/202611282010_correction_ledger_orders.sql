-- Room correction-ledger: how each order to correct of a case stands (处罚法 28), the last day to obey it and its words, as many
-- entries as there are orders, in their order; `infinity`: not served. The ledger counts, filters and sorts by these columns and
-- reads the folded state of the cases on a page alone. Cases that stand already are told from their states, periods and tasks.
do $$
declare t text;
begin
  foreach t in array array['ordinary_penalty', 'summary_penalty', 'correction_order'] loop
    execute format('alter table %I add column order_states text[] not null default ''{}''', t);
    execute format('alter table %I add column order_days date[] not null default ''{}''', t);
    execute format('alter table %I add column order_words text[] not null default ''{}''', t);
    execute format($c$alter table %I add constraint %1$s_orders check (
      order_states <@ array['unserved','open','corrected','disobeyed','followed','ended']
      and cardinality(order_days) = cardinality(order_states) and cardinality(order_words) = cardinality(order_states))$c$, t);
  end loop;
end $$;
set local role app_system;
do $$
declare t text;
begin
  foreach t in array array['ordinary_penalty', 'summary_penalty', 'correction_order'] loop
    execute format($u$
      update %I k set order_states = x.states, order_days = x.days, order_words = x.words from (
        select m.city, m.cohort, m.id, array_agg(coalesce(c.due_on, 'infinity') order by o.no) as days,
          array_agg(coalesce(o.said ->> 'content', '') order by o.no) as words,
          array_agg(case
            when o.said -> 'followed' is not null then 'followed'
            when o.said ->> 'corrected' = 'true' then 'corrected'
            when exists (select from task w where w.matter_id = m.id and w.cohort = m.cohort and w.closed_at is null
              and w.key = 'correction/' || (o.said ->> 'no')) then 'open'
            when exists (select from task w where w.matter_id = m.id and w.cohort = m.cohort and w.closed_at is null
              and w.key = 'correction-followed/' || (o.said ->> 'no')) then 'disobeyed'
            when c.due_on is null and m.closed_on is null then 'unserved'
            else 'ended' end order by o.no) as states
        from matter m cross join lateral jsonb_array_elements(m.state -> 'corrections') with ordinality as o(said, no)
        left join clock c on c.city = m.city and c.cohort = m.cohort and c.matter_id = m.id and c.clock_id = 'KE-62'
          and c.key = '第' || (o.said ->> 'no') || '次'
        where m.kind = %L and jsonb_typeof(m.state -> 'corrections') = 'array'
        group by m.city, m.cohort, m.id) x
      where k.city = x.city and k.cohort = x.cohort and k.matter_id = x.id$u$, t, replace(t, '_', '-'));
  end loop;
end $$;
reset role;
create index ordinary_penalty_orders on ordinary_penalty (matter_id desc) include (city, cohort, organ_id, region_ord, line_ord, label, order_states, order_days)
  where order_states <> '{}';
create index summary_penalty_orders on summary_penalty (matter_id desc) include (city, cohort, organ_id, region_ord, line_ord, label, order_states, order_days)
  where order_states <> '{}';
create index correction_order_orders on correction_order (matter_id desc) include (city, cohort, organ_id, region_ord, line_ord, label, order_states, order_days)
  where order_states <> '{}';
