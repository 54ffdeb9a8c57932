-- Room penalty-records: that a decision need not be filed is worth a look only where a filing of it stands or waits to be
-- listed; a round that asks a whole city again noted every decision.
create index penalty_filing_duty_matter on penalty_filing_duty (matter_id);
-- Asked with the rights of whoever judges, who need not see the filing.
create function has_filing_to_settle(decision uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from penalty_filing_duty d where d.matter_id = decision)
    or exists (select 1 from major_penalty_filing f where f.decision_id = decision)
$$;
grant create on schema public to app_system;
alter function has_filing_to_settle(uuid) owner to app_system;
revoke create on schema public from app_system;
revoke execute on function has_filing_to_settle(uuid) from public;
grant execute on function has_filing_to_settle(uuid) to app_rt, app_system;
