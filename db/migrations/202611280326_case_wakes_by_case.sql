-- One look answers all days of a case that are due: found by the case, not by walking all that are due, which after a downtime are many.
create index case_wake_case on case_wake (matter_id);
