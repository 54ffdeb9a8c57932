set local role app_system;
update clock c set clock_id = 'KE-60' from matter m
  where c.clock_id = 'KE-61' and m.kind = 'held-report' and (m.city, m.cohort, m.id) = (c.city, c.cohort, c.matter_id);
update task t set clock_id = 'KE-60' from matter m
  where t.clock_id = 'KE-61' and m.kind = 'held-report' and (m.city, m.cohort, m.id) = (t.city, t.cohort, t.matter_id);
reset role;
