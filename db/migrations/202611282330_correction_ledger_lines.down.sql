create index ordinary_penalty_orders on ordinary_penalty (matter_id desc) include (city, cohort, organ_id, region_ord, line_ord, label, order_states, order_days)
  where order_states <> '{}';
create index summary_penalty_orders on summary_penalty (matter_id desc) include (city, cohort, organ_id, region_ord, line_ord, label, order_states, order_days)
  where order_states <> '{}';
create index correction_order_orders on correction_order (matter_id desc) include (city, cohort, organ_id, region_ord, line_ord, label, order_states, order_days)
  where order_states <> '{}';
do $$
declare t text;
begin
  foreach t in array array['ordinary_penalty', 'summary_penalty', 'correction_order'] loop
    execute format('drop trigger keep_new_correction_lines on %I', t);
    execute format('drop trigger keep_correction_lines on %I', t);
  end loop;
end $$;
drop function keep_correction_lines();
drop table correction_line;
