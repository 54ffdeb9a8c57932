-- What was queued is harmless: it is judged again and found as it was.
select;
