-- Room ordinary-penalty: the notice of preservation and the letter of transfer are numbered letters; a case may be discontinued.
alter table ordinary_penalty drop constraint ordinary_penalty_outcome_check;
alter table ordinary_penalty add constraint ordinary_penalty_outcome_check
  check (outcome in ('penalty','not-punished','performed','withdrawn','discontinued','terminated','transferred'));
alter table ordinary_penalty drop constraint ordinary_penalty_letter_in_hand_check;
alter table ordinary_penalty add constraint ordinary_penalty_letter_in_hand_check
  check (letter_in_hand in ('preservation','correction','notice','decision','no-penalty','urging','transfer'));
