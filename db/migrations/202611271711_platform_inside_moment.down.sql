do $$
declare p record;
begin
  for p in
    select c.relname, y.polname, pg_get_expr(y.polqual, y.polrelid) as condition
    from pg_policy y join pg_class c on c.oid = y.polrelid
    where c.relnamespace = 'public'::regnamespace and y.polname = 'inside_only' and c.relname in ('document', 'file')
  loop
    execute format('alter policy %I on %I using (%s)', p.polname, p.relname,
      regexp_replace(p.condition, 'held @> \( SELECT app_now\(\) AS app_now\)', 'held @> now()', 'g'));
  end loop;
end
$$;
