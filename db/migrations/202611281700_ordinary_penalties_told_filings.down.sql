-- What a case has been told stays told.
select 1;
