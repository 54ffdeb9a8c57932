drop function public_list_entries(text, text, date, int, int);
drop function public_units(text, date, int, int);
