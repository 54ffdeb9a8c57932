-- Platform: the number under which a case is quoted stands in the matter's own row, as its title does: a list that looked it up in
-- the table of each kind spent more time in opening tables than in reading them.
alter table matter add column own_number text;
set local role app_system;
update matter m set own_number = k.number from ordinary_penalty k
  where k.city = m.city and k.cohort = m.cohort and k.matter_id = m.id and k.number is not null;
update matter m set own_number = k.number from summary_penalty k
  where k.city = m.city and k.cohort = m.cohort and k.matter_id = m.id and k.number is not null;
update matter m set own_number = k.number from case_supervision k
  where k.city = m.city and k.cohort = m.cohort and k.matter_id = m.id and k.number is not null;
reset role;
