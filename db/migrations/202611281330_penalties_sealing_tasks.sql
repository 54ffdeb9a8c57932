-- Penalties: where the city asks for another hand than the handlers' to seal, an open task of sealing is no longer named to
-- their office, which the condition of sealing refuses anyhow.
set local role app_system;
update task t set roles = array_remove(t.roles, 'handler')
where t.closed_at is null and t.act = 'seal' and t.kind in ('ordinary-penalty', 'summary-penalty') and exists (
  select from (select body from profile p where p.city = t.city order by p.version desc limit 1) newest,
    jsonb_array_elements(newest.body -> 'parameters') as asked
  where asked ->> 'name' = 'penalty.sealer-apart' and (asked -> 'value')::int = 1);
reset role;
