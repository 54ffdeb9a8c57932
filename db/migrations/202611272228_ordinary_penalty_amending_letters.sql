-- A letter by which the organ changes or revokes its own decision may be on its way (处罚法 75¶2).
alter table ordinary_penalty drop constraint ordinary_penalty_letter_in_hand_check;
alter table ordinary_penalty add constraint ordinary_penalty_letter_in_hand_check
  check (letter_in_hand in ('preservation','correction','notice','decision','no-penalty','urging','transfer','amending'));
alter table ordinary_penalty drop constraint ordinary_penalty_outcome_check;
alter table ordinary_penalty add constraint ordinary_penalty_outcome_check
  check (outcome in ('penalty','not-punished','performed','withdrawn','discontinued','terminated','transferred','revoked'));
