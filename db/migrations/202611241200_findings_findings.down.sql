drop table if exists judgement, judgement_pattern, finding_event, finding cascade;
drop function if exists refuse_finding_event_change();
