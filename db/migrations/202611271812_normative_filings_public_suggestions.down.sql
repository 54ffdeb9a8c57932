drop function public_review_suggestion(text), public_normative_document(uuid, date);
drop function public_normative_documents(text, date, date, int, int);
alter table normative_filing drop column receipts;
-- public portal: the catalogue of filed normative documents (细则 18; 政府信息公开条例 20). Title, number, maker, days and filing
-- number, nothing of the review; by page, with the number of all that answer.
create function public_normative_documents(asked text, on_day date, today date, from_row int, row_count int)
returns table (title text, document_number text, maker text, published_on date, valid_from date, last_day date, filing_number text,
  standing text, is_demonstration boolean, total bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.title, d.document_number, r.name, d.published_on, lower(d.valid), upper(d.valid) - 1, d.filing_number,
    case when lower(d.valid) > today then 'coming' when upper(d.valid) <= today then 'ended' else 'in-force' end,
    coalesce(r.demonstration, false), count(*) over ()
  from normative_document d
  left join lateral (select name, demonstration from organisation_record r where r.organisation_id = d.maker_id and upper_inf(r.known)
    order by r.valid desc limit 1) r on true
  where upper_inf(d.known) and d.label <= 2 and d.valid @> on_day
    and not exists (select from matter m where m.id = d.matter_id and m.label > 2)
    and (asked = '' or strpos(d.title, asked) > 0 or strpos(d.document_number, asked) > 0 or strpos(coalesce(r.name, ''), asked) > 0
      or strpos(d.filing_number, asked) > 0)
  order by d.published_on desc, d.id desc offset from_row limit row_count
$$;
revoke execute on function public_normative_documents(text, date, date, int, int) from public;
-- Before it changes hands: a login that inherits nothing may grant no longer afterwards.
grant execute on function public_normative_documents(text, date, date, int, int) to app_public;
grant create on schema public to app_system;
alter function public_normative_documents(text, date, date, int, int) owner to app_system;
revoke create on schema public from app_system;
