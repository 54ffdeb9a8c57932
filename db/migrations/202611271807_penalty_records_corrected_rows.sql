-- Room penalty-records: a row that was refused keeps by what it is told again (organ, number and year, or what else it says
-- where that could not be read), as a keyed mark; a later load of the same source that brings it says so here.
alter table import_row
  add column line_mark text,
  add column corrected_by uuid references import_job,
  add column corrected_at timestamptz,
  add column corrected_matter uuid;
create index import_row_uncorrected on import_row (line_mark) where what = 'rejected' and corrected_by is null and line_mark is not null;
alter table import_job add column corrected int not null default 0;
