drop index correction_order_orders;
drop index summary_penalty_orders;
drop index ordinary_penalty_orders;
do $$
declare t text;
begin
  foreach t in array array['ordinary_penalty', 'summary_penalty', 'correction_order'] loop
    execute format('alter table %I drop constraint %1$s_orders', t);
    execute format('alter table %I drop column order_states, drop column order_days, drop column order_words', t);
  end loop;
end $$;
