-- Closing a case asks what the case has been told of its filing as a major penalty: filings that went before that are told again,
-- by the reaction that follows every filing. What a case knows already changes nothing.
set local role app_system;
insert into outbox (city, cohort, matter_id, seq, topic, payload, due_at)
select f.city, f.cohort, f.matter_id, a.seq, 'major-penalty-filing.file', 'null', app_now()
from major_penalty_filing f
  join act a on a.city = f.city and a.cohort = f.cohort and a.matter_id = f.matter_id and a.type = 'file'
where f.filed_on is not null
  and not exists (select from outbox o where o.matter_id = f.matter_id and o.topic = 'major-penalty-filing.file' and o.done_at is null);
reset role;
