-- Platform: a task may fall to named persons of its organisation too, whatever role their post has (who handles a supervision
-- case may be a checker or a leader).
alter table task add column officers uuid[] not null default '{}';
set local role app_system;
update task t set officers = array(select jsonb_array_elements_text(m.state -> 'handlerIds')::uuid)
from matter m
where m.kind = 'case-supervision' and t.matter_id = m.id and t.cohort = m.cohort and t.closed_at is null
  and t.roles = '{supervisor,legal-office}' and t.organisation_id = (m.state ->> 'organId')::uuid;
reset role;
