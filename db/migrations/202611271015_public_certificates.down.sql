drop function public_certificate(text, text);
drop function person_name_key(text);
