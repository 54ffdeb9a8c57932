-- Room normative-filings: suggestions to review a document that come from the public portal (细则 8(6)). The receipt finds what
-- became of one; who made it is never asked.
alter table normative_filing
  add column receipts text[] not null default '{}';
create index normative_filing_receipt on normative_filing using gin (receipts);

drop function public_normative_documents(text, date, date, int, int);
create function public_normative_documents(asked text, on_day date, today date, from_row int, row_count int)
returns table (id uuid, title text, document_number text, maker text, published_on date, valid_from date, last_day date, filing_number text,
  standing text, is_demonstration boolean, total bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, d.title, d.document_number, r.name, d.published_on, lower(d.valid), upper(d.valid) - 1, d.filing_number,
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

-- The document that a suggestion is about: one that stands in the catalogue and has not ended.
create function public_normative_document(document uuid, today date)
returns table (title text, document_number text, maker text, is_demonstration boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.title, d.document_number, r.name, coalesce(r.demonstration, false)
  from normative_document d
  left join lateral (select name, demonstration from organisation_record r where r.organisation_id = d.maker_id and upper_inf(r.known)
    order by r.valid desc limit 1) r on true
  where d.id = document and upper_inf(d.known) and d.label <= 2 and coalesce(upper(d.valid) > today, true)
    and not exists (select from matter m where m.id = d.matter_id and m.label > 2)
$$;

-- What became of a suggestion, for whoever holds its receipt: nothing of what was written, nothing of the review.
create function public_review_suggestion(receipt text)
returns table (title text, document_number text, received_on text, taken_up boolean, answer text, answered_on text)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.title, f.document_number, s ->> 'receivedOn', (s ->> 'isTakenUp')::boolean, s ->> 'answer', s ->> 'answeredOn'
  from normative_filing f join matter m on m.city = f.city and m.cohort = f.cohort and m.id = f.matter_id
  cross join lateral jsonb_array_elements(m.state -> 'suggestions') s
  where f.receipts @> array[receipt] and m.label <= 2 and s ->> 'receipt' = receipt
$$;

revoke execute on function public_normative_documents(text, date, date, int, int), public_normative_document(uuid, date),
  public_review_suggestion(text) from public;
grant execute on function public_normative_documents(text, date, date, int, int), public_normative_document(uuid, date),
  public_review_suggestion(text) to app_public;
grant create on schema public to app_system;
alter function public_normative_documents(text, date, date, int, int) owner to app_system;
alter function public_normative_document(uuid, date) owner to app_system;
alter function public_review_suggestion(text) owner to app_system;
revoke create on schema public from app_system;
