update ordinary_penalty set letter_in_hand = null where letter_in_hand = 'rectifying';
alter table ordinary_penalty drop constraint ordinary_penalty_letter_in_hand_check;
alter table ordinary_penalty add constraint ordinary_penalty_letter_in_hand_check
  check (letter_in_hand in ('preservation','correction','notice','decision','no-penalty','urging','transfer','amending'));
