-- 普通程序处罚案件: a 更正书 may be the letter on its way.
alter table ordinary_penalty drop constraint ordinary_penalty_letter_in_hand_check;
alter table ordinary_penalty add constraint ordinary_penalty_letter_in_hand_check
  check (letter_in_hand in ('preservation','correction','notice','decision','no-penalty','urging','transfer','amending','rectifying'));
