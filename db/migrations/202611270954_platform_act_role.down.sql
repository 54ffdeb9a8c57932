do $$
declare p record;
begin
  for p in
    select c.relname, y.polname from pg_policy y join pg_class c on c.oid = y.polrelid
    where c.relnamespace = 'public'::regnamespace and y.polname in ('seen_one', 'changed_one', 'own_organisation', 'own_account')
  loop
    execute format('drop policy %I on %I', p.polname, p.relname);
    execute format('revoke all on %I from app_act', p.relname);
  end loop;
end $$;
revoke all on idempotency, penalty_due from app_act;
revoke usage on schema public from app_act;

create or replace function secure_child_of_matter(t text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', t);
  execute format('alter table %I force row level security', t);
  execute format($p$create policy seen on %1$I for select to app_rt using (
    (label <= (select app_int('app.label_max')) and (
      region_ord between (select app_int('app.region_lo')) and (select app_int('app.region_hi'))
      or line_ord between (select app_int('app.line_lo')) and (select app_int('app.line_hi'))
      or exists (select 1 from participant p where p.city = %1$I.city and p.cohort = %1$I.cohort and p.matter_id = %1$I.matter_id
                 and p.organisation_id = (select app_uuid('app.organisation')))))
    or exists (select 1 from access_grant g where g.matter_id = %1$I.matter_id and g.account_id = (select app_uuid('app.account')) and g.held @> (select app_now()))
  )$p$, t);
  execute format('create policy changed on %I for update to app_rt using (true) with check (true)', t);
  execute format('create policy opened on %I for insert to app_rt with check (true)', t);
  execute format('create policy all_system on %I to app_system using (true)', t);
  execute format('grant select, insert, update on %I to app_rt, app_system', t);
end $$;
drop function secure_one_of_matter(text, text), app_participates(int, int, uuid), app_granted(uuid);
