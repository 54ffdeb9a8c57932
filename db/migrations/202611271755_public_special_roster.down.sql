drop function public_special_roster(date, int, int);
