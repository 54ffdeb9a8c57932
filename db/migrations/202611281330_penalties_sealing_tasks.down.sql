set local role app_system;
update task t set roles = '{seal-keeper,legal-office,handler,deputy-head}'
where t.closed_at is null and t.act = 'seal' and t.kind in ('ordinary-penalty', 'summary-penalty');
reset role;
