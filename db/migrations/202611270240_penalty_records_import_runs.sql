-- Room penalty-records: loads that run in the background, and what people decide about their rows.
alter table import_job
  -- Whose decisions these are where the file has no column for it.
  add column organ_id uuid references organisation,
  -- The first rows of the file, encrypted: they help to map columns by hand.
  add column sample bytea,
  -- The file has been read to its end; only rows that wait for a name of an organ may come again.
  add column read_through boolean not null default false,
  add column cancel_asked_at timestamptz,
  -- Tries since the last progress.
  add column attempts int not null default 0;

alter table import_row
  -- Keyed mark of an organ's name that no register knows: rows of one mark wait for one answer of a person.
  add column organ_mark text,
  -- A person has answered; the row is to be taken in again.
  add column again boolean not null default false;
create index import_row_organ on import_row (job_id, organ_mark, n) where organ_mark is not null;
create index import_row_again on import_row (job_id, n) where again;
-- Told by another source and not yet written into the record.
create index import_row_untold on import_row (job_id, n) where what = 'other-source' and sealed is not null;

-- Marks of what was reported before a change, or was called the same by a person: the old file is no new question.
alter table penalty_record add column former_marks text[] not null default '{}';
