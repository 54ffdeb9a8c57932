-- Platform: the step before this one let the database's own clock decide which grants are held on papers and files of a
-- house. Every other policy reads the moment of the asker (app_now), and so do these two from here on.
do $$
declare p record;
begin
  for p in
    select c.relname, y.polname, pg_get_expr(y.polqual, y.polrelid) as condition
    from pg_policy y join pg_class c on c.oid = y.polrelid
    where c.relnamespace = 'public'::regnamespace and pg_get_expr(y.polqual, y.polrelid) like '%held @> now()%'
  loop
    execute format('alter policy %I on %I using (%s)', p.polname, p.relname, replace(p.condition, 'held @> now()', 'held @> (select app_now())'));
  end loop;
end
$$;
