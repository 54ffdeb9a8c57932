-- platform: the roles every transaction runs under: app_rt answers people, app_system does the platform's own background
-- work. They own nothing and cannot bypass row security; the login that migrates owns the tables and becomes one of them.
do $$
declare
  runtime text;
begin
  foreach runtime in array array['app_rt', 'app_system'] loop
    if not exists (select from pg_roles where rolname = runtime) then
      begin
        execute format('create role %I nologin nosuperuser nobypassrls', runtime);
      exception
        -- two databases of one cluster may be migrated at the same moment; a role is the cluster's
        when duplicate_object or unique_violation then null;
        when insufficient_privilege then
          raise exception '登录账号无权创建角色，请由数据库管理员执行：create role % nologin; grant % to %;', runtime, runtime, current_user;
      end;
    end if;
    if not (select rolsuper from pg_roles where rolname = current_user) then
      begin
        execute format('grant %I to %I', runtime, current_user);
      exception when insufficient_privilege then
        if not pg_has_role(current_user, runtime, 'member') then
          raise exception '登录账号不能切换角色，请由数据库管理员执行：grant % to %;', runtime, current_user;
        end if;
      end;
    end if;
  end loop;
end
$$;

grant usage on schema public to app_rt, app_system;
