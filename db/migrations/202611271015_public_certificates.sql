-- public portal: whether the card that somebody holds out is valid today. Asked by its number and the name on it, both as
-- printed, so that nobody learns by counting numbers up who holds one; one answer for everything that is not found.
-- Names as people type them: widths, spaces and the dots inside Mongolian names carry no meaning.
create function person_name_key(written text) returns text language sql immutable strict set search_path = pg_catalog, pg_temp as
  $$ select translate(normalize(written, NFKC), ' ·•・.．' || chr(9), '') $$;

create function public_certificate(asked_number text, asked_name text)
returns table (kind text, holder text, unit text, status text, valid_from date, valid_until date, photo text, photo_type text, is_demonstration boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.kind, o.name, r.name, c.status, lower(c.valid), upper(c.valid), f.sha256, f.media_type, coalesce(r.demonstration, false)
  from certificate_record c join officer o on o.id = c.officer_id
  left join lateral (select name, demonstration from organisation_record r where r.organisation_id = c.organisation_id and upper_inf(r.known)
    order by r.valid desc limit 1) r on true
  left join file f on f.id = o.photo_file and f.media_type in ('image/jpeg', 'image/png') and f.size <= 307200
  where c.number = asked_number and person_name_key(o.name) = person_name_key(asked_name) and upper_inf(c.known)
  order by c.kind, lower(c.valid)
$$;
revoke execute on function public_certificate(text, text) from public;
-- Before it changes hands: a login that inherits nothing may grant no longer afterwards.
grant execute on function public_certificate(text, text) to app_public;
grant create on schema public to app_system;
alter function public_certificate(text, text) owner to app_system;
revoke create on schema public from app_system;
