-- Who handles a case (承办人), so that the cases of one officer can be found: a clerk looks for his own, a leader for those of
-- whoever leaves. Written with the other columns of the case.
alter table ordinary_penalty add column handler_ids uuid[] not null default '{}';
alter table summary_penalty add column handler_ids uuid[] not null default '{}';
alter table correction_order add column handler_ids uuid[] not null default '{}';
set local role app_system;
update ordinary_penalty t set handler_ids = array(select jsonb_array_elements_text(m.state -> 'handlerIds')::uuid)
from matter m where m.city = t.city and m.cohort = t.cohort and m.id = t.matter_id;
update summary_penalty t set handler_ids = array(select jsonb_array_elements_text(m.state -> 'officerIds')::uuid)
from matter m where m.city = t.city and m.cohort = t.cohort and m.id = t.matter_id;
update correction_order t set handler_ids = array(select jsonb_array_elements_text(m.state -> 'officerIds')::uuid)
from matter m where m.city = t.city and m.cohort = t.cohort and m.id = t.matter_id;
reset role;
