-- Room organisations: the papers on which relations of a unit rest (细则 2), by relation: name, number, day, and the matter of the
-- announcement that recorded them. Room subject-changes: a relation is changed, or its paper recorded, by an announcement too.
alter table organisation_record add column bases jsonb not null default '{}' check (jsonb_typeof(bases) = 'object');
alter table subject_change drop constraint subject_change_change_check;
alter table subject_change add constraint subject_change_change_check
  check (change in ('establish','rename','move','merge','split','abolish','qualify','relate'));
