-- platform: the role every request runs under. It owns nothing and cannot bypass row security; the login that migrates
-- owns the tables and becomes app_rt for each transaction.
do $$
begin
  if not exists (select from pg_roles where rolname = 'app_rt') then
    begin
      create role app_rt nologin nosuperuser nobypassrls;
    exception
      -- two databases of one cluster may be migrated at the same moment; the role is the cluster's
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception '登录账号无权创建角色 app_rt，请由数据库管理员执行：create role app_rt nologin; grant app_rt to %;', current_user;
    end;
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    begin
      execute format('grant app_rt to %I', current_user);
    exception when insufficient_privilege then
      if not pg_has_role(current_user, 'app_rt', 'member') then
        raise exception '登录账号不能切换为 app_rt，请由数据库管理员执行：grant app_rt to %;', current_user;
      end if;
    end;
  end if;
end
$$;

grant usage on schema public to app_rt;
