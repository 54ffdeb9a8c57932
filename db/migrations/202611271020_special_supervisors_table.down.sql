drop function public_special_card(text, text, text);
drop table special_supervisor;
