alter table penalty_record drop column former_marks;
drop index import_row_untold, import_row_again, import_row_organ;
alter table import_row drop column again, drop column organ_mark;
alter table import_job drop column attempts, drop column cancel_asked_at, drop column read_through, drop column sample, drop column organ_id;
