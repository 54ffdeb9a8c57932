alter table import_job drop column corrected;
drop index import_row_uncorrected;
alter table import_row drop column corrected_matter, drop column corrected_at, drop column corrected_by, drop column line_mark;
