drop function public_verification(text, text, text);
drop function document_number_key(text);
revoke usage on schema public from app_public;
