drop table audit_link, audit_pending, audit_event;
drop function audit_event_waits(), refuse_audit_change();
