-- Platform: the role under which the pipeline reads and changes the one matter of an act. Row security binds it by the same
-- three terms as app_rt; only their form differs. The policies of app_rt are made for lists: each value of the session is read
-- once for a whole query, which costs more than the row itself where a single row is found by its key. Here the values are
-- read for the row. What is looked up beside the row is looked up only for who is out of range, and as it stands now: after
-- waiting for another's act, a unit that has left the matter meanwhile no longer gets it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'app_act') then
    begin
      create role app_act nologin nosuperuser nobypassrls;
    exception
      -- two databases of one cluster may be migrated at the same moment; a role is the cluster's
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception '登录账号无权创建角色 app_act，请由数据库管理员执行：create role app_act nologin; grant app_act to %;', current_user;
    end;
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    begin
      execute format('grant app_act to %I', current_user);
    exception when insufficient_privilege then
      if not pg_has_role(current_user, 'app_act', 'member') then
        raise exception '登录账号不能切换为 app_act，请由数据库管理员执行：grant app_act to %;', current_user;
      end if;
    end;
  end if;
end
$$;

grant usage on schema public to app_act;
grant select, update on matter, clock, task to app_act;
grant select on participant, access_grant, idempotency to app_act;
-- A kind's own triggers write with the rights of whoever changes its row.
grant insert on penalty_due to app_act;

create policy own_organisation on participant for select to app_act using (organisation_id = app_uuid('app.organisation'));
create policy own_account on access_grant for select to app_act using (account_id = app_uuid('app.account'));

create function app_participates(of_city int, of_cohort int, of_matter uuid) returns boolean language sql volatile as $$
  select exists (select from participant p where p.city = of_city and p.cohort = of_cohort and p.matter_id = of_matter
                 and p.organisation_id = app_uuid('app.organisation'))
$$;
create function app_granted(of_matter uuid) returns boolean language sql volatile as $$
  select exists (select from access_grant g where g.matter_id = of_matter and g.account_id = app_uuid('app.account') and g.held @> app_now())
$$;

create function secure_one_of_matter(t text, id text) returns void language plpgsql as $$
begin
  execute format($p$create policy seen_one on %1$I for select to app_act using (
    (label <= app_int('app.label_max') and (
      region_ord between app_int('app.region_lo') and app_int('app.region_hi')
      or line_ord between app_int('app.line_lo') and app_int('app.line_hi')
      or app_participates(city, cohort, %2$I)))
    or app_granted(%2$I))$p$, t, id);
  execute format('create policy changed_one on %I for update to app_act using (true) with check (true)', t);
  execute format('grant select, update on %I to app_act', t);
end $$;

-- Tables of kinds that come later.
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
  perform secure_one_of_matter(t, 'matter_id');
end $$;

-- The matter, its clocks and tasks, and the typed table of every kind; papers and findings are not the pipeline's to read.
do $$
declare t text;
begin
  perform secure_one_of_matter('matter', 'id');
  for t in
    select c.relname from pg_policy y join pg_class c on c.oid = y.polrelid
    where c.relnamespace = 'public'::regnamespace and y.polname = 'opened' and c.relname not in ('matter', 'document', 'finding', 'judgement')
  loop
    perform secure_one_of_matter(t, 'matter_id');
  end loop;
end $$;
