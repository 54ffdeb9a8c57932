grant create on schema public to app_system;
set local role app_system;
create or replace function public_verification(asked_code text, asked_number text, asked_digest text)
returns table (issuer text, kind text, issued_on date, is_void boolean, is_demonstration boolean, file_matches boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.name, d.name, d.issued_on, d.state = 'void',
    coalesce(r.demonstration, false) or coalesce(d.facts ->> 'demonstration' = 'true', false),
    case when asked_digest is null then null
      else exists (select from file f where f.id in (d.pdf_file, d.docx_file, d.sealed_file) and f.sha256 = asked_digest) end
  from document d
  left join organisation_record r on r.organisation_id = d.issuer_id and r.valid @> d.issued_on and upper_inf(r.known)
  where d.verify_code = asked_code
    and (asked_number is null or document_number_key(d.number) = document_number_key(asked_number))
    and d.publicly_verifiable and d.label <= 2 and d.state in ('sealed', 'served', 'void')
$$;
reset role;
revoke create on schema public from app_system;
